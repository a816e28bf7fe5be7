import type { LoginError } from './error.js';

/** Where a code comes from: a text message, an authenticator app, an e-mail. */
export type Channel = 'sms' | 'totp' | 'email';

/** A first proof in choice-based sign-in. `password` stands for PASSWORD_SRP and PASSWORD, `sms` and `email` for a code. */
export type Factor = 'password' | 'sms' | 'email' | 'passkey';

/** A second factor that can be set up during a sign-in. */
export type SetUpFactor = 'totp' | 'email';

/** What is offered to somebody who has just signed in: remembering this device, adding a passkey. */
export type Offer = 'device' | 'passkey';

/** An attribute of the user that the pool requires, by its name there, for example `given_name` or `custom:team`. */
export interface Attribute {
  readonly name: string;
  /** What the pool has so far, or the person typed; empty where nothing. */
  readonly value: string;
}

/** What a call of the port came to, in words free of Cognito's. A call has one outcome. */
export type Outcome =
  | CodeNeeded
  | { readonly kind: 'mfa-choice'; readonly channels: readonly Channel[] }
  | { readonly kind: 'set-up-choice'; readonly factors: readonly SetUpFactor[] }
  /** `secret` in base32. */
  | { readonly kind: 'totp-set-up'; readonly secret: string }
  | { readonly kind: 'email-needed' }
  | { readonly kind: 'new-password-needed'; readonly attributes: readonly Attribute[] }
  /** CUSTOM_CHALLENGE, or one that is not known here. */
  | ({ readonly kind: 'challenge-asked' } & PageChallenge)
  /** `preferred` is the one to show first, if it is among them. */
  | { readonly kind: 'factor-choice'; readonly factors: readonly Factor[]; readonly preferred: Factor | null }
  | { readonly kind: 'password-needed' }
  /** `alternatives`: whether the pool offers something else. */
  | { readonly kind: 'passkey-needed'; readonly alternatives: boolean }
  /** Tokens are stored; the session is to be had from the port. */
  | { readonly kind: 'signed-in'; readonly offers: readonly Offer[] }
  /** `global` is false where only this device could be signed out. */
  | { readonly kind: 'signed-out'; readonly global: boolean }
  /** Also where there is no such user: nobody shall learn that. */
  | { readonly kind: 'reset-sent' }
  | { readonly kind: 'password-reset' }
  | { readonly kind: 'confirmation-sent'; readonly channel: Channel; readonly destination: string | null }
  | { readonly kind: 'confirmed' }
  /** An offer was taken up, or done without. */
  | { readonly kind: 'done' }
  /** The person closed the browser's prompt, which is no error. */
  | { readonly kind: 'cancelled' }
  | Failed;

export interface Failed {
  readonly kind: 'failed';
  readonly error: LoginError;
}

export interface CodeNeeded {
  readonly kind: 'code-needed';
  readonly channel: Channel;
  /** Masked by the service, for example `+********4114`; null where no message was sent. */
  readonly destination: string | null;
  /** What a fresh sign-in to this point takes: the password, the user name alone, or null where it cannot be repeated. */
  readonly again: 'password' | 'username' | null;
  /** Whether the person chose this among others. */
  readonly alternatives: boolean;
}

/** A question of the service's that a page may render itself. */
export interface PageChallenge {
  /** For example `CUSTOM_CHALLENGE`. */
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** What an earlier visit left behind: a session, or a code step that has not run out. */
export type Restored =
  | { readonly kind: 'session'; readonly username: string }
  | {
      readonly kind: 'attempt';
      readonly username: string;
      /** In milliseconds since 1970. */
      readonly expiresAt: number;
      readonly needed: CodeNeeded;
    };
