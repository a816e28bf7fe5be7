/** When the browser is asked to list passkeys with the saved user names; what comes of it is in passkey.test.ts. */
import { aTimeout, expect } from '@open-wc/testing';
import { addAuthenticator, removeAuthenticator } from '../support/authenticator.js';
import { visit } from '../support/person.js';
import { openPool } from '../support/pool.js';
import { challenge, refusal, scriptedService } from '../support/scripted-service.js';
import { until } from './until.js';

describe('the list of passkeys', () => {
  beforeEach(async function () {
    if (!(await addAuthenticator())) this.skip();
  });
  afterEach(async () => {
    // WebKitGTK has none.
    const { credentials } = navigator as { credentials?: CredentialsContainer };
    if (credentials) Reflect.deleteProperty(credentials, 'get');
    await removeAuthenticator();
  });

  it('is asked for anew after one was picked that the pool has not any more', async () => {
    const response = { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA' };
    const picked = { toJSON: () => ({ id: 'AA', response }) };
    Object.defineProperty(navigator.credentials, 'get', { value: () => Promise.resolve(picked), configurable: true });
    const options = { challenge: 'AAAA', rpId: location.hostname, allowCredentials: [] };
    const asked = () => challenge('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) });
    const refused = () => refusal('NotAuthorizedException', 'Incorrect.');
    const { fetch, sent } = scriptedService(asked(), refused(), refused());
    const set = { fetch, username: 'pat', passkeys: 'sign-in', authFlow: 'password' } as const;
    const person = await visit({ pool: await openPool({ users: [] }), set });
    person.field('User name').focus();
    await person.hears('login-failure');
    expect(sent).to.have.lengthOf(2);
    person.field('Password').focus();
    person.field('User name').focus();
    await until(() => sent.length === 3);
  });

  it('is asked for once for each name, and anew once the page has started over', async () => {
    const refused = () => refusal('NotAuthorizedException', 'Incorrect.');
    const { fetch, sent } = scriptedService(refused(), refused());
    const set = { fetch, username: 'pat', passkeys: 'sign-in', authFlow: 'password' } as const;
    const person = await visit({ pool: await openPool({ users: [] }), set });
    person.field('User name').focus();
    await until(() => sent.length === 1);
    person.field('Password').focus();
    person.field('User name').focus();
    await aTimeout(50);
    expect(sent).to.have.lengthOf(1);
    person.element.startOver();
    await person.element.updateComplete;
    person.field('User name').focus();
    await until(() => sent.length === 2);
    expect(sent.every(({ params }) => params.AuthParameters?.PREFERRED_CHALLENGE === 'WEB_AUTHN')).to.equal(true);
  });
});
