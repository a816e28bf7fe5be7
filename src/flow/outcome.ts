import type { LoginError } from './error.js';

/** Where a code comes from: a text message, an authenticator app, an e-mail. */
export type Channel = 'sms' | 'totp' | 'email';

/** What a call of the port came to, in words free of Cognito's. A call has one outcome. */
export type Outcome =
  | CodeNeeded
  /** Tokens are stored; the session is to be had from the port. */
  | { readonly kind: 'signed-in' }
  /** `global` is false where only this device could be signed out. */
  | { readonly kind: 'signed-out'; readonly global: boolean }
  | { readonly kind: 'failed'; readonly error: LoginError };

export interface CodeNeeded {
  readonly kind: 'code-needed';
  readonly channel: Channel;
  /** Masked by the service, for example `+********4114`; null where no message was sent. */
  readonly destination: string | null;
}
