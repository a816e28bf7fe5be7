import type { Problem } from './error.js';
import type { Attribute, Channel, Factor, Offer, SetUpFactor } from './outcome.js';

/**
 * Where a person stands. `name` is the step's one name everywhere: reducer, view, message prefix, `login-step` event.
 * No state holds a password, a code, a token or a Session of Cognito's.
 */
export type LoginState =
  | SignInState
  | ChooseFactorState
  | PasswordState
  | PasskeyState
  | CodeState
  | ChooseMfaState
  | ChooseSetUpState
  | SetUpTotpState
  | SetUpEmailState
  | NewPasswordState
  | CustomChallengeState
  | ForgotPasswordState
  | ResetPasswordState
  | ConfirmSignUpState
  | RememberDeviceState
  | AddPasskeyState
  | SignedInState;

export type StepName = LoginState['name'];

interface Step<Name extends string, Busy extends string> {
  readonly name: Name;
  /** As typed, without the blanks around it. */
  readonly username: string;
  /** What is under way, or nothing. */
  readonly busy: Busy | null;
  readonly error: Problem | null;
}

/** A step that a challenge's session stands behind, which ends. */
export interface SessionClock {
  /** When the challenge's session ends, in milliseconds since 1970, as far as this side knows; the service is the judge. */
  readonly expiresAt: number;
  /** The last announcement of the clock: that 60 or 20 seconds are left, or none yet. */
  readonly warned: 60 | 20 | null;
}

/** The codes that were sent before "Use another method". */
export interface EarlierCodes {
  /** Until when no other is sent by a channel, in milliseconds since 1970: alternating between two sends none sooner. */
  readonly availableAt: Readonly<Partial<Record<Channel, number>>>;
  /** How many more codes may be asked for in this attempt. */
  readonly left: number;
}

/** A step from which "Use another method" leads to another code, or which it leads to. */
export interface OnTheWay {
  /** So that limit, cool-downs and count go on; null where no code was sent before. */
  readonly earlier: EarlierCodes | null;
}

/** What a sign-in began with. What is no password is no secret: the same sign-in can be made again without asking. */
export type BegunBy = 'password' | 'username' | 'passkey';

export type TimedState = Extract<LoginState, SessionClock>;

/** `sign-out` ends an earlier visit's session. */
export interface SignInState extends Step<'sign-in', 'authenticate' | 'sign-out'> {
  /**
   * Why they are here again: an account was confirmed, or a password reset, that is no longer known; the session ended elsewhere; or
   * another method takes another sign-in.
   */
  readonly notice: 'confirmed' | 'reset' | 'signed-out' | 'another' | null;
  /** Of the sign-in under way. */
  readonly by: BegunBy;
}

/** SELECT_CHALLENGE: what the pool takes as the first proof. */
export interface ChooseFactorState extends Step<'choose-factor', 'choose'>, SessionClock, OnTheWay {
  readonly factors: readonly Factor[];
}

/** The password, where the user name came first. `choose`: the way back to the choice is under way. */
export interface PasswordState extends Step<'password', 'authenticate' | 'choose'>, OnTheWay {
  /** Whether the pool offers something else. */
  readonly alternatives: boolean;
}

/** WEB_AUTHN. Busy while the browser asks for the passkey; after a cancelled prompt it waits for a press. */
export interface PasskeyState extends Step<'passkey', 'answer' | 'choose'>, SessionClock, OnTheWay {
  readonly alternatives: boolean;
}

/** `confirm`: the code's check. `resend`: a new code's request. `choose`: the way back to the choice. */
export interface CodeState extends Step<'code', 'confirm' | 'resend' | 'choose'>, SessionClock, OnTheWay {
  readonly channel: Channel;
  /** Masked; null for an authenticator app. */
  readonly destination: string | null;
  /** "Send a new code"; null where none is offered. */
  readonly resend: Resend | null;
  /** "Use another method": one press, or back at the first step, as also once no code is left; null where the pool offers none. */
  readonly another: 'keep' | 'ask' | null;
  /** Whether a fresh sign-in to this point takes the user name alone, so that forgetting the password changes nothing. */
  readonly passwordless: boolean;
}

