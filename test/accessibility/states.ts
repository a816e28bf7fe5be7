/** Every state that a person may see with a password and a code, and the way there; challenge-states.ts has the others. */
import { FakeClock } from '../support/fake-clock.js';
import { challenge, refusal, silence, tokens, type Reply } from '../support/scripted-service.js';
import { challengeStates } from './challenge-states.js';
import { after, arrive, asksFor, failed, fillIn, isBusy, isTold, settled, until } from './reach.js';
import type { Condition, Properties, SeenState } from './reach.js';

export { settled } from './reach.js';
export type { Properties, SeenState } from './reach.js';

const sms = challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+********4114' });
const email = challenge('EMAIL_OTP', { CODE_DELIVERY_DESTINATION: 'a***@e***' });
const totp = challenge('SOFTWARE_TOKEN_MFA');

/** The code step, and then a code. */
const afterCode = (
  name: string,
  first: string,
  code: string,
  reply: Reply,
  condition: Condition = failed,
): SeenState => ({
  name,
  async reach(set, into) {
    const person = await arrive([first, reply], set, into);
    await until(person, () => person.heard('login-step').length > 0);
    fillIn(person, { code });
    person.form.requestSubmit();
    return until(person, () => condition(person));
  },
});

/** The code step, half a minute later, and "Send a new code" pressed. */
const afterResend = (
  name: string,
  replies: readonly Reply[],
  condition: Condition,
  more: Properties = {},
): SeenState => ({
  name,
  async reach(set, into) {
    const clock = new FakeClock();
    const person = await arrive([sms, ...replies], { clock, ...more, ...set }, into);
    await until(person, () => person.heard('login-step').length > 0);
    clock.advance(30_000);
    await person.element.updateComplete;
    person.form.querySelector<HTMLButtonElement>('.cml-actions:not(.cml-who) button')!.click();
    return until(person, () => condition(person));
  },
});

export const firstStep: SeenState = {
  name: 'the first step',
  async reach(set, into) {
    const person = await arrive([], set, into);
    await settled(person);
    return person;
  },
};

const emptySubmission: SeenState = {
  name: 'the first step with nothing filled in',
  async reach(set, into) {
    const person = await firstStep.reach(set, into);
    person.form.requestSubmit();
    return until(person, () => isTold(person));
  },
};

const expired: SeenState = {
  name: 'the first step after the time ran out',
  async reach(set, into) {
    const clock = new FakeClock();
    const person = await arrive([sms], { clock, ...set }, into);
    await until(person, () => person.heard('login-step').length > 0);
    clock.advance(180_000);
    return until(person, () => failed(person));
  },
};

export const busy = after('the first step while busy', [silence], isBusy);
export const refused = after(
  'the first step after a wrong password',
  [refusal('NotAuthorizedException', 'Incorrect username or password.')],
  failed,
);
export const smsCode = after('the code by SMS, with its cool-down', [sms], asksFor('code'));
export const codeBusy = afterCode('the code while busy', sms, '123456', silence, (person) =>
  person.hasButton('Checking…'),
);
export const wrongCode = afterCode('a wrong code', sms, '123456', refusal('CodeMismatchException'));
/** The code step, so many milliseconds later. */
const codeStepAfter = (name: string, ms: number): SeenState => ({
  name,
  async reach(set, into) {
    const clock = new FakeClock();
    const person = await arrive([sms], { clock, ...set }, into);
    await until(person, () => person.heard('login-step').length > 0);
    clock.advance(ms);
    await person.element.updateComplete;
    return until(person, () => true);
  },
});
export const resending = afterResend('while a new code is sent', [silence], isBusy);
export const asking = afterResend('the password asked for again', [], asksFor('password'), {
  resend: 'ask',
});
const mistyped: SeenState = {
  name: 'a mistyped password for a new code',
  async reach(set, into) {
    const person = await asking.reach(set, into);
    person.form.requestSubmit();
    return until(person, () => isTold(person));
  },
};
export const signedIn = after('signed in', [tokens()], (person) => person.heard('login-success').length > 0);

const signingOut: SeenState = {
  name: 'while signing out',
  async reach(set, into) {
    const person = await arrive([tokens(), silence], set, into);
    await until(person, () => person.heard('login-success').length > 0);
    person.element.shadowRoot!.querySelector<HTMLButtonElement>('.cml-button')!.click();
    return until(person, () => person.element.shadowRoot!.querySelector('.cml-spinner'));
  },
};

export const states: readonly SeenState[] = [
  firstStep,
  busy,
  emptySubmission,
  refused,
  after(
    'the first step after too many tries',
    [refusal('NotAuthorizedException', 'Password attempts exceeded')],
    failed,
  ),
  after('the first step without network', [new TypeError('Failed to fetch')], failed),
  after('the first step in a captive portal', ['<!doctype html>'], failed),
  after('the first step when an unknown challenge comes', [challenge('RETINA_SCAN')], failed),
  smsCode,
  after('the code by e-mail', [email], asksFor('code')),
  after('the code of an app', [totp], asksFor('code')),
  codeBusy,
  wrongCode,
  afterCode('a wrong code of an app', totp, '123456', refusal('CodeMismatchException')),
  afterCode('no code', sms, '', silence, isTold),
  afterCode('letters for a code', sms, 'abc', silence, isTold),
  codeStepAfter('when a new code may be sent', 30_000),
  codeStepAfter('when a minute is left', 121_000),
  after('the code, sent who knows where', [challenge('SMS_MFA')], asksFor('code')),
  resending,
  asking,
  mistyped,
  expired,
  signedIn,
  signingOut,
];

const shapes = [
  ...['the first step', 'the first step while busy', 'the first step after a wrong password'],
  ...['the first step in a captive portal', 'the code by SMS, with its cool-down', 'a wrong code of an app'],
  ...['while a new code is sent', 'a mistyped password for a new code', 'signed in'],
  ...['the choice of a second factor', 'an app being set up', 'a new password with nothing filled in'],
];
/** One for each shape that the element takes, with the longest sentences there are. */
export const shapedStates = [...states, ...challengeStates].filter(({ name }) => shapes.includes(name));
