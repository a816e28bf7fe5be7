import { aTimeout, expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import '../../src/index.js';
import { Language } from '../../src/element/language.js';
import { loadMessages } from '../../src/i18n/load-messages.js';
import { until } from './until.js';

/** Follows what is loaded by the test's own hand, for an element that is nothing but its language. */
function follow(lang: string, load: typeof loadMessages) {
  const methods = { addController() {}, removeController() {}, requestUpdate() {} };
  const host: ReactiveControllerHost & HTMLElement = Object.assign(document.createElement('div'), {
    ...methods,
    updateComplete: Promise.resolve(true),
  });
  host.lang = lang;
  const language = new Language(host, load);
  language.hostConnected();
  const shown = () => [language.code, language.messages.signIn.heading];
  return { language, shown };
}

describe('a language', () => {
  // The first in its file: later the texts would be there already.
  it('is waited for by an element that is moved as soon as it is made', async () => {
    const [first, second] = [document.createElement('div'), document.createElement('div')];
    document.body.append(first, second);
    const element = document.createElement('cognito-mfa-login');
    element.lang = 'ar';
    const headings: (string | undefined)[] = [];
    element.updateComplete.then(() => headings.push(element.shadowRoot?.querySelector('h2')?.textContent));
    first.append(element);
    second.append(element);
    await until(() => headings.length > 0);
    first.remove();
    second.remove();
    expect(headings).to.deep.equal(['تسجيل الدخول']);
  });

  it('is waited for whenever it is asked for once more', async () => {
    let come = () => {};
    const { language, shown } = follow('ar', async (tag) => {
      await new Promise<void>((resolve) => (come = resolve));
      return loadMessages(tag);
    });
    language.hostDisconnected();
    language.hostConnected();
    const ready = language.ready.then(shown);
    expect(await Promise.race([ready, aTimeout(50)])).to.equal(undefined);
    come();
    expect(await ready).to.deep.equal(['ar', 'تسجيل الدخول']);
    language.hostDisconnected();
  });

  it('that does not come keeps nobody waiting for long: English shows until it does, and says that it is', async () => {
    let come = () => {};
    const { language, shown } = follow('de', async (tag) => {
      await new Promise<void>((resolve) => (come = resolve));
      return loadMessages(tag);
    });
    const first = await Promise.race([language.ready.then(() => 'ready'), aTimeout(4000)]);
    expect([first, ...shown()]).to.deep.equal(['ready', 'en', 'Sign in']);
    come();
    await until(() => language.code === 'de');
    expect(shown()).to.deep.equal(['de', 'Anmelden']);
    language.hostDisconnected();
  });
});
