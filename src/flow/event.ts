import type { Outcome } from './outcome.js';

/** What can happen: acts of the person, answers of the port, and time. Secrets in it go on into a command, never into a state. */
export type LoginEvent =
  | { readonly type: 'submit-credentials'; readonly username: string; readonly password: string }
  | { readonly type: 'submit-code'; readonly code: string }
  /** "Send a new code" was pressed. */
  | { readonly type: 'request-code'; readonly at: number }
  /** The password that `resend="ask"` asked for. */
  | { readonly type: 'submit-password'; readonly password: string; readonly at: number }
  /** The person thought better of it and goes on with the code that came. */
  | { readonly type: 'dismiss-request' }
  /** Back to the first step; the user name stays. Also takes back what is under way. */
  | { readonly type: 'start-over' }
  /** The element left the page. */
  | { readonly type: 'leave' }
  /** The page is hidden for good or for long: nothing secret is kept over it. */
  | { readonly type: 'hide' }
  | { readonly type: 'sign-out'; readonly global: boolean }
  /** The page named the user. */
  | { readonly type: 'prefill'; readonly username: string }
  | { readonly type: 'tick'; readonly at: number }
  | { readonly type: 'answer'; readonly outcome: Outcome; readonly terms: Terms };

/** What holds for a step that an answer leads to. */
export interface Terms {
  /** When the answer came, in milliseconds since 1970. */
  readonly at: number;
  /** How long a challenge's session lives, in milliseconds. */
  readonly sessionLength: number;
  /** How a new code is to be had; `keep` only while the password is kept. */
  readonly resend: 'keep' | 'ask' | 'off';
}

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** An act of the person, as a view sends it: the controller adds the time. */
export type PersonEvent = WithoutTime<Exclude<LoginEvent, { type: 'answer' | 'tick' | 'leave' | 'hide' | 'prefill' }>>;
