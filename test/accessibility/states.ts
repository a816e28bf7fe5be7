/** Every state that a person may see, and the way there. A scripted service answers, so that each is reached in a moment. */
import { waitUntil } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { visit, type Person } from '../support/person.js';
import { challenge, refusal, scriptedService, silence, tokens, type Reply } from '../support/scripted-service.js';

export type Properties = NonNullable<NonNullable<Parameters<typeof visit>[0]>['set']>;

export interface SeenState {
  readonly name: string;
  reach(set?: Properties, into?: ParentNode): Promise<Person>;
}

/** No pool is asked: the script is the service. */
const pool = {
  ...{ endpoint: 'https://service.example/', userPoolId: 'eu-west-1_Ab12Cd34E', clientId: 'scripted' },
  outbox: () => Promise.resolve([]),
} as unknown as NonNullable<NonNullable<Parameters<typeof visit>[0]>['pool']>;

const sms = challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+********4114' });
const email = challenge('EMAIL_OTP', { CODE_DELIVERY_DESTINATION: 'a***@e***' });
const totp = challenge('SOFTWARE_TOKEN_MFA');
const username = 'ann@example.org';

async function arrive(script: readonly Reply[], set: Properties = {}, into?: ParentNode): Promise<Person> {
  const { fetch } = scriptedService(...script);
  const person = await visit({ pool, set: { authFlow: 'password', fetch, ...set }, ...(into && { into }) });
  // Typed at once: how keys behave is proved in test/element.
  if (script.length === 0) return person;
  fillIn(person, { username, password: 'Blue-Lagoon-7' });
  person.form.requestSubmit();
  return person;
}

function fillIn({ form }: Person, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    form.querySelector<HTMLInputElement>(`input[name=${name}]`)!.value = value;
  }
}

/** Until nothing is faded in any more, or contrast would be measured half-way. */
export async function settled({ element }: Person): Promise<void> {
  await element.updateComplete;
  const animations = [...document.getAnimations(), ...element.shadowRoot!.getAnimations()];
  for (const animation of animations) {
    // The spinner's never ends.
    if (isFinite(Number(animation.effect?.getComputedTiming().endTime))) animation.finish();
  }
}

async function until(person: Person, condition: () => unknown): Promise<Person> {
  await waitUntil(condition, 'the state was not reached', { timeout: 8000 });
  await settled(person);
  return person;
}

/** A state that the service's answers lead to. */
const after = (name: string, script: readonly Reply[], condition: Condition): SeenState => ({
  name,
  async reach(set, into) {
    const person = await arrive(script, set, into);
    return until(person, () => condition(person));
  },
});

type Condition = (person: Person) => unknown;

// Not by their texts: each is also reached in other languages.
const isBusy = ({ form }: Person) => (form.ariaBusy ?? form.getAttribute('aria-busy')) === 'true';
const asksFor = (name: string) => (person: Person) => !isBusy(person) && person.form.querySelector(`[name=${name}]`);
const isTold = ({ form }: Person) => form.querySelector('[aria-invalid=true]');
const failed = (person: Person) => person.heard('login-failure').length > 0;

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
  after('the first step when an unknown challenge comes', [challenge('NEW_PASSWORD_REQUIRED')], failed),
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
];
/** One for each shape that the element takes, with the longest sentences there are. */
export const shapedStates = states.filter(({ name }) => shapes.includes(name));
