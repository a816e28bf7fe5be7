import type { LoginError } from './error.js';
import type { Channel } from './outcome.js';
import type { LoginState, StepName } from './state.js';

/** What is to be done. Data, so that tests can compare it; the controller does it, in order. */
export type Command =
  | Call
  | Report
  /** Abort what is under way and drop the attempt. */
  | { readonly type: 'abandon' }
  | { readonly type: 'forget-password' };

/** A call of the port; its outcome comes back as an `answer`. */
export type Call =
  | { readonly type: 'authenticate'; readonly username: string; readonly password: string }
  /** The same again with the password the controller keeps. */
  | { readonly type: 'reauthenticate'; readonly username: string }
  | { readonly type: 'confirm'; readonly code: string }
  | { readonly type: 'sign-out'; readonly global: boolean };

/** What the page is told. One submission leads to exactly one of code-sent, success, failure and signed-out, or to a further step. */
export type Report =
  | CodeSentReport
  | { readonly type: 'success'; readonly username: string }
  | { readonly type: 'failure'; readonly error: LoginError; readonly step: StepName }
  | { readonly type: 'signed-out'; readonly username: string; readonly global: boolean };

export interface CodeSentReport {
  readonly type: 'code-sent';
  readonly channel: Channel;
  readonly destination: string | null;
  /** How many codes were sent in this attempt, this one included. */
  readonly count: number;
}

export type Transition = readonly [LoginState, readonly Command[]];
