import { expect } from '@open-wc/testing';
import type { Command } from '../../src/flow/command.js';
import { firstStep, type CodeState, type LoginState, type StepName } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import {
  at,
  codeNeeded,
  deepFreeze,
  drop,
  type EventKey,
  eventKeys,
  events,
  forget,
  ready,
  secretCode,
  secretPassword,
  sessionLength,
  states,
  waiting,
  wrongCode,
} from './samples.js';

/** The state and the commands that follow; null where nothing happens. */
type Result = readonly [LoginState, readonly Command[]] | null;
type Row = Record<EventKey, Result>;

const ignored = <Key extends EventKey>(...keys: Key[]) =>
  Object.fromEntries(keys.map((key) => [key, null])) as Record<Key, null>;

const signedIn: LoginState = { name: 'signed-in', username: 'ann', busy: null, error: null };
const success: Command = { type: 'success', username: 'ann' };
const failure = (step: StepName): Command => ({ type: 'failure', error: wrongCode, step });
const signOut: Command = { type: 'sign-out', global: true };
const signedOut: Result = [firstStep(), [{ type: 'signed-out', username: 'ann', global: true }]];
const lateAnswers = ignored('answer: code-needed', 'answer: signed-in', 'answer: signed-out', 'answer: failed');

const arrived = (left: number): CodeState => ({
  ...waiting,
  expiresAt: at + sessionLength,
  resend: { ...ready, availableAt: at + 30_000, left },
});
const codeSent = (count: number): Command => {
  const { channel, destination } = codeNeeded;
  return { type: 'code-sent', channel, destination, count };
};

/** Wherever a person stands, these lead out. */
const waysOut = {
  'start-over': [firstStep('ann'), drop],
  leave: [firstStep('ann'), drop],
  'sign-out': [{ ...firstStep('ann'), busy: 'sign-out' }, [...drop, signOut]],
} as const satisfies Partial<Row>;

const signInRow: Row = {
  ...ignored('submit-code', 'request-code', 'submit-password', 'dismiss-request', 'tick'),
  ...lateAnswers,
  ...waysOut,
  'submit-credentials': [
    { ...firstStep('ann'), busy: 'authenticate' },
    [{ type: 'authenticate', username: 'ann', password: secretPassword }],
  ],
  hide: [firstStep('ann'), [forget]],
  prefill: [firstStep('eve'), []],
};

const refusedSignIn = states['sign-in'].refused;

const signInUnderWay: Row = {
  ...signInRow,
  ...ignored('submit-credentials', 'prefill'),
  hide: [states['sign-in']['under way'], [forget]],
  'answer: code-needed': [arrived(5), [codeSent(1)]],
  'answer: signed-in': [signedIn, [forget, success]],
  'answer: signed-out': signedOut,
  'answer: failed': [firstStep('ann', wrongCode), [forget, failure('sign-in')]],
};

const signInRows = {
  idle: signInRow,
  refused: {
    ...signInRow,
    hide: [refusedSignIn, [forget]],
    prefill: [{ ...refusedSignIn, username: 'eve' }, []],
  },
  'under way': signInUnderWay,
  'ending an earlier session': {
    ...signInUnderWay,
    'sign-out': null,
    hide: [states['sign-in']['ending an earlier session'], [forget]],
  },
} satisfies Record<keyof (typeof states)['sign-in'], Row>;

/** The state with its resend changed. */
const withResend = (state: CodeState, change: Partial<typeof ready>): CodeState => ({
  ...state,
  resend: state.resend && { ...state.resend, ...change },
});

const codeRow = (state: CodeState): Row => ({
  ...ignored('submit-credentials', 'submit-password', 'prefill', 'tick'),
  ...lateAnswers,
  ...waysOut,
  'submit-code': [{ ...state, busy: 'confirm', error: null }, [{ type: 'confirm', code: secretCode }]],
  'request-code': null,
  'dismiss-request': [withResend({ ...state, error: null }, { asking: false }), []],
  hide: [withResend(state, { mode: 'ask' }), [forget]],
});

const requestable = (state: CodeState): Row => ({
  ...codeRow(state),
  'request-code': [
    withResend({ ...state, busy: 'resend', error: null }, { left: 4 }),
    [{ type: 'reauthenticate', username: 'ann' }],
  ],
});

