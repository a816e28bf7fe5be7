/** Pools ask for several things in a row: each has a step of its own for the person, and a Session of its own. */
import { expect } from '@open-wc/testing';
import { Network } from '../support/faults.js';
import { visitScenario } from '../support/person.js';

type Set = NonNullable<Parameters<typeof visitScenario>[1]>;

async function open(scenario: string, set: Set = {}) {
  const network = new Network();
  const person = await visitScenario(scenario, { fetch: network.fetch, ...set });
  return {
    ...{ person, username: person.pool.username },
    /** What the pool was asked and told: the challenge answered, or the operation. */
    asked: async () => (await person.pool.log()).map(({ challenge, operation }) => challenge ?? operation),
    steps: () => person.heard('login-step').map(({ step }) => step),
    /** The Session of every answer, oldest first. */
    sessions: () =>
      network.answers
        .map((answer) => (JSON.parse(answer) as { Session?: string }).Session)
        .filter((session) => session !== undefined),
  };
}

/** Each is another. */
const expectOwn = (sessions: readonly string[], count: number): void => {
  expect(new Set(sessions).size).to.equal(count);
  expect(sessions).to.have.lengthOf(count);
};

const renewed = 'New-Lagoon-8';

describe('one after another', () => {
  it('a new password, an authenticator app, and a device to remember', async () => {
    const { person, asked, steps, sessions } = await open('new-password-then-set-up');
    await person.signIn('nat');
    await person.sees('Choose a new password');
    expect(person.focused).to.equal(person.field('New password'));
    await person.type('New password', renewed);
    await person.press('Enter');
    await person.sees('Set up a second step');
    await person.activate('Authenticator app An app on your phone shows a code whenever you sign in.');
    await person.sees('Set up your authenticator app');
    await person.enterCode(await person.pool.authenticatorCode('nat'));
    await person.sees('Remember this device?');
    expect(person.heard('login-success')).to.be.empty;
    await person.activate('Remember this device');
    expect(await person.hears('login-success')).to.include({ username: 'nat' });
    expect(await asked()).to.deep.equal([
      ...['InitiateAuth', 'NEW_PASSWORD_REQUIRED', 'AssociateSoftwareToken', 'VerifySoftwareToken', 'MFA_SETUP'],
      ...['ConfirmDevice', 'UpdateDeviceStatus'],
    ]);
    expectOwn(sessions(), 4);
    expect(steps()).to.deep.equal([
      ...['new-password', 'choose-set-up', 'set-up-totp', 'remember-device', 'signed-in'],
    ]);
    expect(await person.messages()).to.equal(0);
  });

  it('a new password and a code by e-mail, by SRP', async () => {
    const { person, asked, steps, sessions } = await open('new-password-then-email-code', { authFlow: 'srp' });
    await person.signIn('nan');
    await person.sees('Choose a new password');
    expect(await person.messages()).to.equal(0);
    await person.type('New password', renewed);
    await person.press('Enter');
    await person.sees('Check your e-mail');
    expect(await person.messages()).to.equal(1);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await asked()).to.deep.equal([
      ...['InitiateAuth', 'PASSWORD_VERIFIER', 'NEW_PASSWORD_REQUIRED', 'EMAIL_OTP'],
    ]);
    expectOwn(sessions(), 2);
    expect(steps()).to.deep.equal(['new-password', 'code', 'signed-in']);
    expect(await person.messages()).to.equal(1);
  });

  it('a choice, its code, and a device that is not to be remembered', async () => {
    const { person, asked, steps, sessions } = await open('choose-then-device');
    await person.signIn('des');
    await person.sees('Choose how to confirm it’s you');
    await person.activate('E-mail We send a code to your e-mail address.');
    await person.sees('Check your e-mail');
    await person.enterSentCode();
    await person.sees('Remember this device?');
    await person.activate('Not now');
    await person.hears('login-success');
    expect(await asked()).to.deep.equal(['InitiateAuth', 'SELECT_MFA_TYPE', 'EMAIL_OTP', 'ConfirmDevice']);
    expectOwn(sessions(), 2);
    expect(steps()).to.deep.equal(['choose-mfa', 'code', 'remember-device', 'signed-in']);
    expect(await person.messages()).to.equal(1);
  });

  it('a question of the pool’s own, asked again, and a code that cannot be sent again', async () => {
    const { person, asked, steps, sessions } = await open('custom-then-code', { authFlow: 'custom' });
    expect(person.has('Password')).to.equal(false);
    await person.type('User name', 'kit');
    await person.press('Enter');
    await person.sees('One more question');
    await person.type('Answer', 'London');
    await person.press('Enter');
    await person.hears('login-challenge', 2);
    expect(person.field('Answer').value).to.equal('');
    expect(person.focused).to.equal(person.field('Answer'));
    expect(await person.messages()).to.equal(0);
    await person.type('Answer', 'Paris');
    await person.press('Enter');
    await person.sees('Check your phone');
    expect(person.form.textContent).not.to.match(/new code/i);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await asked()).to.deep.equal(['InitiateAuth', 'CUSTOM_CHALLENGE', 'CUSTOM_CHALLENGE', 'SMS_MFA']);
    expectOwn(sessions(), 3);
    expect(steps()).to.deep.equal(['custom-challenge', 'code', 'signed-in']);
    expect(await person.messages()).to.equal(1);
  });
});
