/** Where src asks the service for something: each operation, in each step that calls it. */
import type { CognitoOptions } from '../../../../src/cognito/config.js';
import type { ErrorCode } from '../../../../src/flow/error.js';
import type { PersonEvent } from '../../../../src/flow/event.js';
import type { StepName } from '../../../../src/flow/state.js';
import type { OpenLogin } from '../../../controller/open-login.js';
import type { Ways } from '../../../flow/ways.js';
import type { Reply } from '../../../support/scripted-service.js';

/** Something that is no act of the person: time that passes, a call of the page's. */
type Occurrence = (login: OpenLogin) => Promise<unknown>;

export interface Situation {
  readonly operation: string;
  readonly name: string;
  /** The step that asks. */
  readonly step: StepName;
  /** Where each failure leads; or the step that comes whatever is refused, where nobody is told. */
  readonly ways: Ways | StepName;
  /** What a refusal that says no more means; or the step that comes, where nobody shall learn of the refusal. */
  readonly refused: ErrorCode | { readonly hidden: StepName };
  /** The last of them makes the request that is refused. */
  readonly acts: readonly (PersonEvent | Occurrence)[];
  /** What the service answers before. */
  readonly before?: readonly Reply[];
  /** And after, where the refusal is got over. */
  readonly after?: readonly Reply[];
  readonly stored?: Readonly<Record<string, string>>;
  readonly options?: Partial<CognitoOptions>;
  readonly resend?: 'ask';
  /** Whether SRP is reckoned on the way, which takes a tenth of a second. */
  readonly reckons?: boolean;
  /** What the person is told in place of the code; null for no other. */
  readonly shownAs?: (code: ErrorCode) => ErrorCode | null;
  /** Where a refusal leads elsewhere than its code does. */
  readonly except?: (refusal: Refusal) => Expected | null;
}

export interface Refusal {
  readonly exception: string;
  readonly message: string;
  /** What it means. `refused`: no more than that. `unseen`: it comes only where nobody is told of a failure. */
  readonly code: ErrorCode | 'refused' | 'unseen';
}

/** What has to come of a refusal. */
export interface Expected {
  readonly step: StepName;
  /** Told to the page; null where it hears of no failure. */
  readonly code: ErrorCode | null;
  /** In the state; the same code unless told otherwise. */
  readonly shown?: ErrorCode | null;
}

export const arrives = (step: StepName): Expected => ({ step, code: null });

export function expected(situation: Situation, refusal: Refusal): Expected {
  const { ways, refused, step, shownAs, except } = situation;
  const exceptional = except?.(refusal);
  if (exceptional) return exceptional;
  if (typeof ways === 'string') return arrives(ways);
  // What only an account that exists can be refused with is hidden along with what says that there is none.
  const hides = typeof refused === 'object' && refusal.code === 'password-expired';
  const meant = refusal.code === 'refused' || hides ? refused : refusal.code;
  if (typeof meant === 'object') return arrives(meant.hidden);
  if (meant === 'unseen') throw new Error(`${situation.operation} tells of ${refusal.exception}: what does it mean?`);
  const way = ways[meant];
  if (way === 'stays') return { step, code: meant, shown: shownAs?.(meant) ?? meant };
  // The step that mends it says by itself what has to be done.
  return way === 'starts over' ? { step: 'sign-in', code: meant } : arrives(way);
}
