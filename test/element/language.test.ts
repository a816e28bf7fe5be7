import { aTimeout, expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { Language } from '../../src/element/language.js';

describe('a language that does not come', () => {
  it('keeps nobody waiting for long: English shows until it does', async () => {
    const methods = { addController() {}, removeController() {}, requestUpdate() {} };
    const host: ReactiveControllerHost & HTMLElement = Object.assign(document.createElement('div'), {
      ...methods,
      updateComplete: Promise.resolve(true),
    });
    host.lang = 'de';
    const language = new Language(host, () => new Promise(() => {}));
    language.hostConnected();
    const first = await Promise.race([language.ready.then(() => 'ready'), aTimeout(4000)]);
    expect([first, language.messages.signIn.heading]).to.deep.equal(['ready', 'Sign in']);
    language.hostDisconnected();
  });
});
