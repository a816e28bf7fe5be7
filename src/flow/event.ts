import type { FieldErrorCode } from './error.js';
import type { Attribute, Channel, Factor, Outcome, PageChallenge, Restored, SetUpFactor } from './outcome.js';

/** What can happen: acts of the person, answers of the port, and time. Secrets in it go on into a command, never into a state. */
export type LoginEvent = PersonAct | WorldEvent;

type PersonAct =
  /** `fault`: what is wrong with the user name, where `login-with` asks for a kind of it. */
  | {
      readonly type: 'submit-credentials';
      readonly username: string;
      readonly password: string;
      readonly fault?: Fault;
    }
  /** The user name alone, where the pool then says what it takes, or asks a challenge of its own. */
  | { readonly type: 'submit-username'; readonly username: string; readonly fault?: Fault }
  | { readonly type: 'use-passkey'; readonly username: string; readonly fault?: Fault }
  | { readonly type: 'choose-factor'; readonly factor: Factor; readonly at: number }
  | { readonly type: 'submit-code'; readonly code: string }
  /** "Send a new code" was pressed. */
  | { readonly type: 'request-code'; readonly at: number }
  /** The password of the step `password`, or the one that `resend="ask"` asked for. */
  | { readonly type: 'submit-password'; readonly password: string; readonly at: number }
  /** The person thought better of it and goes on with the code that came. */
  | { readonly type: 'dismiss-request' }
  | { readonly type: 'use-another-method' }
  | { readonly type: 'choose-mfa'; readonly channel: Channel; readonly at: number }
  | { readonly type: 'choose-set-up'; readonly factor: SetUpFactor }
  /** After the session ended while an authenticator app was set up. */
  | { readonly type: 'restart' }
  | { readonly type: 'submit-email'; readonly email: string }
  | { readonly type: 'submit-new-password'; readonly password: string; readonly attributes: readonly Attribute[] }
  /** The answers to the challenge of this round, by the service's names. */
  | { readonly type: 'respond'; readonly answers: Readonly<Record<string, string>>; readonly round: number }
  | { readonly type: 'answer-passkey' }
  /** "Forgot password?", with what stands in the user name's field. */
  | { readonly type: 'forgot-password'; readonly username: string }
  | { readonly type: 'request-reset'; readonly username: string; readonly fault?: Fault }
  | { readonly type: 'submit-reset'; readonly code: string; readonly password: string }
  | { readonly type: 'answer-offer'; readonly accepted: boolean }
  /** Back to the first step; the user name stays, or the one that is being typed. Also takes back what is under way. */
  | { readonly type: 'start-over'; readonly username?: string }
  | { readonly type: 'sign-out'; readonly global: boolean };

type Fault = FieldErrorCode | null;

type WorldEvent =
  /** The element left the page. */
  | { readonly type: 'leave' }
  /** The page is hidden for good or for long: nothing secret is kept over it. */
  | { readonly type: 'hide' }
  /** The page named the user. */
  | { readonly type: 'prefill'; readonly username: string }
  | { readonly type: 'tick'; readonly at: number }
  | { readonly type: 'answer'; readonly outcome: Outcome; readonly terms: Terms }
  /** The page has heard of a challenge, and takes it over or not. */
  | {
      readonly type: 'challenge-offered';
      readonly challenge: PageChallenge;
      /** Another number for each question: an answer to an earlier one is dropped. */
      readonly round: number;
      readonly taken: boolean;
      readonly terms: Terms;
    }
  /** What an earlier visit, or another tab, left in the storage. Null: nobody is signed in. */
  | { readonly type: 'restored'; readonly found: Restored | null; readonly terms: Terms }
  /** A passkey was picked from the browser's autofill list for the user name. */
  | { readonly type: 'passkey-picked'; readonly username: string };

/** What holds for a step that an answer leads to. */
export interface Terms {
  /** When the answer came, in milliseconds since 1970. */
  readonly at: number;
  /** How long a challenge's session lives, in milliseconds. */
  readonly sessionLength: number;
  /** How a new code is to be had; `keep` only while the password is kept. */
  readonly resend: 'keep' | 'ask' | 'off';
  /** Whether the password that was typed is still known to the controller. */
  readonly passwordKept: boolean;
}

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** An act of the person, as a view sends it: the controller adds the time. */
export type PersonEvent = WithoutTime<PersonAct>;
