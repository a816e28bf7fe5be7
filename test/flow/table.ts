/** The table of what follows from each event in each state: what all states share, and the check of a step's rows. */
import { expect } from '@open-wc/testing';
import type { Command } from '../../src/flow/command.js';
import type { LoginEvent } from '../../src/flow/event.js';
import { begunBy } from '../../src/flow/sign-in-by.js';
import { firstStep, type LoginState, type StepName } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import {
  answer,
  at,
  deepFreeze,
  drop,
  type EventKey,
  eventKeys,
  events,
  forget,
  outcomeKinds,
  type OutcomeKind,
  outcomes,
  wrongCode,
} from './samples.js';
import { ready, states, type States, waiting } from './standing.js';

/** The state and the commands that follow; null where nothing happens. */
export type Result = readonly [LoginState, readonly Command[]] | null;
export type Key = EventKey | `answer: ${OutcomeKind}`;
export type Row = Readonly<Record<Key, Result>>;

/** The steps in which an event may lead on; in all others nothing happens. What leads out of every step is none of these. */
const concerns = {
  'submit-credentials': ['sign-in'],
  'submit-username': ['sign-in'],
  'use-passkey': ['sign-in'],
  'passkey-picked': ['sign-in'],
  'forgot-password': ['sign-in', 'password'],
  prefill: ['sign-in'],
  'choose-factor': ['choose-factor'],
  'submit-code': ['code', 'set-up-totp', 'confirm-sign-up'],
  'request-code': ['code', 'reset-password', 'confirm-sign-up'],
  'submit-password': ['code', 'password'],
  'dismiss-request': ['code'],
  'use-another-method': ['code', 'password', 'passkey'],
  'choose-mfa': ['choose-mfa'],
  'choose-set-up': ['choose-set-up'],
  restart: ['set-up-totp'],
  'submit-email': ['set-up-email'],
  'submit-new-password': ['new-password'],
  respond: ['custom-challenge'],
  'answer-passkey': ['passkey'],
  'request-reset': ['forgot-password'],
  'submit-reset': ['reset-password'],
  'answer-offer': ['remember-device', 'add-passkey'],
  'answer-offer: no': ['remember-device', 'add-passkey'],
  'restored: nothing': ['signed-in'],
  'restored: session': ['sign-in'],
  tick: [],
} as const satisfies Record<Exclude<EventKey, SharedKey>, readonly StepName[]>;

type SharedKey = 'start-over' | 'leave' | 'sign-out' | 'hide' | 'challenge-offered';
type Concerns = typeof concerns;
type Own<Name extends StepName> = {
  [K in keyof Concerns]: Name extends Concerns[K][number] ? K : never;
}[keyof Concerns];

/** A line for each event that concerns the step, unless something is under way; besides, what is not as everywhere. */
export type Rows<Name extends StepName> = {
  readonly [Variant in keyof States[Name]]: Partial<Row> &
    (States[Name][Variant] extends { readonly busy: infer Busy }
      ? null extends Busy
        ? Readonly<Record<Own<Name>, Result>>
        : unknown
      : never);
};

export const success: Command = { type: 'success', username: 'ann' };
export const failure = (step: StepName, error = wrongCode): Command => ({ type: 'failure', error, step });
export const signedOut: Result = [firstStep(), [{ type: 'signed-out', username: 'ann', global: true }]];
export const nothing = <K extends Key>(...keys: K[]) =>
  Object.fromEntries(keys.map((key) => [key, null])) as Record<K, null>;

/** A code step that an answer has just led to. */
export const arrived = (left = 5) => ({
  ...waiting,
  resend: { ...ready, availableAt: at + 30_000, left },
});
export const codeSent = (count: number): Command => {
  const { channel, destination } = outcomes['code-needed'];
  return { type: 'code-sent', channel, destination, count };
};

/** The end of a session: the first step says why. */
export const expired = (step: StepName): Result => {
  const error = { code: 'session-expired', retryable: false } as const;
  return [firstStep('ann', error), [...drop, { type: 'failure', error, step }]];
};

