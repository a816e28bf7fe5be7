import type { AuthFlow } from './cognito/config.js';
import type { StorageChoice } from './cognito/storage.js';
import type { ConfigHint, ErrorCode, FieldErrorCode, PasswordRule } from './flow/error.js';
import type { Attribute, Channel, Factor, SetUpFactor } from './flow/outcome.js';
import type { Clock, UserSession } from './flow/ports.js';
import type { LoginState, StepName } from './flow/state.js';
import { HeadlessLogin } from './headless/login.js';
import type { Observer, Subscription } from './headless/observers.js';
import type { LoginOptions } from './headless/options.js';
import type { Step } from './headless/steps.js';

export { CallOutOfTurn, LoginFailure } from './headless/failure.js';
export type * from './headless/steps.js';
export type {
  Attribute,
  AuthFlow,
  Channel,
  Clock,
  ConfigHint,
  ErrorCode,
  Factor,
  FieldErrorCode,
  LoginOptions,
  LoginState,
  PasswordRule,
  SetUpFactor,
  StepName,
  StorageChoice,
  UserSession,
};

declare global {
  // As RxJS declares it, so that `from(login)` compiles.
  interface SymbolConstructor {
    readonly observable: symbol;
  }
}

export interface Login {
  /** The step as it stands. Holds no secret but a TOTP secret, in the step that sets it up. */
  readonly state: LoginState;
  /**
   * Begins a sign-in; at most one message goes out. The step it leads to has the calls that answer it.
   * @param password not in the flows `custom` and `choice`, which begin with the user name alone
   * @throws LoginFailure when it is refused; DOMException `AbortError` after `startOver()`; CallOutOfTurn where the step does not take
   *   the call as it stands, or while another call is under way
   */
  signIn(username: string, password?: string): Promise<Step>;
  /** Asks the browser for the user's passkey. Throws as `signIn`. */
  signInWithPasskey(username: string): Promise<Step>;
  /** Has a code sent with which the password can be reset, if there is such a user. Throws as `signIn`. */
  forgotPassword(username: string): Promise<Step>;
  /** Takes up what an earlier visit left in the storage; null when there is nothing, or the service cannot be asked. */
  restore(): Promise<Step | null>;
  /** Answers the code step, any time later. Throws as `signIn`; after `wrong-code` the same step takes another. */
  confirm(code: string): Promise<Step>;
  /**
   * Has a new code sent, at most five times, 30 s apart.
   * @param password with `resend: 'ask'`, where none is kept
   * @throws as `signIn`, and CallOutOfTurn when none can be sent now
   */
  resend(password?: string): Promise<Step>;
  /** Back to the first step; drops what is under way. Whoever is signed in stays so: `signOut()` ends a session. */
  startOver(): void;
  /** Ends the session on this device, or on all. Tells whether all were reached. */
  signOut(options?: { global?: boolean }): Promise<{ global: boolean }>;
  /** Refreshed where it has to be; null when nobody is signed in. Rejects when it has ended and the service cannot be asked. */
  getSession(): Promise<UserSession | null>;
  /** This device stands for the second factor no longer. Resolves to whether the service did its part. */
  forgetDevice(): Promise<boolean>;
  /**
   * Calls back with the state now, and whenever it changes; the answer ends it. While somebody listens, a session is refreshed before it
   * ends, and sign-out in another tab is noticed.
   */
  subscribe(observer: ((state: LoginState) => void) | Observer): Subscription;
  [Symbol.observable](): { subscribe(observer: Observer): Subscription };
}

/**
 * The whole of the element without its looks. Also an Observable of its states (`Symbol.observable`, as RxJS `from()` takes).
 * @throws RangeError when `sessionMinutes` is not from 3 to 15; other faulty options fail with `config-error` when they are used
 */
export function createLogin(options: LoginOptions): Login {
  return new HeadlessLogin(options);
}