export interface Resend {
  /** `keep`: one press. `ask`: the password has to be typed again. */
  readonly mode: 'keep' | 'ask';
  /** Whether the field for that password is open. */
  readonly asking: boolean;
  /** The end of the cool-down, in milliseconds since 1970. */
  readonly availableAt: number;
  /** How many more codes may be asked for. */
  readonly left: number;
}

/** SELECT_MFA_TYPE. */
export interface ChooseMfaState extends Step<'choose-mfa', 'choose'>, SessionClock, OnTheWay {
  readonly channels: readonly Channel[];
}

/** MFA_SETUP, before anything is begun: an authenticator app should be at hand. */
export interface ChooseSetUpState extends Step<'choose-set-up', 'choose'>, SessionClock, OnTheWay {
  readonly factors: readonly SetUpFactor[];
}

/** `restart`: after the session ended, the way back to here. */
export interface SetUpTotpState extends Step<'set-up-totp', 'confirm' | 'restart'>, SessionClock {
  /** Base32, for the authenticator app; null once the session has ended, since the pool will not take its codes any more. */
  readonly secret: string | null;
  /** Whether starting again is one press, since the password is still known. */
  readonly kept: boolean;
}

export interface SetUpEmailState extends Step<'set-up-email', 'submit'>, SessionClock, OnTheWay {
  /** As typed, so that a refusal loses nothing. */
  readonly email: string;
}

/** NEW_PASSWORD_REQUIRED. */
export interface NewPasswordState extends Step<'new-password', 'submit'>, SessionClock {
  /** What the pool wants to know besides; as typed, once a submission was refused. */
  readonly attributes: readonly Attribute[];
}

/** CUSTOM_CHALLENGE, or one that this version has no step for and that the page has taken over. */
export interface CustomChallengeState extends Step<'custom-challenge', 'answer'>, SessionClock {
  /** The service's name for it. */
  readonly challenge: string;
  /** The public parameters of the service's question. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly shownBy: 'element' | 'page';
  /** Whether the element asks the question of before: most likely the answer was not right, which the service does not say. */
  readonly again: boolean;
  /** Another number for each question, so that each gets an empty field. */
  readonly round: number;
  readonly by: BegunBy;
}

export type ForgotPasswordState = Step<'forgot-password', 'request'>;

/** A code and a new password. `authenticate`: the sign-in with it. */
export interface ResetPasswordState extends Step<'reset-password', 'reset' | 'resend' | 'authenticate'> {
  /** Whether the pool demanded it, in which case somebody else had the code sent. */
  readonly forced: boolean;
  readonly resend: Resend;
}

/** `authenticate`: the sign-in with what was typed before. */
export interface ConfirmSignUpState extends Step<'confirm-sign-up', 'confirm' | 'resend' | 'authenticate'> {
  /** Where a code went that was sent from here; masked. */
  readonly destination: string | null;
  readonly resend: Resend;
  /** What the sign-in that led here began with, and the one that follows begins with. */
  readonly by: BegunBy;
  /** Whether the password typed before is still known. */
  readonly kept: boolean;
  /** Until when, in milliseconds since 1970: a page that is left open forgets it. */
  readonly keptUntil: number;
}

/** Signed in; the pool leaves it to the person whether this device is remembered. */
export interface RememberDeviceState extends Step<'remember-device', 'remember' | 'skip'> {
  /** What is offered after this. */
  readonly offers: readonly Offer[];
}

/** Signed in; a passkey would be quicker next time. */
export interface AddPasskeyState extends Step<'add-passkey', 'add' | 'skip'> {
  readonly offers: readonly Offer[];
}

export type SignedInState = Step<'signed-in', 'sign-out'>;

/** Whether there is a session, at the last step or at one that offers something after the tokens have come. */
export const isSignedIn = (state: LoginState): state is SignedInState | RememberDeviceState | AddPasskeyState =>
  state.name === 'signed-in' || 'offers' in state;

export const firstStep = (username = '', error: Problem | null = null): SignInState => ({
  name: 'sign-in',
  username,
  busy: null,
  error,
  notice: null,
  by: 'password',
});
