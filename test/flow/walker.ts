/** Follows everything that can happen from every state that can be reached, with a controller's memory of the password. */
import type { Call, Command } from '../../src/flow/command.js';
import type { ErrorCode } from '../../src/flow/error.js';
import type { LoginEvent, Terms } from '../../src/flow/event.js';
import type { Outcome } from '../../src/flow/outcome.js';
import { firstStep, type LoginState } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import {
  codeNeeded,
  deepFreeze,
  events,
  newChallenge,
  outcomes,
  question,
  secretPassword,
  sessionLength,
} from './samples.js';

/** A state, with what is remembered beside it. */
export interface Place {
  readonly state: LoginState;
  /** Whether the controller still has the password. */
  readonly kept: boolean;
  /** Whether the page is being asked about a challenge. */
  readonly asking: boolean;
}

export interface Edge {
  readonly from: Place;
  readonly event: LoginEvent;
  readonly to: Place;
  readonly commands: readonly Command[];
}

/** At once, after the cool-down, shortly before the session's end and after it. */
const times = [0, 40_000, 165_000, 400_000];

const failed = (code: ErrorCode): Outcome => ({ kind: 'failed', error: { code, retryable: false } });
const failures = [
  'wrong-code',
  'offline',
  'invalid-credentials',
  'session-expired',
  'reset-required',
  'confirm-required',
];
const answers: readonly Outcome[] = [
  ...Object.values(outcomes).filter(({ kind }) => kind !== 'failed'),
  { ...codeNeeded, alternatives: true },
  { ...codeNeeded, again: 'username', alternatives: true },
  { ...codeNeeded, again: null },
  { ...codeNeeded, channel: 'totp', destination: null },
  { kind: 'challenge-asked', ...newChallenge },
  { kind: 'factor-choice', factors: ['password', 'sms'], preferred: 'password' },
  { kind: 'signed-in', offers: ['device', 'passkey'] },
  ...failures.map((code) => failed(code as ErrorCode)),
];

const others = Object.values<LoginEvent>(events).filter(({ type }) => type !== 'tick' && type !== 'challenge-offered');
const acts: readonly LoginEvent[] = [
  ...others,
  { type: 'tick', at: 0 },
  { type: 'submit-code', code: '' },
  { type: 'submit-credentials', username: '', password: secretPassword },
  { type: 'submit-password', password: '', at: 0 },
  { type: 'choose-factor', factor: 'password', at: 0 },
].flatMap((event): LoginEvent[] =>
  'at' in event ? times.map((at) => ({ ...event, at }) as LoginEvent) : [event as LoginEvent],
);

const termsAt = (kept: boolean, resend: Terms['resend']): Terms => ({
  ...{ at: 0, sessionLength, passwordKept: kept },
  resend: resend === 'keep' && !kept ? 'ask' : resend,
});

const special: ReadonlySet<Outcome['kind']> = new Set([
  ...(['signed-out', 'reset-sent', 'password-reset', 'confirmation-sent', 'confirmed', 'done', 'cancelled'] as const),
]);

/** Whether a port can answer so to what is under way: calls beside the sign-in have their own answers, and a sign-in none of those. */
function canCome(kind: Outcome['kind'], { name, busy }: LoginState, kept: boolean): boolean {
  if (busy === 'sign-out') return kind === 'signed-out';
  if (name === 'remember-device') return kind === 'done';
  if (name === 'add-passkey') return kind === 'done' || kind === 'cancelled';
  if (name === 'forgot-password') return kind === 'reset-sent';
  if (busy !== 'authenticate' && name === 'reset-password')
    return kind === (busy === 'reset' ? 'password-reset' : 'reset-sent');
  if (busy !== 'authenticate' && name === 'confirm-sign-up')
    return kind === (busy === 'confirm' ? 'confirmed' : 'confirmation-sent');
  if (kind === 'cancelled') return name === 'passkey' || (name === 'sign-in' && !kept);
  return !special.has(kind);
}

/** What can happen here: while the page is asked of a challenge, nothing else does. */
function eventsAt({ state, kept, asking }: Place): readonly LoginEvent[] {
  const ways = (['keep', 'ask', 'off'] as const).map((resend) => termsAt(kept, resend));
  if (asking) {
    const offers = [question, newChallenge].flatMap((challenge) =>
      [true, false].map((taken) => ({ challenge, taken })),
    );
    return offers.map((offer) => ({ type: 'challenge-offered', ...offer, round: 1, terms: ways[0]! }));
  }
  if (!state.busy) return [...acts, { type: 'answer', outcome: codeNeeded, terms: ways[0]! }, ...found(ways)];
  const possible = answers.filter(({ kind }) => kind === 'failed' || canCome(kind, state, kept));
  return [
    ...acts,
    ...possible.flatMap((outcome) => ways.map((terms) => ({ type: 'answer', outcome, terms }) as const)),
  ];
}

const found = (ways: readonly Terms[]): readonly LoginEvent[] =>
  ways.map((terms) => ({
    type: 'restored',
    found: { kind: 'attempt', username: 'ann', expiresAt: sessionLength, needed: codeNeeded },
    terms,
  }));

/** What the controller does with the password at each command. */
function keeps(kept: boolean, command: Command): boolean {
  if (command.type === 'forget-password') return false;
  if (command.type === 'authenticate') return command.password !== null;
  return kept || command.type === 'reset' || (command.type === 'answer' && command.answer.kind === 'new-password');
}

/** Errors lead nowhere by themselves, and four codes that are left are as good as two. */
function canonical(state: LoginState): LoginState {
  const error = state.error && { code: 'client-error' as const, retryable: true };
  const few = <Codes extends { readonly left: number }>(codes: Codes) => ({ ...codes, left: Math.min(codes.left, 1) });
  const resend = 'resend' in state && state.resend && { resend: few(state.resend) };
  const earlier = 'earlier' in state && state.earlier && { earlier: few(state.earlier) };
  return { ...state, error, ...resend, ...earlier } as LoginState;
}

/** The place an event leads to. */
function lead(from: Place, state: LoginState, commands: readonly Command[]): Place {
  if (state === from.state && !commands.length && !from.asking) return from;
  const asking = commands.some(({ type }) => type === 'offer-challenge');
  return { state: canonical(state), kept: commands.reduce(keeps, from.kept), asking };
}

export function walk(): { places: Map<string, Place>; edges: Edge[] } {
  const start: Place = deepFreeze({ state: firstStep(), kept: false, asking: false });
  const places = new Map([[JSON.stringify(start), start]]);
  const edges: Edge[] = [];
  for (const from of places.values()) {
    for (const event of eventsAt(from)) {
      const [state, commands] = transition(from.state, event);
      const next = lead(from, state, commands);
      const key = next === from ? null : JSON.stringify(next);
      const to = key ? (places.get(key) ?? deepFreeze(next)) : from;
      if (key) places.set(key, to);
      edges.push({ from, event, to, commands });
    }
  }
  return { places, edges };
}

const callTypes: Readonly<Record<Call['type'], true>> = {
  authenticate: true,
  reauthenticate: true,
  answer: true,
  'request-reset': true,
  reset: true,
  'request-confirmation': true,
  'confirm-sign-up': true,
  'remember-device': true,
  'add-passkey': true,
  'skip-offer': true,
  'sign-out': true,
};

export const isCall = (command: Command): command is Call => command.type in callTypes;
export const isReport = ({ type }: Command): boolean =>
  ['success', 'failure', 'code-sent', 'signed-out'].includes(type);
