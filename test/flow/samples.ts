/** One sample of every event, for the tables. */
import type { Command } from '../../src/flow/command.js';
import type { LoginError } from '../../src/flow/error.js';
import type { LoginEvent, Terms } from '../../src/flow/event.js';
import type { CodeNeeded, Outcome, PageChallenge } from '../../src/flow/outcome.js';

/** When everything in the tables happens. */
export const at = 1_000_000;
export const sessionLength = 180_000;
export const terms: Terms = { at, sessionLength, resend: 'keep', passwordKept: true };

export const secretPassword = 'pass-canary-7f3a';
export const secretCode = '908172';
export const secretAnswer = 'answer-canary-51d0';
export const totpSecret = 'TOTPCANARY234567';

export const wrongCode: LoginError = { code: 'wrong-code', retryable: false };
export const codeNeeded: CodeNeeded = {
  kind: 'code-needed',
  channel: 'sms',
  destination: '+********0114',
  again: 'password',
  alternatives: false,
};
export const question: PageChallenge = { name: 'CUSTOM_CHALLENGE', parameters: { hint: 'colour' } };
export const newChallenge: PageChallenge = { name: 'NEVER_HEARD_OF', parameters: {} };

/** One of each kind. */
export const outcomes = {
  'code-needed': codeNeeded,
  'mfa-choice': { kind: 'mfa-choice', channels: ['sms', 'totp'] },
  'set-up-choice': { kind: 'set-up-choice', factors: ['totp', 'email'] },
  'totp-set-up': { kind: 'totp-set-up', secret: totpSecret },
  'email-needed': { kind: 'email-needed' },
  'new-password-needed': { kind: 'new-password-needed', attributes: [{ name: 'email', value: '' }] },
  'challenge-asked': { kind: 'challenge-asked', ...question },
  'factor-choice': { kind: 'factor-choice', factors: ['password', 'sms', 'passkey'], preferred: null },
  'password-needed': { kind: 'password-needed' },
  'passkey-needed': { kind: 'passkey-needed', alternatives: true },
  'signed-in': { kind: 'signed-in', offers: [] },
  'signed-out': { kind: 'signed-out', global: true },
  'reset-sent': { kind: 'reset-sent' },
  'password-reset': { kind: 'password-reset' },
  'confirmation-sent': { kind: 'confirmation-sent', channel: 'email', destination: 'a***@e***' },
  confirmed: { kind: 'confirmed' },
  done: { kind: 'done' },
  cancelled: { kind: 'cancelled' },
  failed: { kind: 'failed', error: wrongCode },
} as const satisfies { [Kind in Outcome['kind']]: Extract<Outcome, { kind: Kind }> };

export type OutcomeKind = keyof typeof outcomes;
export const outcomeKinds = Object.keys(outcomes) as OutcomeKind[];

export const answer = (outcome: Outcome): LoginEvent => ({ type: 'answer', outcome, terms });

/** Everything that can happen but the answers, with the ways in which some of it can. */
export const events = {
  'submit-credentials': { type: 'submit-credentials', username: ' ann ', password: secretPassword },
  'submit-username': { type: 'submit-username', username: ' ann ' },
  'use-passkey': { type: 'use-passkey', username: ' ann ' },
  'choose-factor': { type: 'choose-factor', factor: 'sms', at },
  'submit-code': { type: 'submit-code', code: secretCode },
  'request-code': { type: 'request-code', at },
  'submit-password': { type: 'submit-password', password: secretPassword, at },
  'dismiss-request': { type: 'dismiss-request' },
  'use-another-method': { type: 'use-another-method' },
  'choose-mfa': { type: 'choose-mfa', channel: 'sms', at },
  'choose-set-up': { type: 'choose-set-up', factor: 'totp' },
  restart: { type: 'restart' },
  'submit-email': { type: 'submit-email', email: ' ann@example.org ' },
  'submit-new-password': {
    type: 'submit-new-password',
    password: secretPassword,
    attributes: [{ name: 'email', value: ' ann@example.org ' }],
  },
  respond: { type: 'respond', answers: { ANSWER: secretAnswer }, round: 1 },
  'answer-passkey': { type: 'answer-passkey' },
  'forgot-password': { type: 'forgot-password', username: ' ann ' },
  'request-reset': { type: 'request-reset', username: ' ann ' },
  'submit-reset': { type: 'submit-reset', code: secretCode, password: secretPassword },
  'answer-offer': { type: 'answer-offer', accepted: true },
  'answer-offer: no': { type: 'answer-offer', accepted: false },
  'start-over': { type: 'start-over' },
  'sign-out': { type: 'sign-out', global: true },
  leave: { type: 'leave' },
  hide: { type: 'hide' },
  prefill: { type: 'prefill', username: ' eve ' },
  tick: { type: 'tick', at },
  'challenge-offered': { type: 'challenge-offered', challenge: question, round: 1, taken: false, terms },
  'restored: nothing': { type: 'restored', found: null, terms },
  'restored: session': { type: 'restored', found: { kind: 'session', username: 'ann' }, terms },
  'passkey-picked': { type: 'passkey-picked', username: 'ann' },
} as const satisfies Record<EventName, LoginEvent>;

type EventName =
  Exclude<LoginEvent['type'], 'answer' | 'restored'> | 'answer-offer: no' | 'restored: nothing' | 'restored: session';

export type EventKey = keyof typeof events;
export const eventKeys = Object.keys(events) as EventKey[];

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
