/** Every step through `createLogin` alone, and the types that allow only the step's own calls. */
import { expect } from '@open-wc/testing';
import type { Login, LoginOptions, Step } from '../../src/headless.js';
import { addAuthenticator, removeAuthenticator } from '../support/authenticator.js';
import { password } from '../support/pool.js';
import { openScenario, type ScenarioPool } from '../support/scenarios.js';
import { failureOf, loginOn, nameOf } from './open-login.js';

type Named<Name extends Step['name']> = Extract<Step, { name: Name }>;

/** The names of a step's methods; its state has none. */
type CallsOf<Name extends Step['name']> = {
  [Key in keyof Named<Name>]: Named<Name>[Key] extends (...args: never) => unknown ? Key : never;
}[keyof Named<Name>];

/** Fails to compile when a step gains or loses a call. */
const calls: { readonly [Name in Step['name']]: Record<CallsOf<Name>, true> } = {
  code: { confirm: true, sendNewCode: true, useAnotherMethod: true },
  'choose-mfa': { choose: true },
  'choose-set-up': { choose: true },
  'set-up-totp': { confirm: true, restart: true },
  'set-up-email': { submit: true },
  'new-password': { submit: true },
  'custom-challenge': { respond: true },
  'choose-factor': { choose: true },
  password: { submit: true, useAnotherMethod: true },
  passkey: { confirm: true, useAnotherMethod: true },
  'reset-password': { reset: true, sendNewCode: true },
  'confirm-sign-up': { confirm: true, sendNewCode: true },
  'remember-device': { remember: true, skip: true },
  'add-passkey': { add: true, skip: true },
  'sign-in': {},
  'signed-in': { getSession: true },
};

interface Situation {
  readonly login: Login;
  readonly pool: ScenarioPool;
}

async function open(scenario: string, options: Partial<LoginOptions> = {}): Promise<Situation> {
  const pool = await openScenario(scenario);
  return { pool, login: loginOn(pool, options).login };
}

/** The step by its name, with its own calls. */
function at<Name extends Step['name']>(step: Step, name: Name): Named<Name> {
  expect(step.name).to.equal(name);
  const methods = Object.entries(step).filter(([, value]) => typeof value === 'function');
  expect(methods.map(([key]) => key)).to.have.members(Object.keys(calls[name]));
  return step as Named<Name>;
}

const signIn = ({ login, pool }: Situation) => login.signIn(pool.username, password);

/** By scenario: the way from the first call to the last step before `signed-in`'s. */
const ways: Record<string, (situation: Situation) => Promise<Step>> = {
  async 'choose-mfa'(situation) {
    const choice = at(await signIn(situation), 'choose-mfa');
    expect(choice.channels).to.have.members(['sms', 'totp', 'email']);
    const fromApp = at(await choice.choose('totp'), 'code');
    expect(fromApp.channel).to.equal('totp');
    const again = at(await fromApp.useAnotherMethod(), 'choose-mfa');
    const code = at(await again.choose('email'), 'code');
    expect(code.channel).to.equal('email');
    return code.confirm(await situation.pool.lastCode());
  },
  async 'set-up-totp'(situation) {
    const choice = at(await signIn(situation), 'choose-set-up');
    const setUp = at(await choice.choose('totp'), 'set-up-totp');
    expect(setUp.secret).to.match(/^[A-Z2-7]{16,}$/);
    return setUp.confirm(await situation.pool.authenticatorCode(situation.pool.username));
  },
  async 'set-up-email'(situation) {
    const setUp = at(await signIn(situation), 'set-up-email');
    const code = at(await setUp.submit('nel@example.com'), 'code');
    return code.confirm(await situation.pool.lastCode());
  },
  async 'new-password'(situation) {
    const step = at(await signIn(situation), 'new-password');
    const attributes = {
      ...{ given_name: 'Ned', family_name: 'Nye', birthdate: '1990-01-31', email: 'ned@example.com' },
      ...{ phone_number: '+447700900140', 'custom:team': 'blue' },
    };
    const refused = await failureOf(step.submit('short', attributes));
    expect([refused.code, refused.rule]).to.deep.equal(['password-policy', 'length']);
    return step.submit('Green-Meadow-99', attributes);
  },
  async custom({ login, pool }) {
    const first = at(await login.signIn(pool.username), 'custom-challenge');
    expect(first.parameters).to.have.property('question');
    const second = at(await first.respond('Paris'), 'custom-challenge');
    return second.respond({ ANSWER: '8' });
  },
  async 'custom-srp'(situation) {
    const first = at(await signIn(situation), 'custom-challenge');
    const second = at(await first.respond('Paris'), 'custom-challenge');
    return second.respond('8');
  },
  async 'unknown-challenge'(situation) {
    const step = at(await signIn(situation), 'custom-challenge');
    expect(step.challenge).to.equal('RETINA_SCAN');
    return step.respond('blink');
  },
  async choice({ login, pool }) {
    const choice = at(await login.signIn(pool.username), 'choose-factor');
    const typing = at(await choice.choose('password'), 'password');
    const again = at(await typing.useAnotherMethod(), 'choose-factor');
    const code = at(await again.choose('sms'), 'code');
    return code.confirm(await pool.lastCode());
  },
  async 'forgot-password'({ login, pool }) {
    const step = at(await login.forgotPassword(pool.username), 'reset-password');
    return step.reset(await pool.lastCode(), 'Green-Meadow-99');
  },
  async 'confirm-sign-up'(situation) {
    const step = at(await signIn(situation), 'confirm-sign-up');
    return step.confirm(await situation.pool.lastCode());
  },
  async device(situation) {
    const code = at(await signIn(situation), 'code');
    const offer = at(await code.confirm(await situation.pool.lastCode()), 'remember-device');
    return offer.remember();
  },
};

