import { expect } from '@open-wc/testing';
import type { UserSession } from '../../src/index.js';
import { listenToConsole } from '../support/faults.js';
import { visit, visitScenario, type Person } from '../support/person.js';
import { password, wrongPassword } from '../support/pool.js';
import { openScenario } from '../support/scenarios.js';
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

const prefix = ({ pool }: Person) => `CognitoIdentityServiceProvider.${pool.clientId}`;
