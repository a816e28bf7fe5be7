/** The flow alone: any event in any state, with what the controller remembers beside it, and what must hold after each. */
import fc from 'fast-check';
import type { Command, Transition } from '../../../src/flow/command.js';
import type { LoginEvent, Terms } from '../../../src/flow/event.js';
import type { Outcome } from '../../../src/flow/outcome.js';
import { firstStep, type LoginState } from '../../../src/flow/state.js';
import { transition } from '../../../src/flow/transition.js';
import {
  codeNeeded,
  events,
  newChallenge,
  outcomes,
  secretAnswer,
  secretCode,
  secretPassword,
  totpSecret,
} from '../../flow/samples.js';
import { isCall, isReport } from '../../flow/walker.js';
import type { ErrorCode } from '../../../src/flow/error.js';
import en from '../../../src/i18n/en.js';
import { Broken, invariants } from './invariants.js';

/** Every code of a submission's failure: those of a field begin with the field's name, and end with what is wrong in it. */
const codes = Object.keys(en.errors).filter((code) => !/-(missing|format|email|phone)$/.test(code)) as ErrorCode[];

const answers: readonly Outcome[] = [
  ...Object.values(outcomes).filter(({ kind }) => kind !== 'failed'),
  ...Object.values(outcomes).filter(({ kind }) => kind !== 'failed'),
  { ...codeNeeded, alternatives: true },
  { ...codeNeeded, again: 'username' },
  { ...codeNeeded, again: null },
  { ...codeNeeded, channel: 'totp', destination: null },
  { kind: 'challenge-asked', ...newChallenge },
  { kind: 'signed-in', offers: ['device', 'passkey'] },
  { kind: 'factor-choice', factors: ['password', 'sms'], preferred: 'password' },
  ...codes.map((code): Outcome => ({ kind: 'failed', error: { code, retryable: false } })),
];

/** What happens, and how much later; the terms are the controller's of that moment. */
export interface FlowStep {
  readonly event: LoginEvent;
  readonly later: number;
  readonly resend: Terms['resend'];
}

const terms: Terms = { at: 0, sessionLength: 180_000, resend: 'keep', passwordKept: false };
const others = Object.values<LoginEvent>(events);

export const anyFlow: fc.Arbitrary<readonly FlowStep[]> = fc.array(
  fc.record({
    event: fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...others) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(...answers).map((outcome): LoginEvent => ({ type: 'answer', outcome, terms })),
      },
    ),
    later: fc.constantFrom(0, 0, 0, 1000, 31_000, 125_000, 181_000),
    resend: fc.constantFrom('keep' as const, 'keep' as const, 'ask' as const, 'off' as const),
  }),
  { minLength: 1, maxLength: 40, size: 'max' },
);

function keeps(kept: boolean, command: Command): boolean {
  if (command.type === 'forget-password') return false;
  if (command.type === 'authenticate') return command.password !== null;
  return kept || command.type === 'reset' || (command.type === 'answer' && command.answer.kind === 'new-password');
}

const secrets = [secretPassword, secretCode, secretAnswer];
const reads = (value: unknown): boolean => secrets.some((secret) => JSON.stringify(value).includes(secret));

export interface Change {
  readonly from: LoginState;
  readonly event: LoginEvent;
  readonly to: LoginState;
  readonly commands: readonly Command[];
  /** What starting over comes to then. */
  readonly back: Transition;
}

const worldly: ReadonlySet<LoginEvent['type']> = new Set([
  'leave',
  'hide',
  'prefill',
  'tick',
  'challenge-offered',
  'restored',
]);
const asksCode: ReadonlySet<LoginState['name']> = new Set(['code', 'set-up-totp']);

/** By the invariant's name, what would break it here. */
export const rules: Readonly<Record<string, (change: Change) => boolean>> = {
  I1: ({ commands }) => {
    const reports = commands.filter(isReport).map(({ type }) => type);
    return reports.length > 1 || (reports.includes('success') && commands.at(-1)?.type !== 'success');
  },
  I2: ({ from, event, commands }) =>
    commands.filter(isCall).length > 1 || (Boolean(from.busy) && commands.some(isCall) && !takesOver(event, commands)),
  I3: ({ event, commands }) => worldly.has(event.type) && commands.some(isCall),
  I4: ({ from, event, commands }) =>
    (event.type === 'leave' || (event.type === 'answer' && !from.busy)) && commands.some(isReport),
  I5: ({ from, commands }) =>
    commands.some((command) => command.type === 'answer' && command.answer.kind === 'code' && !asksCode.has(from.name)),
  I6: ({ back: [first, commands] }) =>
    first.name !== 'sign-in' || first.busy !== null || !commands.some(({ type }) => type === 'abandon'),
  I7: ({ to, commands }) =>
    reads(to) ||
    reads(commands.filter(isReport)) ||
    (to.name !== 'set-up-totp' && JSON.stringify(to).includes(totpSecret)),
  I9: ({ from, event, commands }) =>
    commands.some(({ type }) => type === 'success') && event.type !== 'answer' && !('offers' in from),
};

/** What is under way is aborted by whoever asks for something else. */
const takesOver = (event: LoginEvent, commands: readonly Command[]): boolean =>
  event.type === 'answer' || commands.some(({ type }) => type === 'abandon');

/** The event as it comes now. */
function timed({ event, resend }: FlowStep, at: number, kept: boolean): LoginEvent {
  const mode = resend === 'keep' && !kept ? 'ask' : resend;
  const now: Terms = { ...terms, at, resend: mode, passwordKept: kept };
  return { ...event, ...('at' in event && { at }), ...('terms' in event && { terms: now }) } as LoginEvent;
}

/** @throws Broken */
export function runFlow(steps: readonly FlowStep[]): void {
  let [state, kept, at]: [LoginState, boolean, number] = [firstStep(), false, 0];
  for (const step of steps) {
    at += step.later;
    const event = timed(step, at, kept);
    const [to, commands] = transition(state, event);
    const back = transition(to, { type: 'start-over' });
    for (const [name, breaks] of Object.entries(rules))
      if (breaks({ from: state, event, to, commands, back }))
        throw new Broken(
          name,
          invariants.find((one) => one.name === name)!.says,
          JSON.stringify({ from: state, event, to, commands }),
        );
    kept = commands.reduce(keeps, kept);
    state = to;
  }
}
