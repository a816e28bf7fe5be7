/** One sample of every event and of every way a state can stand, for the tables. */
import type { Command } from '../../src/flow/command.js';
import type { LoginError } from '../../src/flow/error.js';
import type { LoginEvent, Terms } from '../../src/flow/event.js';
import type { Outcome } from '../../src/flow/outcome.js';
import { firstStep, type CodeState, type LoginState, type Resend, type StepName } from '../../src/flow/state.js';

/** When everything in the tables happens. */
export const at = 1_000_000;
export const sessionLength = 180_000;
export const terms: Terms = { at, sessionLength, resend: 'keep' };

export const secretPassword = 'pass-canary-7f3a';
export const secretCode = '90817263';

export const wrongCode: LoginError = { code: 'wrong-code', retryable: false };
export const codeNeeded = { kind: 'code-needed', channel: 'sms', destination: '+********0114' } as const;

export type EventKey = Exclude<LoginEvent['type'], 'answer'> | `answer: ${Outcome['kind']}`;

const answer = (outcome: Outcome): LoginEvent => ({ type: 'answer', outcome, terms });

export const events = {
  'submit-credentials': { type: 'submit-credentials', username: ' ann ', password: secretPassword },
  'submit-code': { type: 'submit-code', code: secretCode },
  'request-code': { type: 'request-code', at },
  'submit-password': { type: 'submit-password', password: secretPassword, at },
  'dismiss-request': { type: 'dismiss-request' },
  'start-over': { type: 'start-over' },
  leave: { type: 'leave' },
  hide: { type: 'hide' },
  'sign-out': { type: 'sign-out', global: true },
  prefill: { type: 'prefill', username: ' eve ' },
  tick: { type: 'tick', at },
  'answer: code-needed': answer(codeNeeded),
  'answer: signed-in': answer({ kind: 'signed-in' }),
  'answer: signed-out': answer({ kind: 'signed-out', global: true }),
  'answer: failed': answer({ kind: 'failed', error: wrongCode }),
} as const satisfies Record<EventKey, LoginEvent>;

export const eventKeys = Object.keys(events) as EventKey[];

/** Can be pressed now. */
export const ready: Resend = { mode: 'keep', asking: false, availableAt: at, left: 5 };

export const waiting: CodeState = {
  name: 'code',
  username: 'ann',
  channel: 'sms',
  destination: '+********0114',
  busy: null,
  error: null,
  expiresAt: at + sessionLength,
  warned: null,
  resend: ready,
};

const withResend = (change: Partial<Resend>): CodeState => ({ ...waiting, resend: { ...ready, ...change } });

const signedIn = { name: 'signed-in', username: 'ann', busy: null, error: null } as const;

export const states = {
  'sign-in': {
    idle: firstStep('ann'),
    refused: firstStep('ann', { code: 'invalid-credentials', retryable: false }),
    'under way': { ...firstStep('ann'), busy: 'authenticate' },
    'ending an earlier session': { ...firstStep('ann'), busy: 'sign-out' },
  },
  code: {
    waiting,
    refused: { ...waiting, error: wrongCode },
    'cooling down': withResend({ availableAt: at + 1 }),
    spent: withResend({ left: 0 }),
    'for an app': { ...waiting, channel: 'totp', destination: null, resend: null },
    'that would ask': withResend({ mode: 'ask' }),
    'that asks': withResend({ mode: 'ask', asking: true }),
    expired: { ...waiting, expiresAt: at },
    confirming: { ...waiting, busy: 'confirm' },
    resending: { ...withResend({ left: 4 }), busy: 'resend' },
    'resending after asking': { ...withResend({ mode: 'ask', asking: true, left: 4 }), busy: 'resend' },
  },
  'signed-in': {
    idle: signedIn,
    refused: { ...signedIn, error: { code: 'offline', retryable: true } },
    'signing out': { ...signedIn, busy: 'sign-out' },
  },
} as const satisfies { [Name in StepName]: Record<string, Extract<LoginState, { name: Name }>> };

/** What follows whenever an attempt is dropped. */
export const drop: readonly Command[] = [{ type: 'abandon' }, { type: 'forget-password' }];
export const forget: Command = { type: 'forget-password' };

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Makes a change to an argument an exception. */
export function deepFreeze<Value>(value: Value): Value {
  if (isContainer(value) && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
