import { aTimeout, expect } from '@open-wc/testing';
import type { UserSession } from '../../src/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { listenToConsole } from '../support/faults.js';
import { visit, visitScenario, type Person } from '../support/person.js';
import { ann, eve, openPool, password, wrongPassword } from '../support/pool.js';
import { jwt, type RequestParams } from '../support/scripted-service.js';
import { openScenario } from '../support/scenarios.js';
import { holdFetch } from './held-fetch.js';
import { until } from './until.js';

const reauth = { mode: 'reauth', username: 'ray', storage: 'local' } as const;

/** Byte for byte what is stored for the client. */
const stored = ({ pool }: Person) =>
  Object.fromEntries(Object.entries({ ...localStorage }).filter(([key]) => key.includes(pool.clientId)));

const refreshToken = (session: UserSession | null | undefined) => session?.getRefreshToken().getToken();

const hiddenName = ({ form }: Person) => form.querySelector<HTMLInputElement>('[name=username]')!;

/** Somebody who is signed in, and is asked for the password once more. */
async function asked() {
  const earlier = await visitScenario('reauth', { storage: 'local' });
  await earlier.signIn('ray');
  await earlier.hears('login-success');
  earlier.element.remove();
  return visit({ pool: earlier.pool, set: { authFlow: 'password', ...reauth } });
}

async function confirm(person: Person, secret = password): Promise<void> {
  await person.type('Password', secret);
  await person.press('Enter');
}

describe('mode="reauth"', () => {
  it('confirms the one person it is told of, and leaves the stored session as it is', async () => {
    const person = await asked();
    const before = stored(person);
    expect(Object.keys(before)).to.have.lengthOf(5);
    expect(person.heading).to.equal('Confirm it’s you');
    expect(person.intro).to.equal('You are signed in as ray.');
    expect(person.form.querySelectorAll('label')).to.have.lengthOf(1);
    expect(person.hasButton('Forgot password?')).to.equal(false);
    expect([person.hasButton('Continue'), person.hasButton('Sign in')]).to.deep.equal([true, false]);
    const name = hiddenName(person);
    expect([name.readOnly, name.tabIndex, name.value, name.autocomplete]).to.deep.equal([true, -1, 'ray', 'username']);
    person.element.focus();
    expect(person.focused).to.equal(person.field('Password'));

    await confirm(person, wrongPassword);
    expect(await person.hears('login-failure')).to.include({ code: 'invalid-credentials' });
    expect(person.hint('Password')).to.equal('The password is not right.');
    expect(person.focused).to.equal(person.field('Password'));
    expect(stored(person)).to.deep.equal(before);

    await confirm(person);
    const { username, getSession } = await person.hears('login-success');
    expect(username).to.equal('ray');
    const fresh = await (getSession as () => Promise<UserSession | null>)();
    expect(refreshToken(fresh))
      .to.be.a('string')
      .and.not.equal(before[`${prefix(person)}.ray.refreshToken`]);
    expect(stored(person), 'byte for byte').to.deep.equal(before);
    expect([person.heading, person.hasButton('Sign out')]).to.deep.equal(['Confirmed', false]);
    expect(await person.messages()).to.equal(0);
  });

  it('asks for the code as well, with one message for each sign-in', async () => {
    const pool = await openPool({ users: [ann] });
    const earlier = await visit({ pool, set: { authFlow: 'password', storage: 'local' } });
    await earlier.signIn('ann');
    await earlier.sees('Check your phone');
    await earlier.enterSentCode();
    await earlier.hears('login-success');
    earlier.element.remove();
    const person = await visit({ pool, set: { authFlow: 'password', ...reauth, username: 'ann' } });
    const before = stored(person);
    expect(Object.keys(before)).to.have.lengthOf(5);
    await confirm(person);
    await person.sees('Check your phone');
    expect(person.heard('login-success'), 'before the code').to.be.empty;
    await person.enterSentCode();
    await person.sees('Confirmed');
    expect(person.heard('login-success')).to.have.lengthOf(1);
    expect(stored(person)).to.deep.equal(before);
    expect(await person.messages()).to.equal(2);
  });

  it('can be asked for again, and ends the stored session when told to sign out', async () => {
    const person = await asked();
    const before = stored(person);
    await confirm(person);
    await person.hears('login-success');
    // Whatever a script or an extension writes into the hidden field.
    person.element.startOver();
    await person.sees('Confirm it’s you');
    hiddenName(person).value = 'eve';
    person.element.startOver();
    await person.element.updateComplete;
    expect(person.intro).to.equal('You are signed in as ray.');
    hiddenName(person).value = 'eve';
    await confirm(person);
    expect(await person.hears('login-success', 2)).to.include({ username: 'ray' });
    expect(stored(person)).to.deep.equal(before);
    person.element.signOut();
    await person.hears('login-signed-out');
    expect(stored(person)).to.deep.equal({});
    expect((await person.pool.log()).at(-1)).to.include({ operation: 'RevokeToken', status: 200 });
  });

  it('tells the developer when it is not told whom to confirm', async () => {
    const lines = listenToConsole();
    const pool = await openScenario('reauth');
    const person = await visit({ pool, set: { authFlow: 'password', mode: 'reauth' } });
    const sentence = '<cognito-mfa-login>: mode="reauth" confirms one person: set username.';
    await until(() => lines.some(({ text }) => text === sentence));
    await confirm(person);
    await until(() => person.status === 'Enter your user name.');
    expect(await pool.log()).to.deep.equal([]);
  });
});

