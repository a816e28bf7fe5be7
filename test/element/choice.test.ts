/** Choice-based sign-in: the user name first, then what the pool takes as a proof. */
import { expect } from '@open-wc/testing';
import { scenarios } from '../../demo/user-pool/scenarios.js';
import { FakeClock } from '../support/fake-clock.js';
import { visit, visitScenario, type Person } from '../support/person.js';
import { openPool, password, wrongPassword } from '../support/pool.js';
import { impression } from './impression.js';
import { until } from './until.js';

const byPassword = 'Password Enter your password.';
const bySms = 'Text message We send a code to your phone.';
const byEmail = 'E-mail We send a code to your e-mail address.';
const another = 'Use another method';
const choosing = 'Choose how to sign in';

const set = { authFlow: 'choice' } as const;

/** Gives the name and waits for the step that comes of it. */
async function begin(person: Person, username: string, heading: string): Promise<void> {
  await person.type('User name', username);
  await person.press('Enter');
  await person.sees(heading);
}

const isAtHeading = ({ focused }: Person): boolean => Boolean(focused?.querySelector('h2'));
const nameInForm = ({ form }: Person) => (form.elements.namedItem('username') as HTMLInputElement).value;
const steps = (person: Person) => person.heard('login-step').map(({ step }) => step);

describe('choice-based sign-in', () => {
  it('asks for the name, then for a choice, then for the password until it is right', async () => {
    const person = await visitScenario('choice', set);
    expect(person.has('Password')).to.equal(false);
    await person.press('Tab');
    await begin(person, 'cho', choosing);
    expect(isAtHeading(person)).to.equal(true);
    expect(person.status).to.equal('Choose how to sign in. Any of these works.');
    expect(nameInForm(person)).to.equal('cho');

    await person.activate(byPassword);
    await person.sees('Enter your password');
    expect(person.focused).to.equal(person.field('Password'));
    expect([nameInForm(person), person.status]).to.deep.equal(['cho', 'Enter your password. Welcome back.']);
    await person.press('Enter');
    await until(() => person.hint('Password') === 'Enter your password.');
    await person.type('Password', wrongPassword);
    await person.press('Enter');
    expect(await person.hears('login-failure')).to.include({ code: 'invalid-credentials', step: 'password' });
    expect(person.hint('Password')).to.equal('The user name or password is not right.');
    expect(person.focused).to.equal(person.field('Password'));
    expect(person.hasButton('Forgot password?')).to.equal(true);
    await person.type('Password', password);
    await person.press('Enter');
    expect(await person.hears('login-success')).to.include({ username: 'cho' });
    expect(steps(person)).to.deep.equal(['choose-factor', 'password', 'signed-in']);
    expect(JSON.stringify(person.told)).not.to.include(password);
    expect(await person.messages()).to.equal(0);
  });

  it('takes a code, sends another for one press without a password, and leads back to the choice', async () => {
    const clock = new FakeClock(Date.now());
    const person = await visitScenario('choice', { ...set, clock });
    await begin(person, 'cho', choosing);
    expect(await person.messages(), 'before the choice').to.equal(0);
    await person.activate(bySms);
    await person.sees('Check your phone');
    expect(person.focused).to.equal(person.field('Code'));
    expect(await person.messages()).to.equal(1);

    clock.advance(30_000);
    await person.element.updateComplete;
    await person.activate('Send a new code');
    expect(await person.hears('login-code-sent', 2)).to.include({ channel: 'sms', count: 2 });
    expect(person.has('Password')).to.equal(false);
    expect(person.focused).to.equal(person.field('Code'));
    await person.activate(another);
    await person.sees(choosing);
    expect(isAtHeading(person)).to.equal(true);
    expect(await person.messages(), 'back at the choice').to.equal(2);
    await person.activate(bySms);
    expect([person.heading, await person.messages()], 'no other by the same way yet').to.deep.equal([choosing, 2]);

    await person.activate(byEmail);
    await person.sees('Check your e-mail');
    expect(await person.hears('login-code-sent', 3)).to.include({ channel: 'email', count: 3 });
    expect(await person.messages()).to.equal(3);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(steps(person)).to.deep.equal(['choose-factor', 'code', 'choose-factor', 'code', 'signed-in']);
    expect(person.heard('login-failure')).to.be.empty;
    expect(await person.messages()).to.equal(3);
  });

  it('begins with the preferred factor, and leads from it to the others', async () => {
    const person = await visitScenario('choice', { ...set, preferredFactor: 'password' });
    await begin(person, 'cho', 'Enter your password');
    await person.activate(another);
    await person.sees(choosing);
    expect(isAtHeading(person)).to.equal(true);
    await person.activate(bySms);
    await person.sees('Check your phone');
    expect(await person.messages()).to.equal(1);

    const other = await visitScenario('choice', { ...set, preferredFactor: 'email' });
    await begin(other, 'cho', 'Check your e-mail');
    expect(await other.messages()).to.equal(1);
    await other.activate(another);
    await other.sees(choosing);
    expect(await other.messages()).to.equal(1);

    const without = await visitScenario('choice', { ...set, preferredFactor: 'passkey' });
    await begin(without, 'cho', choosing);
    expect(await without.messages()).to.equal(0);
  });

  it('offers no other method where the pool has one', async () => {
    const person = await visitScenario('choice', set, { signInFactors: ['PASSWORD'] });
    await begin(person, 'cho', 'Enter your password');
    expect(person.hasButton(another)).to.equal(false);
    await person.activate('Forgot password?');
    await person.sees('Reset your password');
    expect([person.field('User name').value, await person.messages()]).to.deep.equal(['cho', 0]);
    await person.activate('Back');
    await person.sees('Sign in');
    expect(person.field('User name').value).to.equal('cho');

    const byMail = await visitScenario('choice-otp', set);
    await begin(byMail, 'coe', choosing);
    expect(byMail.intro).to.equal('This is the method set up for your account.');
    expect(await byMail.messages(), 'a message is sent for a press alone').to.equal(0);
    await byMail.activate(byEmail);
    await byMail.sees('Check your e-mail');
    expect(byMail.hasButton(another)).to.equal(false);
    await byMail.enterSentCode();
    await byMail.hears('login-success');
    expect(await byMail.messages()).to.equal(1);
  });

  it('does not tell an unknown user from a known one', async () => {
    const { settings, user } = scenarios.find(({ name }) => name === 'choice')!;
    async function refused(username: string) {
      // A name that is no part of a word in the markup.
      const pool = await openPool({ settings, users: [{ ...user, username: 'wilhelmina' }] });
      const person = await visit({ pool, set });
      await begin(person, username, choosing);
      const offered = await impression(person, username);
      await person.activate(byPassword);
      await person.sees('Enter your password');
      await person.type('Password', wrongPassword);
      await person.press('Enter');
      await person.hears('login-failure');
      return [offered, await impression(person, username)];
    }
    const known = await refused('wilhelmina');
    expect(known[1]!.told.at(-1)!.rest).to.deep.equal({
      code: 'invalid-credentials',
      step: 'password',
      retryable: false,
    });
    expect(await refused('nobody')).to.deep.equal(known);
  });
});
