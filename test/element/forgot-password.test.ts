import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { visit, visitScenario, type Person } from '../support/person.js';
import { openPool, otherCode, password } from '../support/pool.js';
import { impression } from './impression.js';
import { until } from './until.js';

const chosen = 'Green-Meadow-9';

const operations = async ({ pool }: Person) => (await pool.log()).map(({ operation }) => operation);

/** Code and new password, and Enter. */
async function answer(person: Person, code: string, newPassword: string): Promise<void> {
  person.paste('Code', code);
  person.paste('New password', newPassword);
  await person.press('Enter');
}

/** From the first step, where the name was typed. */
async function askForCode(person: Person, username: string): Promise<void> {
  await person.type('User name', username);
  await person.activate('Forgot password?');
  await person.sees('Reset your password');
  await person.press('Enter');
  await person.sees('Choose a new password');
}

describe('a forgotten password', () => {
  it('is changed with a code, and signs in with the new one', async () => {
    const clock = new FakeClock(Date.now());
    const person = await visitScenario('forgot-password', { clock });
    await person.type('User name', ' flo ');
    await person.activate('Forgot password?');
    await person.sees('Reset your password');
    expect(person.focused).to.equal(person.field('User name'));
    expect(person.field('User name').value).to.equal('flo');
    expect(person.status).to.equal('Reset your password. Say who you are, and we will send you a code.');
    expect(await person.messages(), 'nothing is sent before it is asked for').to.equal(0);
    await person.press('Enter');
    await person.sees('Choose a new password');
    expect(person.intro).to.equal('If there is an account for flo, a code is on its way.');
    expect(person.status).to.equal(`Choose a new password. ${person.intro}`);
    expect(person.focused).to.equal(person.field('Code'));
    expect(person.field('New password').autocomplete).to.equal('new-password');
    const [name] = person.form.elements as unknown as HTMLInputElement[];
    expect([name!.autocomplete, name!.value, name!.readOnly]).to.deep.equal(['username', 'flo', true]);
    expect(await person.messages()).to.equal(1);

    await answer(person, otherCode(await person.pool.lastCode()), chosen);
    expect(await person.hears('login-failure')).to.include({ code: 'wrong-code', step: 'reset-password' });
    expect(person.hint('Code')).to.equal('That code is not right.');
    expect([person.focused, person.status]).to.deep.equal([person.field('Code'), 'That code is not right.']);
    expect(person.field('New password').value, 'nobody types it twice').to.equal(chosen);

    await answer(person, await person.pool.lastCode(), 'Green-Meadow');
    expect(await person.hears('login-failure', 2)).to.include({ code: 'password-policy', step: 'reset-password' });
    expect(person.hint('New password')).to.contain('The password needs a digit.');
    expect([person.focused, person.status]).to.deep.equal([
      person.field('New password'),
      'The password needs a digit.',
    ]);

    expect(person.form.textContent).to.contain('New code in 0:30');
    clock.advance(30_000);
    await person.element.updateComplete;
    await person.activate('Send a new code');
    await until(() => person.form.textContent.includes('New code in 0:30'));
    expect(person.status.trim()).to.equal(person.intro);
    expect(person.focused).to.equal(person.field('Code'));
    expect(await person.messages()).to.equal(2);

    await answer(person, await person.pool.lastCode(), chosen);
    const { username, getSession } = await person.hears('login-success');
    expect(username).to.equal('flo');
    expect(await (getSession as () => Promise<unknown>)()).not.to.equal(null);
    expect(person.heading).to.equal('You are signed in');
    expect(person.told.map(({ type, detail }) => detail.step ?? type)).to.deep.equal([
      ...['forgot-password', 'reset-password', 'reset-password', 'reset-password', 'signed-in', 'login-success'],
    ]);
    expect(await person.messages()).to.equal(2);
    const all = await operations(person);
    expect(all.slice(-2), 'and one sign-in').to.deep.equal(['ConfirmForgotPassword', 'InitiateAuth']);
    expect(JSON.stringify(person.told)).not.to.contain(chosen);
  });

  it('asks who it is where no name was typed, and leads back', async () => {
    const person = await visitScenario('forgot-password');
    await person.activate('Forgot password?');
    await person.sees('Reset your password');
    await person.press('Enter');
    await until(() => person.hint('User name') === 'Enter your user name.');
    expect(person.focused).to.equal(person.field('User name'));
    expect(await operations(person)).to.deep.equal([]);
    await person.type('User name', 'flo');
    await person.activate('Back');
    await person.sees('Sign in');
    expect(person.field('User name').value).to.equal('flo');
  });

  it('can be left to the page', async () => {
    const person = await visitScenario('forgot-password', { passwordReset: 'off' });
    expect(person.hasButton('Forgot password?')).to.equal(false);
    person.element.passwordReset = 'offer';
    await person.element.updateComplete;
    expect(person.hasButton('Forgot password?')).to.equal(true);
  });
});

for (const preventUserExistenceErrors of [true, false])
  describe(`in a pool with preventUserExistenceErrors ${preventUserExistenceErrors ? 'on' : 'off'}`, () => {
    async function impressions(username: string) {
      const users = [
        { username: 'flo', email: 'flo@example.com', password },
        { username: 'dan', email: 'dan@example.com', password, status: 'disabled' as const },
        { username: 'nil', password },
      ];
      const pool = await openPool({ users, settings: { preventUserExistenceErrors } });
      const person = await visit({ pool, set: { authFlow: 'password' } });
      await askForCode(person, username);
      const asked = await impression(person, username);
      await answer(person, '000000', chosen);
      await person.hears('login-failure');
      const refused = await impression(person, username);
      return [asked, refused].map(({ messages: _, ...rest }) => rest);
    }

    it('nobody can tell whether there is an account, nor whether its password can be reset', async () => {
      const real = await impressions('flo');
      expect(real[1]!.told.at(-1)!.rest).to.deep.equal({
        ...{ code: 'wrong-code', step: 'reset-password', retryable: false },
      });
      for (const username of ['nobody', 'dan']) expect(await impressions(username), username).to.deep.equal(real);
      // What the service says later of a code that it never sent is its own.
      expect((await impressions('nil'))[0], 'without an address').to.deep.equal(real[0]);
    });
  });

describe('a password that the pool wants reset', () => {
  it('leads there by itself, and no second message is sent', async () => {
    const person = await visitScenario('reset-required', { passwordReset: 'off' });
    expect(await person.messages(), 'by whoever had it reset').to.equal(1);
    await person.signIn('rob');
    await person.sees('Choose a new password');
    expect(person.intro).to.equal('Your password has to be changed. Enter the code that you were sent.');
    expect(person.focused).to.equal(person.field('Code'));
    expect(person.heard('login-failure')).to.deep.equal([]);
    expect(person.hasButton('Send a new code'), 'that message may be old').to.equal(true);
    await answer(person, await person.pool.lastCode(), chosen);
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
    expect(await operations(person)).to.deep.equal(['InitiateAuth', 'ConfirmForgotPassword', 'InitiateAuth']);
  });
});