describe('mode="reauth" whose user name is changed during an attempt', () => {
  /** Whom the latest attempt was for. */
  const lastName = (bodies: readonly Record<string, unknown>[]) =>
    bodies.flatMap(({ AuthParameters }: RequestParams) => AuthParameters?.USERNAME ?? []).at(-1);

  async function begun(secret?: string) {
    const [clock, held] = [new FakeClock(Date.now()), holdFetch()];
    const pool = await openPool({ users: [ann, eve] });
    const set = {
      ...reauth,
      username: 'ann',
      storage: 'memory',
      authFlow: 'password',
      clock,
      fetch: held.fetch,
    } as const;
    const person = await visit({ pool, set });
    held.hold();
    await confirm(person, secret);
    await until(() => held.bodies.length === 1);
    return { person, clock, held };
  }

  async function expectNext({ person, held }: Awaited<ReturnType<typeof begun>>): Promise<void> {
    await until(() => person.intro === 'You are signed in as eve.');
    expect(hiddenName(person).value).to.equal('eve');
    expect(lastName(held.bodies)).to.equal('ann');
    await confirm(person);
    await person.sees('Check your e-mail');
    expect(lastName(held.bodies)).to.equal('eve');
    await person.enterSentCode();
    expect(await person.hears('login-success')).to.include({ username: 'eve' });
  }

  for (const [what, leave] of [
    ['"Back"', ({ person }) => person.activate('Back')],
    ['the time is over', ({ clock }) => Promise.resolve(clock.advance(180_000))],
  ] satisfies [string, (attempt: Awaited<ReturnType<typeof begun>>) => Promise<void>][]) {
    it(`asks for the new one after ${what}`, async () => {
      const attempt = await begun();
      const { person, held } = attempt;
      held.release();
      await person.sees('Check your phone');
      person.element.username = 'eve';
      await person.element.updateComplete;
      expect(person.form.textContent, 'whose code it is').to.include('ann');
      await leave(attempt);
      await expectNext(attempt);
    });
  }

  it('asks for the new one after a refusal', async () => {
    const attempt = await begun(wrongPassword);
    attempt.person.element.username = 'eve';
    await attempt.person.element.updateComplete;
    expect(attempt.person.intro, 'who is being confirmed').to.equal('You are signed in as ann.');
    attempt.held.release();
    await attempt.person.hears('login-failure');
    await expectNext(attempt);
  });
});

