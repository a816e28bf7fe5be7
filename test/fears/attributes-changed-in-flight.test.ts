import { expect } from '@open-wc/testing';
import type { CognitoMfaLogin } from '../../src/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { Network, sessionKeys, storedFor } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool, type TestPool } from '../support/pool.js';

describe('changing the settings while a sign-in is under way', () => {
  let network: Network;
  let elsewhere: TestPool;
  let person: Person;

  beforeEach(async () => {
    network = new Network();
    elsewhere = await openPool({ users: [ann] });
    const { fetch } = network;
    const pool = await openPool({ users: [ann] });
    person = await visit({ pool, set: { fetch, authFlow: 'password', storage: 'session' } });
  });

  /** Everything that says where and how to sign in. */
  function change(element: CognitoMfaLogin): void {
    element.setAttribute('user-pool-id', elsewhere.userPoolId);
    element.setAttribute('client-id', elsewhere.clientId);
    element.setAttribute('auth-flow', 'srp');
    element.setAttribute('storage', 'memory');
    element.setAttribute('theme', 'dark');
    element.endpoint = elsewhere.endpoint;
  }

  async function finishesAsItBegan(): Promise<void> {
    await person.sees('Check your phone');
    await person.enterSentCode();
    await person.hears('login-success');
    expect(Object.keys(storedFor(person.pool.clientId)).sort()).to.deep.equal(
      sessionKeys(person.pool.clientId, 'ann').sort(),
    );
    expect(await elsewhere.log()).to.be.empty;
    expect(await person.messages()).to.equal(1);
    expect(person.heard('login-failure')).to.be.empty;
    const session = await person.element.getSession();
    expect(session?.getIdToken().decodePayload()['aud']).to.equal(person.pool.clientId);
  }

  it('lets the sign-in finish as it began when a request is under way', async () => {
    network.hold();
    await person.signIn('ann');
    await network.waits();
    change(person.element);
    await network.release();
    await finishesAsItBegan();
  });

  it('lets the sign-in finish as it began when it has only just begun', async () => {
    await person.type('User name', 'ann');
    await person.type('Password', ann.password);
    person.form.addEventListener('submit', () => queueMicrotask(() => change(person.element)), { once: true });
    await person.press('Enter');
    await finishesAsItBegan();
  });

  it('lets the sign-in finish as it began in the code step, and uses the new settings for the next', async () => {
    await person.signIn('ann');
    await person.sees('Check your phone');
    change(person.element);
    await finishesAsItBegan();
    person.element.startOver();
    await person.element.updateComplete;
    await person.signIn('ann');
    await person.hears('login-code-sent', 2);
    expect((await elsewhere.log()).map(({ operation }) => operation)).to.deep.equal([
      'InitiateAuth',
      'RespondToAuthChallenge',
    ]);
    await person.enterCode(await elsewhere.lastCode());
    await person.hears('login-success', 2);
    const session = await person.element.getSession();
    expect(session?.getIdToken().decodePayload()['aud']).to.equal(elsewhere.clientId);
    expect(sessionStorage.getItem(sessionKeys(elsewhere.clientId, 'ann')[0]!)).to.equal(null);
    expect(await person.messages()).to.equal(1);
  });

  it('resets a password where the settings say by then', async () => {
    await person.signIn('ann', 'wrong password');
    await person.hears('login-failure');
    const before = (await person.pool.log()).length;
    change(person.element);
    await person.element.updateComplete;
    await person.activate('Forgot password?');
    await person.activate('Send a code');
    await person.hears('login-step', 2);
    expect((await elsewhere.log()).map(({ operation }) => operation)).to.deep.equal(['ForgotPassword']);
    expect(await person.pool.log()).to.have.lengthOf(before);
  });

  it('sends a new code from where the first came', async () => {
    const clock = new FakeClock(Date.now());
    person.element.clock = clock;
    await person.signIn('ann');
    await person.sees('Check your phone');
    change(person.element);
    clock.advance(30_000);
    await person.element.updateComplete;
    person.button('Send a new code').click();
    await person.hears('login-code-sent', 2);
    expect(await elsewhere.log()).to.be.empty;
    expect(await person.messages()).to.equal(2);
  });

  it('names in login-success the one who signed in, whatever name the page suggests meanwhile', async () => {
    network.hold();
    await person.signIn('ann');
    await network.waits();
    person.element.username = 'eve';
    await network.release();
    await person.sees('Check your phone');
    await person.enterSentCode();
    expect(await person.hears('login-success')).to.include({ username: 'ann' });
  });

  it('moves the form with what was typed when fields changes', async () => {
    await person.signIn('ann');
    await person.sees('Check your phone');
    await person.type('Code', '12');
    for (const fields of ['shadow', 'slotted'] as const) {
      person.element.fields = fields;
      await person.element.updateComplete;
      expect(person.form.getRootNode()).to.equal(fields === 'shadow' ? person.element.shadowRoot : document);
      expect(person.field('Code').value).to.equal('12');
    }
    await finishesAsItBegan();
  });

  it('speaks the new language at once, and keeps what was typed', async () => {
    network.hold();
    await person.signIn('ann');
    await network.waits();
    person.element.lang = 'de';
    await network.release();
    await person.sees('Schauen Sie auf Ihr Telefon');
    await person.type('Code', '12');
    person.element.lang = 'en';
    await person.sees('Check your phone');
    expect(person.field('Code').value).to.equal('12');
    await finishesAsItBegan();
  });
});
