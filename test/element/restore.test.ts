import { expect } from '@open-wc/testing';
import type { UserSession } from '../../src/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { visit, type Person } from '../support/person.js';
import { bob, openPool, type TestPool } from '../support/pool.js';
import { jwt } from '../support/scripted-service.js';
import { until } from './until.js';

type Settings = Parameters<typeof visit>[0] & object;

const here = (pool: TestPool, set: Settings['set'] = {}) =>
  visit({ pool, set: { authFlow: 'password', storage: 'local', ...set } });

/** Somebody who is signed in, and stays on the page. */
async function signedIn(settings = {}, set: Settings['set'] = {}): Promise<Person> {
  const person = await here(await openPool({ users: [bob], settings }), set);
  await person.signIn('bob');
  await person.hears('login-success');
  return person;
}

/** Tokens that are left behind, and nobody on the page. */
async function leaveSession(settings = {}): Promise<TestPool> {
  const { pool, element } = await signedIn(settings);
  element.remove();
  return pool;
}

const keyOf = ({ clientId }: TestPool, name: string) => `CognitoIdentityServiceProvider.${clientId}.bob.${name}`;

/** The access token ran out an hour ago. */
const runOut = (pool: TestPool) =>
  localStorage.setItem(keyOf(pool, 'accessToken'), jwt({ from: -7200, until: -3600, username: 'bob' }));

/** What the pool was asked since, whether it gave it or not. */
const asked = async (pool: TestPool, since: number) =>
  (await pool.log()).slice(since).map(({ operation }) => operation);

const accessToken = async ({ element }: Person) => (await element.getSession())?.getAccessToken().getJwtToken();

/** The device's clock goes, for whatever looks at it, until the test ends. */
function letTimePass(ms: number): void {
  const Real = Date;
  class Later extends Real {
    constructor(value: number | string | Date = Real.now() + ms) {
      super(value);
    }
    static override now = () => Real.now() + ms;
  }
  globalThis.Date = Later as DateConstructor;
  undo.push(() => (globalThis.Date = Real));
}
const undo: (() => void)[] = [];
afterEach(() => undo.splice(0).forEach((step) => step()));

describe('a session that an earlier page left', () => {
  it('is there again, with a step and no success', async () => {
    const pool = await leaveSession();
    const before = (await pool.log()).length;
    const person = await here(pool);
    expect(await person.hears('login-step')).to.deep.equal({ step: 'signed-in', previous: 'sign-in' });
    expect(person.heading).to.equal('You are signed in');
    expect(person.intro).to.equal('Signed in as bob.');
    expect(person.told).to.have.lengthOf(1);
    expect(person.focused, 'nobody acted here').to.equal(document.body);
    expect(person.element.querySelector('form')).to.equal(null);
    expect(await accessToken(person)).to.equal(localStorage.getItem(keyOf(pool, 'accessToken')));
    expect(await asked(pool, before)).to.deep.equal([]);
    await person.activate('Sign out');
    expect(await person.hears('login-signed-out')).to.deep.equal({ username: 'bob', global: false });
    expect(person.focused).to.equal(person.field('User name'));
  });

  it('is there again for an app that sets the ids late', async () => {
    const pool = await leaveSession();
    const person = await here(pool, { userPoolId: '', clientId: '' });
    expect(person.heading).to.equal('Sign in');
    const { userPoolId, clientId } = pool;
    Object.assign(person.element, { userPoolId, clientId });
    await person.sees('You are signed in');
    expect(person.told.map(({ type }) => type)).to.deep.equal(['login-step']);
  });

  it('shows what the page puts in the button’s place', async () => {
    const pool = await leaveSession();
    const person = await here(pool);
    await person.sees('You are signed in');
    expect(person.button('Sign out').checkVisibility()).to.equal(true);
    person.element.innerHTML = '<a slot="signed-in" href="#home">To your orders</a>';
    await person.element.updateComplete;
    expect(person.button('Sign out').checkVisibility()).to.equal(false);
    expect(person.element.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  for (const refreshTokenRotation of [false, true])
    it(`is refreshed once by two elements side by side${refreshTokenRotation ? ', also with rotation' : ''}`, async () => {
      const pool = await leaveSession({ refreshTokenRotation });
      runOut(pool);
      const before = (await pool.log()).length;
      const both = await Promise.all([here(pool), here(pool)]);
      for (const person of both) {
        expect(await person.hears('login-step')).to.include({ step: 'signed-in' });
        expect(person.told).to.have.lengthOf(1);
      }
      const [one, other] = await Promise.all(both.map(accessToken));
      expect([one, other]).to.deep.equal(Array(2).fill(localStorage.getItem(keyOf(pool, 'accessToken'))));
      expect(await asked(pool, before)).to.deep.equal(['GetTokensFromRefreshToken']);
    });

  it('that the service refuses leaves the first step, and nothing stored', async () => {
    const { pool, element } = await signedIn();
    const token = (await element.getSession())!.getAccessToken().getJwtToken();
    element.remove();
    await endEverywhere(pool, token);
    runOut(pool);
    const person = await here(pool);
    await until(() => !localStorage.getItem(keyOf(pool, 'refreshToken')));
    expect(person.heading).to.equal('Sign in');
    expect(person.told).to.deep.equal([]);
    expect(await person.element.getSession()).to.equal(null);
  });
});

/** As another device does it. */
async function endEverywhere({ endpoint }: TestPool, AccessToken: string): Promise<void> {
  const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.GlobalSignOut' };
  const type = { 'content-type': 'application/x-amz-json-1.1' };
  const body = JSON.stringify({ AccessToken });
  const response = await fetch(endpoint, { method: 'POST', headers: { ...headers, ...type }, body });
  expect(response.status).to.equal(200);
}

describe('a session while somebody is signed in', () => {
  const almostAnHour = 3_545_000;

  /** Until the element waits for the session's end. */
  async function watching(clock: FakeClock): Promise<Person> {
    const person = await signedIn({}, { clock });
    await until(() => clock.pending === 1);
    return person;
  }

  it('is refreshed before it ends, with one request, and nobody notices', async () => {
    const clock = new FakeClock(Date.now());
    const person = await watching(clock);
    const [before, heard] = [await accessToken(person), person.told.length];
    const { length } = await person.pool.log();
    await person.pool.advance(almostAnHour);
    letTimePass(almostAnHour);
    clock.advance(almostAnHour);
    const stored = () => localStorage.getItem(keyOf(person.pool, 'accessToken'));
    await until(() => stored() !== before);
    expect(await accessToken(person)).to.equal(stored());
    expect(await asked(person.pool, length)).to.deep.equal(['GetTokensFromRefreshToken']);
    expect(person.told).to.have.lengthOf(heard);
    await until(() => clock.pending === 1, 'the next end is waited for');
  });

  it('that was ended elsewhere ends here at the next refresh', async () => {
    const clock = new FakeClock(Date.now());
    const person = await watching(clock);
    await endEverywhere(person.pool, (await accessToken(person))!);
    await person.pool.advance(almostAnHour);
    letTimePass(almostAnHour);
    clock.advance(almostAnHour);
    expect(await person.hears('login-signed-out')).to.deep.equal({ username: 'bob', global: false });
    expect(person.heading).to.equal('Sign in');
    expect(Object.keys(localStorage).filter((key) => key.includes(person.pool.clientId))).to.deep.equal([]);
    expect((await person.element.getSession()) as UserSession | null).to.equal(null);
  });
});
