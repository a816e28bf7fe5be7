import type { Attribute, Channel, Factor, Outcome, Restored, SetUpFactor } from './outcome.js';

/** How a sign-in begins. */
export interface SignInRequest {
  readonly username: string;
  /** As typed, byte for byte; null where the user name alone begins. */
  readonly password: string | null;
  /** Choice-based sign-in: what the person wants to prove themselves with, and no choice is to be offered. */
  readonly factor?: Factor;
  /**
   * After an attempt that came further. `code`: makes the same choices again, so that another code is sent. `choice`: comes to the
   * first choice of methods, whatever is preferred.
   */
  readonly to?: 'code' | 'choice';
}

/** The answer to what the newest attempt was asked. */
export type Answer =
  /** To `code-needed`, and to `totp-set-up`: the first code that the app shows. */
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'mfa'; readonly channel: Channel }
  | { readonly kind: 'set-up'; readonly factor: SetUpFactor }
  | { readonly kind: 'email'; readonly email: string }
  | { readonly kind: 'new-password'; readonly password: string; readonly attributes: readonly Attribute[] }
  | { readonly kind: 'challenge'; readonly answers: Readonly<Record<string, string>> }
  | { readonly kind: 'factor'; readonly factor: Exclude<Factor, 'password'> }
  /** Asks the browser for the passkey, or takes the one that was picked from its list. */
  | { readonly kind: 'passkey' };

interface Token {
  getJwtToken(): string;
  getExpiration(): number;
  decodePayload(): Record<string, unknown>;
}

/**
 * A signed-in person's tokens: the methods of amazon-cognito-identity-js's CognitoUserSession, which it is. Written out here so
 * that the package's types do not need the SDK's.
 */
export interface UserSession {
  getIdToken(): Token;
  getAccessToken(): Token;
  getRefreshToken(): { getToken(): string };
  /** How far this device's clock is ahead of the service's, in seconds. */
  getClockDrift(): number;
  isValid(): boolean;
}

/**
 * What the flow needs from a user pool. One attempt at a time: `signIn` begins one, `answer` goes on with the newest that came
 * to a challenge, `abandon` drops it.
 *
 * A call that promises an Outcome settles once, and with an outcome: it rejects only when its signal is aborted. It sends at most
 * one message.
 */
export interface AuthPort {
  signIn(request: SignInRequest, signal: AbortSignal): Promise<Outcome>;
  answer(answer: Answer, signal: AbortSignal): Promise<Outcome>;
  abandon(): void;
  /** Has a code sent with which the password can be reset. */
  requestReset(username: string, signal: AbortSignal): Promise<Outcome>;
  reset(request: { username: string; code: string; password: string }, signal: AbortSignal): Promise<Outcome>;
  /** Has the code sent anew that confirms a sign-up. */
  requestConfirmation(username: string, signal: AbortSignal): Promise<Outcome>;
  confirmSignUp(request: { username: string; code: string }, signal: AbortSignal): Promise<Outcome>;
  /** Of whoever has just signed in: from now on this device stands for their second factor. */
  rememberDevice(signal: AbortSignal): Promise<Outcome>;
  /** Of whoever is signed in: takes that back, here and at the service. Resolves to whether the service did. */
  forgetDevice(signal: AbortSignal): Promise<boolean>;
  /** Of whoever is signed in: asks the browser to make a passkey, and registers it. */
  addPasskey(signal: AbortSignal): Promise<Outcome>;
  /** Of whoever has just signed in: does without what was offered. Fails with `session-expired` where another tab has signed them out. */
  skipOffer(signal: AbortSignal): Promise<Outcome>;
  /**
   * Has the browser list the user's passkeys where it lists saved user names. Settles when one was picked: true, and `answer` with
   * `passkey` sends it; false when there is none, or the browser cannot. Sends no message.
   */
  offerPasskey(username: string, signal: AbortSignal): Promise<boolean>;
  /**
   * What an earlier visit left behind; a session is refreshed where it has to be. Rejects when the service cannot be asked.
   * @param sessionOnly at any step but the first, where no code step can be taken up: it may be another element's
   */
  restore(signal: AbortSignal, sessionOnly?: boolean): Promise<Restored | null>;
  signOut(global: boolean, signal: AbortSignal): Promise<Outcome>;
  /** Refreshed where it has to be; null when nobody is signed in. Rejects when the service cannot be asked. */
  getSession(): Promise<UserSession | null>;
  /** Calls back when another tab, or another port of this page, signed somebody in or out; the answer ends it. */
  watchSession(changed: () => void): () => void;
}

/** The browser's passkey prompts; options and credentials as the JSON of WebAuthn Level 3 (section 5.1.8 and the following). */
export interface PasskeyPrompt {
  /** Whether the browser can list passkeys where it lists saved user names (conditional mediation). */
  canAutofill(): Promise<boolean>;
  /**
   * Asks for a passkey. One prompt at a time: another one takes its place.
   * @param options PublicKeyCredentialRequestOptionsJSON
   * @param autofill whether it is listed with the saved user names, and no dialog opens
   * @returns AuthenticationResponseJSON as text; null when the person closed the prompt
   */
  get(options: unknown, autofill: boolean, signal: AbortSignal): Promise<string | null>;
  /**
   * Makes a passkey.
   * @param options PublicKeyCredentialCreationOptionsJSON
   * @returns RegistrationResponseJSON; null when the person closed the prompt
   */
  create(options: unknown, signal: AbortSignal): Promise<object | null>;
}

/** Time as the controller sees it; passed in, so that tests own it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls back once, `delay` milliseconds from now; the answer takes it back. */
  after(delay: number, callback: () => void): () => void;
}
