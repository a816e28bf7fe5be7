import type { LoginError } from './error.js';
import type { Channel, Factor, PageChallenge } from './outcome.js';
import type { Answer } from './ports.js';
import type { LoginState, StepName } from './state.js';

/** What is to be done. Data, so that tests can compare it; the controller does it, in order. */
export type Command =
  | Call
  | Report
  /** Abort what is under way and drop the attempt. */
  | { readonly type: 'abandon' }
  | { readonly type: 'forget-password' }
  /** Tell the page of a challenge; `challenge-offered` says whether it takes it over. */
  | { readonly type: 'offer-challenge'; readonly challenge: PageChallenge }
  /** Look again for what an earlier visit, or another tab, left in the storage. */
  | { readonly type: 'restore' };

/** A call of the port; its outcome comes back as an `answer`. */
export type Call =
  /**
   * Without a password where the user name alone begins. `factor`: what the person wants to prove themselves with. `to`: the same
   * again, to another code, with the password that was asked for anew.
   */
  | {
      readonly type: 'authenticate';
      readonly username: string;
      readonly password: string | null;
      readonly factor?: Factor;
      readonly to?: 'code';
    }
  /** The same again with the password the controller keeps: to another code, or to the choice of methods. */
  | { readonly type: 'reauthenticate'; readonly username: string; readonly to: 'code' | 'choice' }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'request-reset'; readonly username: string }
  | { readonly type: 'reset'; readonly username: string; readonly code: string; readonly password: string }
  | { readonly type: 'request-confirmation'; readonly username: string }
  | { readonly type: 'confirm-sign-up'; readonly username: string; readonly code: string }
  | { readonly type: 'remember-device' }
  | { readonly type: 'add-passkey' }
  | { readonly type: 'skip-offer' }
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