/** Where an answer to what is under way leads from wherever it was asked. */
const births = (state: LoginState): Record<`answer: ${OutcomeKind}`, Result> => ({
  'answer: code-needed': [arrived(), [codeSent(1)]],
  'answer: mfa-choice': [states['choose-mfa'].idle, []],
  'answer: set-up-choice': [states['choose-set-up'].idle, []],
  'answer: totp-set-up': [states['set-up-totp'].idle, []],
  'answer: email-needed': [states['set-up-email'].idle, []],
  'answer: new-password-needed': [states['new-password'].idle, [forget]],
  'answer: challenge-asked': [state, [{ type: 'offer-challenge', challenge: events['challenge-offered'].challenge }]],
  'answer: factor-choice': [states['choose-factor'].idle, [forget]],
  'answer: password-needed': [states.password['without an alternative'], [forget]],
  'answer: passkey-needed': [states.passkey.prompting, [forget, { type: 'answer', answer: { kind: 'passkey' } }]],
  'answer: signed-in': [states['signed-in'].idle, [forget, success]],
  'answer: signed-out': signedOut,
  'answer: reset-sent': [{ ...states['reset-password'].idle, resend: { ...ready, availableAt: at + 30_000 } }, []],
  // No port answers so where nobody asked for it; whoever waits can go on.
  'answer: password-reset': [idle(state), []],
  'answer: confirmation-sent': [idle(state), []],
  'answer: confirmed': [idle(state), []],
  'answer: done': [idle(state), []],
  'answer: cancelled': [idle(state), []],
  'answer: failed': [idle({ ...state, error: wrongCode }), [failure(state.name)]],
});

const idle = (state: LoginState): LoginState => ({ ...state, busy: null });

const lateAnswers = nothing(...outcomeKinds.map((kind) => `answer: ${kind}` as const));

/** What holds in every state unless its row says otherwise. */
const everywhere = (state: LoginState): Row => ({
  ...nothing(...(Object.keys(concerns) as (keyof Concerns)[])),
  ...(state.busy ? births(state) : lateAnswers),
  'start-over': [firstStep('ann'), drop],
  leave: [firstStep('ann'), drop],
  'sign-out':
    state.busy === 'sign-out'
      ? null
      : [{ ...firstStep('ann'), busy: 'sign-out' }, [...drop, { type: 'sign-out', global: true }]],
  hide: [state, [forget]],
  'challenge-offered':
    state.busy && state.busy !== 'sign-out'
      ? [{ ...states['custom-challenge'].idle, by: begunBy(state), again: state.name === 'custom-challenge' }, [forget]]
      : null,
});

const eventOf = (key: Key): LoginEvent =>
  key in events ? events[key as EventKey] : answer(outcomes[key.slice('answer: '.length) as OutcomeKind]);

const keys: readonly Key[] = [...eventKeys, ...outcomeKinds.map((kind) => `answer: ${kind}` as const)];

function follow(state: LoginState, key: Key, expected: Result): void {
  const [next, commands] = transition(deepFreeze(state), deepFreeze(eventOf(key)));
  if (!expected) expect(next, key).to.equal(state);
  expect([next, commands], key).to.deep.equal(expected ?? [state, []]);
}

/** Compares each event in each way the step can stand with its line. */
export function checkRows(name: StepName, rows: Readonly<Record<string, Partial<Row>>>): void {
  for (const [variant, special] of Object.entries(rows)) {
    describe(`${name}, ${variant}`, () => {
      const state = (states as Record<string, Record<string, LoginState>>)[name]![variant]!;
      for (const [key, expected] of Object.entries(special) as [Key, Result][]) {
        if (expected) it(`${key} leads on`, () => follow(state, key, expected));
      }
      it('does with everything else what every state does', () => {
        const row = everywhere(state);
        for (const key of keys) if (!special[key]) follow(state, key, key in special ? null : row[key]);
      });
    });
  }
}
