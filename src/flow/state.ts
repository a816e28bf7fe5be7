import type { Problem } from './error.js';
import type { Channel } from './outcome.js';

/**
 * Where a person stands. `name` is the step's one name everywhere: reducer, view, message prefix, `login-step` event.
 * No state holds a password, a code, a token or a Session of Cognito's.
 */
export type LoginState = SignInState | CodeState | SignedInState;

export type StepName = LoginState['name'];

export interface SignInState {
  readonly name: 'sign-in';
  /** As typed, without the blanks around it. */
  readonly username: string;
  /** What is under way: the sign-in, the end of an earlier visit's session, or nothing. */
  readonly busy: 'authenticate' | 'sign-out' | null;
  readonly error: Problem | null;
}

export interface CodeState {
  readonly name: 'code';
  readonly username: string;
  readonly channel: Channel;
  /** Masked; null for an authenticator app. */
  readonly destination: string | null;
  /** What is under way: the code's check, a new code's request, or nothing. */
  readonly busy: 'confirm' | 'resend' | null;
  readonly error: Problem | null;
  /** When the challenge's session ends, in milliseconds since 1970, as far as this side knows; the service is the judge. */
  readonly expiresAt: number;
  /** The last announcement of the clock: that 60 or 20 seconds are left, or none yet. */
  readonly warned: 60 | 20 | null;
  /** "Send a new code"; null where none is offered. */
  readonly resend: Resend | null;
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

export interface SignedInState {
  readonly name: 'signed-in';
  readonly username: string;
  readonly busy: 'sign-out' | null;
  readonly error: Problem | null;
}

export const firstStep = (username = '', error: Problem | null = null): SignInState => ({
  name: 'sign-in',
  username,
  busy: null,
  error,
});
