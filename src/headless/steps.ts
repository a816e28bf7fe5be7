import type { PersonEvent } from '../flow/event.js';
import type { Channel, Factor, SetUpFactor } from '../flow/outcome.js';
import type { UserSession } from '../flow/ports.js';
import type * as States from '../flow/state.js';

/** A step with the calls that it takes; each leads to the next step, or rejects as `signIn` does, also once the step has been left. */
export type Step =
  | CodeStep
  | ChooseMfaStep
  | ChooseSetUpStep
  | SetUpTotpStep
  | SetUpEmailStep
  | NewPasswordStep
  | CustomChallengeStep
  | ChooseFactorStep
  | PasswordStep
  | PasskeyStep
  | ResetPasswordStep
  | ConfirmSignUpStep
  | RememberDeviceStep
  | AddPasskeyStep
  | SignInStep
  | Done;

type Next = Promise<Step>;

interface Alternatives {
  /** Back to the choice of methods; the first step follows where the password is not known any more. */
  useAnotherMethod(): Next;
}

export interface CodeCalls extends Alternatives {
  confirm(code: string): Next;
  /** @param password with `resend: 'ask'`, where none is kept */
  sendNewCode(password?: string): Next;
}
export type CodeStep = States.CodeState & CodeCalls;

/** SELECT_MFA_TYPE. */
export type ChooseMfaStep = States.ChooseMfaState & { choose(channel: Channel): Next };

/** MFA_SETUP. */
export type ChooseSetUpStep = States.ChooseSetUpState & { choose(factor: SetUpFactor): Next };

export interface SetUpTotpCalls {
  /** @param code the first one that the app shows for `secret` */
  confirm(code: string): Next;
  /** After the session ended: a new secret. */
  restart(): Next;
}
export type SetUpTotpStep = States.SetUpTotpState & SetUpTotpCalls;

export type SetUpEmailStep = States.SetUpEmailState & { submit(email: string): Next };

export interface NewPasswordCalls {
  /** @param attributes the values of `attributes`, by name; those left out stay as the pool has them */
  submit(password: string, attributes?: Readonly<Record<string, string>>): Next;
}
export type NewPasswordStep = States.NewPasswordState & NewPasswordCalls;

export interface CustomChallengeCalls {
  /** @param answers by the service's names; a text is its `ANSWER` */
  respond(answers: string | Readonly<Record<string, string>>): Next;
}
/** CUSTOM_CHALLENGE, and every challenge that this version has no step for: `challenge` has its name. */
export type CustomChallengeStep = States.CustomChallengeState & CustomChallengeCalls;

/** SELECT_CHALLENGE. */
export type ChooseFactorStep = States.ChooseFactorState & { choose(factor: Factor): Next };

export type PasswordStep = States.PasswordState & Alternatives & { submit(password: string): Next };

/** WEB_AUTHN, after the prompt was closed. */
export type PasskeyStep = States.PasskeyState & Alternatives & { confirm(): Next };

export interface ResetPasswordCalls {
  /** Sets the password, and signs in with it. */
  reset(code: string, password: string): Next;
  sendNewCode(): Next;
}
export type ResetPasswordStep = States.ResetPasswordState & ResetPasswordCalls;

export interface ConfirmSignUpCalls {
  /** Confirms the account, and signs in with what was given before. */
  confirm(code: string): Next;
  sendNewCode(): Next;
}
export type ConfirmSignUpStep = States.ConfirmSignUpState & ConfirmSignUpCalls;

export type RememberDeviceStep = States.RememberDeviceState & { remember(): Next; skip(): Next };

export type AddPasskeyStep = States.AddPasskeyState & { add(): Next; skip(): Next };

/** Back at the beginning, where a way on takes the password again: `notice` says why. */
export type SignInStep = States.SignInState;

/** A signed-in step with the way to its tokens. */
export type Done = States.SignedInState & { getSession(): Promise<UserSession | null> };

