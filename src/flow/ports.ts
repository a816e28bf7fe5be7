import type { Outcome } from './outcome.js';

export interface Credentials {
  readonly username: string;
  /** As typed, byte for byte. */
  readonly password: string;
}

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
  isValid(): boolean;
}

/**
 * What the flow needs from a user pool. One attempt at a time: `signIn` begins one, `confirm` goes on with the newest that came
 * to a code, `abandon` drops it.
 *
 * A call settles once, and with an outcome: it rejects only when its signal is aborted. It sends at most one message.
 */
export interface AuthPort {
  signIn(credentials: Credentials, signal: AbortSignal): Promise<Outcome>;
  confirm(code: string, signal: AbortSignal): Promise<Outcome>;
  abandon(): void;
  signOut(global: boolean, signal: AbortSignal): Promise<Outcome>;
  /** Refreshed where it has to be; null when nobody is signed in. Rejects when the service cannot be asked. */
  getSession(): Promise<UserSession | null>;
}

/** Time as the controller sees it; passed in, so that tests own it. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Calls back once, `delay` milliseconds from now; the answer takes it back. */
  after(delay: number, callback: () => void): () => void;
}