describe('mode, switched on an element that stays on the page', () => {
  const signedIn = async () => {
    const person = await visitScenario('reauth', { storage: 'local' });
    await person.signIn('ray');
    await person.hears('login-success');
    return person;
  };
  /** Every heading that stood there, from now on. */
  const headings = ({ element, heading }: Person) => {
    const seen = [heading];
    const h2 = element.shadowRoot!.querySelector('h2')!;
    const watch = () => seen.at(-1) !== h2.textContent && seen.push(h2.textContent);
    new MutationObserver(watch).observe(h2, { childList: true });
    return seen;
  };
  /** As if another tab had changed something, and had time to be noticed. */
  const changeElsewhere = async () => {
    dispatchEvent(new StorageEvent('storage', { key: null, storageArea: localStorage }));
    await aTimeout(50);
  };

  it('asks whoever is signed in, confirms nobody before that, and leaves the session alone after it', async () => {
    const person = await signedIn();
    const before = stored(person);
    const seen = headings(person);
    Object.assign(person.element, { mode: 'reauth', username: 'ray' });
    await person.sees('Confirm it’s you');
    expect(person.intro).to.equal('You are signed in as ray.');
    await changeElsewhere();
    await confirm(person);
    await person.hears('login-success', 2);
    expect(seen).to.deep.equal(['You are signed in', 'Confirm it’s you', 'Confirmed']);
    await changeElsewhere();
    expect([person.heading, person.heard('login-signed-out')]).to.deep.equal(['Confirmed', []]);
    expect(stored(person)).to.deep.equal(before);
  });

  it('finds the stored session on the way back, and follows it', async () => {
    const person = await asked();
    await confirm(person);
    await person.hears('login-success');
    person.element.mode = 'sign-in';
    await person.sees('You are signed in');
    expect(person.hasButton('Sign out')).to.equal(true);
    expect(person.heard('login-success')).to.have.lengthOf(1);
    for (const key of Object.keys(stored(person))) localStorage.removeItem(key);
    await changeElsewhere();
    expect(person.heard('login-signed-out')).to.deep.equal([{ username: 'ray', global: false }]);
  });

  it('is not confirmed by the stored session that is being looked for', async () => {
    const { element, pool } = await signedIn();
    element.remove();
    const key = `CognitoIdentityServiceProvider.${pool.clientId}.ray.accessToken`;
    localStorage.setItem(key, jwt({ from: -7200, until: -3600, username: 'ray' }));
    const held = holdFetch();
    held.hold();
    const person = await visit({ pool, set: { authFlow: 'password', storage: 'local', fetch: held.fetch } });
    await until(() => held.bodies.length === 1);
    Object.assign(person.element, { mode: 'reauth', username: 'ray' });
    held.release();
    await until(() => localStorage.getItem(key) !== null && !localStorage.getItem(key)!.endsWith('.AA'));
    await changeElsewhere();
    expect([person.heading, person.told]).to.deep.equal(['Confirm it’s you', []]);
  });

  it('asks for the one whom the page names, whatever was typed before', async () => {
    const person = await visitScenario('reauth');
    await person.type('User name', 'eve');
    Object.assign(person.element, { mode: 'reauth', username: 'ray' });
    await person.sees('Confirm it’s you');
    expect(person.intro).to.equal('You are signed in as ray.');
    await confirm(person);
    expect(await person.hears('login-success')).to.include({ username: 'ray' });
  });

  it('takes no step back when it says the same by another word', async () => {
    const person = await signedIn();
    const { length } = person.told;
    Object.assign(person.element, { mode: undefined });
    await person.element.updateComplete;
    expect([person.heading, person.told.length]).to.deep.equal(['You are signed in', length]);
  });
});

const prefix = ({ pool }: Person) => `CognitoIdentityServiceProvider.${pool.clientId}`;