const underWay = (state: CodeState): Row => ({
  ...codeRow(state),
  ...ignored('submit-code', 'dismiss-request'),
  'answer: code-needed': [arrived(state.resend?.left ?? 5), [codeSent(6 - (state.resend?.left ?? 5))]],
  'answer: signed-in': [signedIn, [forget, success]],
  'answer: signed-out': signedOut,
});

const { code } = states;

const codeRows = {
  waiting: requestable(code.waiting),
  refused: requestable(code.refused),
  'cooling down': codeRow(code['cooling down']),
  spent: codeRow(code.spent),
  'for an app': codeRow(code['for an app']),
  'that would ask': { ...codeRow(code['that would ask']), 'request-code': [code['that asks'], []] },
  'that asks': {
    ...codeRow(code['that asks']),
    'request-code': [code['that asks'], []],
    'submit-password': [
      code['resending after asking'],
      [{ type: 'authenticate', username: 'ann', password: secretPassword }],
    ],
  },
  expired: {
    ...requestable(code.expired),
    tick: [
      firstStep('ann', { code: 'session-expired', retryable: false }),
      [...drop, { type: 'failure', error: { code: 'session-expired', retryable: false }, step: 'code' }],
    ],
  },
  confirming: {
    ...underWay(code.confirming),
    'answer: failed': [{ ...waiting, error: wrongCode }, [failure('code')]],
  },
  resending: {
    ...underWay(code.resending),
    'answer: failed': [
      withResend({ ...waiting, error: wrongCode }, { left: 4, availableAt: at + 30_000 }),
      [failure('code')],
    ],
  },
  'resending after asking': {
    ...underWay(code['resending after asking']),
    'answer: failed': [
      withResend({ ...code['that asks'], error: wrongCode }, { left: 4, availableAt: at + 30_000 }),
      [forget, failure('code')],
    ],
  },
} satisfies Record<keyof (typeof states)['code'], Row>;

const signedInRow: Row = {
  ...ignored('submit-credentials', 'submit-code', 'request-code', 'submit-password', 'dismiss-request'),
  ...ignored('hide', 'prefill', 'tick'),
  ...lateAnswers,
  'start-over': [firstStep('ann'), drop],
  leave: [signedIn, drop],
  'sign-out': [{ ...signedIn, busy: 'sign-out' }, [...drop, signOut]],
};

const signedInRows = {
  idle: signedInRow,
  refused: { ...signedInRow, leave: [states['signed-in'].refused, drop] },
  'signing out': {
    ...signedInRow,
    leave: [firstStep('ann'), drop],
    'sign-out': null,
    'answer: code-needed': [arrived(5), [codeSent(1)]],
    'answer: signed-in': [signedIn, [forget, success]],
    'answer: signed-out': signedOut,
    'answer: failed': [{ ...signedIn, error: wrongCode }, [failure('signed-in')]],
  },
} satisfies Record<keyof (typeof states)['signed-in'], Row>;

const table = { 'sign-in': signInRows, code: codeRows, 'signed-in': signedInRows } satisfies {
  [Name in StepName]: Record<keyof (typeof states)[Name], Row>;
};

for (const [name, rows] of Object.entries(table)) {
  for (const [variant, row] of Object.entries<Row>(rows)) {
    describe(`${name}, ${variant}`, () => {
      const state = (states as Record<string, Record<string, LoginState>>)[name]![variant]!;

      it('has a line for every event', () => {
        expect(Object.keys(row).sort()).to.deep.equal([...eventKeys].sort());
      });

      for (const key of eventKeys) {
        const expected = row[key];
        it(`${key}: ${expected ? 'leads on' : 'nothing happens'}`, () => {
          const [next, commands] = transition(deepFreeze(state), deepFreeze(events[key]));
          if (!expected) expect(next).to.equal(state);
          expect([next, commands]).to.deep.equal(expected ?? [state, []]);
        });
      }
    });
  }
}

describe('the table', () => {
  it('has a row for every state', () => {
    for (const name of Object.keys(states) as StepName[]) {
      expect(Object.keys(table[name])).to.deep.equal(Object.keys(states[name]));
    }
  });
});
