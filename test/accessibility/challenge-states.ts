/** The states of what a pool may ask for beside a password and a code, and of the ways around it. */
import { FakeClock } from '../support/fake-clock.js';
import type { Person } from '../support/person.js';
import { challenge, choice, refusal, session, silence, tokens, type Reply } from '../support/scripted-service.js';
import { after, arrive, fillIn, isBusy, isTold, settled, until } from './reach.js';
import type { Condition, Properties, SeenState } from './reach.js';

/** Named as `login-step` names it. */
const arrived =
  (step: string): Condition =>
  (person) =>
    person.heard('login-step').at(-1)?.step === step;

/** At a step with a form. */
const at =
  (step: string): Condition =>
  (person) =>
    !isBusy(person) && arrived(step)(person);

const codes = '["SMS_MFA","SOFTWARE_TOKEN_MFA","EMAIL_OTP"]';
const setUp = challenge('MFA_SETUP', { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' });
const setUpEmail = challenge('MFA_SETUP', { MFAS_CAN_SETUP: '["EMAIL_OTP"]' });
const secret = JSON.stringify({ SecretCode: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', Session: session });
const required = ['given_name', 'birthdate', 'phone_number', 'custom:team'].map((name) => `userAttributes.${name}`);
const newPassword = challenge('NEW_PASSWORD_REQUIRED', {
  userAttributes: '{}',
  requiredAttributes: JSON.stringify(required),
});
const riddle = challenge('CUSTOM_CHALLENGE', { question: 'How many legs has a spider?', hint: 'a number' });
const unconfirmed = refusal('UserNotConfirmedException', 'User is not confirmed.');
const resetRequired = refusal('PasswordResetRequiredException', 'Password reset required for the user');

/** A state, and then something done there. */
const then = (
  name: string,
  script: readonly Reply[],
  step: string,
  act: (person: Person) => void,
  condition: Condition,
): SeenState => ({
  name,
  async reach(set, into) {
    const person = await arrive(script, set, into);
    await until(person, () => at(step)(person));
    act(person);
    return until(person, () => condition(person));
  },
});

const press = ({ form }: Person, place: number) =>
  form.querySelectorAll<HTMLButtonElement>('.cml-choice')[place]!.click();
const submit = ({ form }: Person) => form.requestSubmit();

/** By the user name alone, and then what the service asks. */
const byName = (name: string, script: readonly Reply[], step: string): SeenState => ({
  name,
  async reach(set, into) {
    const person = await arrive(script, { authFlow: 'choice', ...set }, into);
    return until(person, () => at(step)(person));
  },
});

const expiredSetUp: SeenState = {
  name: 'an app whose set-up took too long',
  async reach(set, into) {
    const clock = new FakeClock();
    const person = await arrive([setUp, secret], { clock, ...set }, into);
    await until(person, () => at('choose-set-up')(person));
    press(person, 0);
    await until(person, () => at('set-up-totp')(person));
    clock.advance(180_000);
    return until(person, () => person.heard('login-failure').length > 0);
  },
};

const forgotten: SeenState = {
  name: 'a forgotten password',
  async reach(set, into) {
    const person = await arrive([], set, into);
    fillIn(person, { username: 'ann@example.org' });
    person.form.querySelector<HTMLButtonElement>('.cml-actions button, .cml-link')!.click();
    return until(person, () => at('forgot-password')(person));
  },
};

const chosenApp = then(
  'an app being set up',
  [setUp, secret],
  'choose-set-up',
  (person) => press(person, 0),
  at('set-up-totp'),
);

const newDevice = tokens({ NewDeviceMetadata: { DeviceKey: 'key-1', DeviceGroupKey: 'group-1' } });
const deviceOffer = after(
  'the offer to remember the device',
  [newDevice, '{"UserConfirmationNecessary":true}'],
  arrived('remember-device'),
);

/** With properties of its own. */
const set = (more: Properties, state: SeenState): SeenState => ({
  name: state.name,
  reach: (given, into) => state.reach({ ...more, ...given }, into),
});

const firstStep = (name: string): SeenState => ({
  name,
  async reach(given, into) {
    const person = await arrive([], given, into);
    await settled(person);
    return person;
  },
});

const reauth = { mode: 'reauth', username: 'ann@example.org' } as const;

const shownByPage: SeenState = {
  name: 'a question that the page renders',
  async reach(given, into) {
    const person = await arrive([riddle], given, into);
    person.element.addEventListener('login-challenge', (event) => {
      event.preventDefault();
      const label = '<label>How many legs has a spider? <input /></label>';
      person.element.insertAdjacentHTML('beforeend', `<div slot="challenge">${label}</div>`);
    });
    return until(person, () => arrived('custom-challenge')(person));
  },
};

const byPasskey = challenge('WEB_AUTHN', {
  CREDENTIAL_REQUEST_OPTIONS: JSON.stringify({ challenge: 'dGVzdA', rpId: location.hostname }),
});
const closedPrompt: SeenState = {
  name: 'a passkey whose prompt was closed',
  async reach(given, into) {
    const { credentials } = navigator;
    const get = () => Promise.reject(new DOMException('The person closed it.', 'NotAllowedError'));
    Object.defineProperty(credentials, 'get', { value: get, configurable: true });
    try {
      const options = { authFlow: 'choice', passkeys: 'sign-in', preferredFactor: 'passkey' } as const;
      const person = await arrive([byPasskey], { ...options, ...given }, into);
      return await until(person, () => at('passkey')(person));
    } finally {
      Reflect.deleteProperty(credentials, 'get');
    }
  },
};

/** WebKit on Linux has no passkeys, and these states never. */
const passkeyStates: readonly SeenState[] = [
  closedPrompt,
  set({ passkeys: 'offer' }, after('the offer of a passkey', [tokens(), '{"Credentials":[]}'], arrived('add-passkey'))),
];

export const challengeStates: readonly SeenState[] = [
  after('the choice of a second factor', [challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: codes })], at('choose-mfa')),
  then(
    'the choice of a second factor while busy',
    [challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: codes }), silence],
    'choose-mfa',
    (person) => press(person, 0),
    isBusy,
  ),
  after('the choice of what to set up', [setUp], at('choose-set-up')),
  chosenApp,
  expiredSetUp,
  after('an address being set up', [setUpEmail], at('set-up-email')),
  then('an address that is none', [setUpEmail], 'set-up-email', submit, isTold),
  after('a new password', [newPassword], at('new-password')),
  then('a new password with nothing filled in', [newPassword], 'new-password', submit, isTold),
  after('a question of the pool’s own', [riddle], at('custom-challenge')),
  then('a question without an answer', [riddle], 'custom-challenge', submit, isTold),
  byName('the choice of a first factor', [choice('PASSWORD_SRP', 'SMS_OTP', 'EMAIL_OTP')], 'choose-factor'),
  byName('the password after the name', [choice('PASSWORD_SRP')], 'password'),
  forgotten,
  after('a password that has to be reset', [resetRequired], at('reset-password')),
  then('a reset with nothing filled in', [resetRequired], 'reset-password', submit, isTold),
  after('an account to be confirmed', [unconfirmed], at('confirm-sign-up')),
  deviceOffer,
  shownByPage,
  set({ loginWith: 'phone' }, firstStep('the first step with a phone number')),
  set(reauth, firstStep('the first step of somebody who is to be confirmed')),
  set(reauth, after('somebody confirmed', [tokens()], arrived('signed-in'))),
  ...('PublicKeyCredential' in globalThis ? passkeyStates : []),
];