/** What the calls of a step do. */
export interface StepCaller {
  /** Sends what the person did in this step; refused when the step is another by now. */
  act(event: PersonEvent): Next;
  sendNewCode(password?: string): Next;
  getSession(): Promise<UserSession | null>;
}

/** A state with its calls; null for the step that no call leads to. */
export function toStep(state: States.LoginState, caller: StepCaller): Step | null {
  const { act, sendNewCode, getSession } = caller;
  const confirm = (code: string) => act({ type: 'submit-code', code: text(code) });
  const useAnotherMethod = () => act({ type: 'use-another-method' });
  switch (state.name) {
    case 'forgot-password':
      return null;
    case 'sign-in':
      return state;
    case 'code':
      return { ...state, confirm, sendNewCode, useAnotherMethod };
    case 'set-up-totp':
      return { ...state, confirm, restart: () => act({ type: 'restart' }) };
    case 'confirm-sign-up':
      return { ...state, confirm, sendNewCode };
    case 'password':
      return {
        ...state,
        useAnotherMethod,
        submit: (password: string) => act({ type: 'submit-password', password: text(password) }),
      };
    case 'passkey':
      return { ...state, useAnotherMethod, confirm: () => act({ type: 'answer-passkey' }) };
    case 'signed-in':
      return { ...state, getSession };
    default:
      return toPlainStep(state, caller);
  }
}

type PlainState = Extract<
  States.LoginState,
  {
    name:
      | 'choose-mfa'
      | 'choose-set-up'
      | 'choose-factor'
      | 'set-up-email'
      | 'new-password'
      | 'custom-challenge'
      | 'reset-password'
      | 'remember-device'
      | 'add-passkey';
  }
>;

function toPlainStep(state: PlainState, { act, sendNewCode }: StepCaller): Step {
  const answer = (accepted: boolean) => () => act({ type: 'answer-offer', accepted });
  switch (state.name) {
    case 'choose-mfa':
      return { ...state, choose: (channel: Channel) => act({ type: 'choose-mfa', channel }) };
    case 'choose-set-up':
      return { ...state, choose: (factor: SetUpFactor) => act({ type: 'choose-set-up', factor }) };
    case 'choose-factor':
      return { ...state, choose: (factor: Factor) => act({ type: 'choose-factor', factor }) };
    case 'set-up-email':
      return { ...state, submit: (email: string) => act({ type: 'submit-email', email: text(email) }) };
    case 'new-password':
      return {
        ...state,
        submit: (password: string, attributes: Readonly<Record<string, string>> = {}) =>
          act(newPassword(password, attributes)),
      };
    case 'custom-challenge':
      return { ...state, respond: (answers) => act({ type: 'respond', answers: named(answers), round: state.round }) };
    case 'reset-password':
      return {
        ...state,
        sendNewCode,
        reset: (code, password) => act({ type: 'submit-reset', code: text(code), password: text(password) }),
      };
    case 'remember-device':
      return { ...state, remember: answer(true), skip: answer(false) };
    case 'add-passkey':
      return { ...state, add: answer(true), skip: answer(false) };
    default:
      return state satisfies never;
  }
}

/** The names of the calls that a step takes; the login's own that begin a sign-in, where that is what comes next. */
export function callsOf(state: States.LoginState, caller: StepCaller): readonly string[] {
  const step = toStep(state, caller);
  if (!step || step.name === 'sign-in') return ['signIn', 'signInWithPasskey', 'forgotPassword', 'restore'];
  return Object.entries(step).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
}

/** A page without types may pass anything. */
export const text = (value: unknown): string => String(value ?? '');

const newPassword = (password: string, attributes: Readonly<Record<string, string>>): PersonEvent => ({
  type: 'submit-new-password',
  password: text(password),
  attributes: Object.entries(attributes).map(([name, value]) => ({ name, value: text(value) })),
});

const named = (answers: string | Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  typeof answers === 'object' && answers !== null
    ? Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, text(value)]))
    : { ANSWER: text(answers) };