const options: Record<string, Partial<LoginOptions>> = {
  custom: { authFlow: 'custom' },
  'custom-srp': { authFlow: 'custom-srp' },
  choice: { authFlow: 'choice' },
};

describe('without the element', () => {
  for (const [scenario, go] of Object.entries(ways)) {
    it(`${scenario}: from step to step`, async () => {
      const situation = await open(scenario, options[scenario]);
      const done = at(await go(situation), 'signed-in');
      expect((await done.getSession())?.isValid()).to.equal(true);
      expect((await situation.pool.outbox()).length).to.be.at.most(1);
    });
  }

  it('a step’s call is refused once the step is another', async () => {
    const situation = await open('choose-mfa');
    const choice = at(await signIn(situation), 'choose-mfa');
    await choice.choose('sms');
    expect(await nameOf(choice.choose('email'))).to.equal('InvalidStateError');
    expect(await situation.pool.outbox()).to.have.lengthOf(1);
  });

  it('restore() takes up an earlier visit’s session', async () => {
    const { pool, login } = await open('rotation', { storage: 'local' });
    await login.signIn(pool.username, password);
    const later = loginOn(pool, { storage: 'local' }).login;
    expect(await later.restore()).to.include({ name: 'signed-in', username: pool.username });
    await later.signOut();
    expect(await loginOn(pool, { storage: 'local' }).login.restore()).to.equal(null);
  });
});

describe('what is offered without the element', () => {
  it('may be declined: the device is then asked for the code again', async () => {
    const situation = await open('device');
    for (const messages of [1, 2]) {
      const code = at(await signIn(situation), 'code');
      const offer = at(await code.confirm(await situation.pool.lastCode()), 'remember-device');
      const done = at(await offer.skip(), 'signed-in');
      expect((await done.getSession())?.isValid()).to.equal(true);
      expect(await situation.pool.outbox()).to.have.lengthOf(messages);
      await situation.login.signOut();
    }
  });
});

describe('passkeys without the element', () => {
  before(async function () {
    if (!(await addAuthenticator())) this.skip();
  });
  after(removeAuthenticator);

  it('are declined, added, and sign in', async () => {
    const situation = await open('passkey', { passkeys: 'offer' });
    const { login, pool } = situation;
    const declined = at(await signIn(situation), 'add-passkey');
    at(await declined.skip(), 'signed-in');
    await login.signOut();
    const taken = at(await signIn(situation), 'add-passkey');
    at(await taken.add(), 'signed-in');
    await login.signOut();
    const done = at(await login.signInWithPasskey(pool.username), 'signed-in');
    expect((await done.getSession())?.isValid()).to.equal(true);
    expect(await pool.outbox()).to.have.lengthOf(0);
  });
});
