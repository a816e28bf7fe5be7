/** The first paint waits for nobody. Each test file has a page of its own, so the first test here sees everything load. */
import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { visit } from '../support/person.js';
import { bob, openPool } from '../support/pool.js';

const loaded = (part: RegExp): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => part.test(name));

const sdk = /amazon-cognito-identity-js|open-cognito/;

describe('loading', () => {
  it('the SDK is not loaded before the element is on a page, nor before the form is there', async () => {
    const pool = await openPool({ users: [bob] });
    await customElements.whenDefined('cognito-mfa-login');
    expect(loaded(sdk)).to.be.empty;
    document.createElement('cognito-mfa-login');
    await nextFrame();
    expect(loaded(sdk)).to.be.empty;

    const person = await visit({ pool });
    expect(loaded(sdk), 'when the form was painted').to.be.empty;
    expect(person.field('User name').readOnly).to.equal(false);
    // Typed and sent while the SDK is on its way.
    await person.signIn('bob');
    await waitUntil(() => person.heard('login-success').length > 0, 'no success', { timeout: 20_000 });
    expect(loaded(sdk)).not.to.be.empty;
    expect(await person.messages()).to.equal(0);
  }).timeout(30_000); // the test runner bundles the SDK when it is first asked for

  it('the SDK is loaded without anybody’s asking once the element is there', async () => {
    await visit({ pool: await openPool({ users: [bob] }) });
    await waitUntil(() => loaded(/open-cognito/).length > 0, 'not loaded', { timeout: 8000 });
  });
});
