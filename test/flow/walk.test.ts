import { expect } from '@open-wc/testing';
import type { Command } from '../../src/flow/command.js';
import type { LoginError } from '../../src/flow/error.js';
import type { LoginEvent, Terms } from '../../src/flow/event.js';
import type { Outcome } from '../../src/flow/outcome.js';
import { firstStep, type LoginState, type StepName } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { codeNeeded, deepFreeze, events, secretCode, secretPassword, sessionLength } from './samples.js';

interface Edge {
  readonly from: LoginState;
  readonly event: LoginEvent;
  readonly to: LoginState;
  readonly commands: readonly Command[];
}

/** At once, after the cool-down, shortly before the session's end and after it. */
const times = [0, 40_000, 165_000, 400_000];

const failed = (code: LoginError['code']): Outcome => ({ kind: 'failed', error: { code, retryable: false } });
const outcomes: Outcome[] = [
  codeNeeded,
  { ...codeNeeded, channel: 'totp', destination: null },
  { kind: 'signed-in' },
  { kind: 'signed-out', global: false },
  failed('wrong-code'),
  failed('offline'),
  failed('invalid-credentials'),
];
const ways: Terms['resend'][] = ['keep', 'ask', 'off'];

const answers = outcomes.flatMap((outcome) =>
  ways.map((resend): LoginEvent => ({ type: 'answer', outcome, terms: { at: 0, sessionLength, resend } })),
);
const acts: LoginEvent[] = Object.values(events)
  .filter(({ type }) => !['answer', 'tick', 'prefill'].includes(type))
  .map((event) => ('at' in event ? { ...event, at: 0 } : event));
const untimed: LoginEvent[] = [
  ...acts,
  ...answers,
  { type: 'submit-code', code: '' },
  { type: 'submit-credentials', username: '', password: secretPassword },
  { type: 'tick', at: 0 },
];

const timed = (event: LoginEvent): LoginEvent[] => {
  if (event.type === 'answer') return [event];
  return 'at' in event ? times.map((at) => ({ ...event, at })) : [event];
};
const representatives = deepFreeze(untimed.flatMap(timed));

/** Follows every event from every state that can be reached. */
function walk(): { states: Map<string, LoginState>; edges: Edge[] } {
  const start = deepFreeze(firstStep());
  const states = new Map<string, LoginState>([[JSON.stringify(start), start]]);
  const edges: Edge[] = [];
  for (const from of states.values()) {
    for (const event of representatives) {
      const [next, commands] = transition(from, event);
      const key = JSON.stringify(next);
      const to = states.get(key) ?? deepFreeze(next);
      states.set(key, to);
      edges.push({ from, event, to, commands });
    }
  }
  return { states, edges };
}

/** Every state from which one of these can be reached. */
function leadingTo(edges: readonly Edge[], goals: Iterable<LoginState>): Set<LoginState> {
  const sources = new Map<LoginState, LoginState[]>();
  for (const { from, to } of edges) sources.set(to, [...(sources.get(to) ?? []), from]);
  const found = new Set(goals);
  for (const state of found) for (const from of sources.get(state) ?? []) found.add(from);
  return found;
}

const reports = new Set(['success', 'failure', 'code-sent', 'signed-out']);
const calls = new Set(['authenticate', 'reauthenticate', 'confirm', 'sign-out']);
const count = (commands: readonly Command[], kinds: ReadonlySet<string>) =>
  commands.filter(({ type }) => kinds.has(type)).length;

const show = ({ from, event }: Edge) => `${JSON.stringify(from)} + ${JSON.stringify(event)}`;

/** Shows the first edges for which something does not hold: an assertion for each of them all would take seconds. */
function expectNone(edges: readonly Edge[], wrong: (edge: Edge) => boolean): void {
  expect(edges).not.to.be.empty;
  expect(edges.filter(wrong).slice(0, 3).map(show)).to.deep.equal([]);
}

describe('a walk over everything that can happen', () => {
  const { states, edges } = walk();
  const all = [...states.values()];

  const places = {
    'sign-in': (state) => !state.busy && state.error !== null,
    code: (state) => state.name === 'code' && state.busy === 'resend' && state.resend?.left === 0,
    'signed-in': (state) => state.busy === 'sign-out',
  } satisfies Record<StepName, (state: LoginState) => boolean>;
  for (const [name, place] of Object.entries(places)) {
    it(`reaches ${name}, and its furthest corner`, () => {
      expect(all.some((state) => state.name === name && place(state))).to.equal(true);
    });
  }

  it('leaves no state without a way to being signed in', () => {
    const goals = all.filter(({ name, busy }) => name === 'signed-in' && !busy);
    const leading = leadingTo(edges, goals);
    expect(goals).not.to.be.empty;
    expect(all.filter((state) => !leading.has(state))).to.deep.equal([]);
  });

  it('leaves no state without a way back by the person alone', () => {
    const back = edges.filter(({ event }) => event.type === 'start-over');
    expectNone(back, ({ from, to }) => JSON.stringify(to) !== JSON.stringify(firstStep(from.username)));
  });

  it('finds no secret in any state', () => {
    const leaks = [...states.keys()].filter((json) => json.includes(secretPassword) || json.includes(secretCode));
    expect(leaks).to.deep.equal([]);
  });

  it('hands a secret to the port alone', () => {
    const others = edges.flatMap(({ commands }) => commands.filter(({ type }) => !calls.has(type)));
    const json = JSON.stringify(others);
    expect(json.includes(secretPassword) || json.includes(secretCode)).to.equal(false);
  });

  it('reports an answer to what is under way once, or goes on to a step without a message', () => {
    const answered = edges.filter(({ event, from }) => event.type === 'answer' && from.busy);
    const silent = ({ to }: Edge) => to.name === 'code' && to.channel === 'totp' && to.error === null;
    expectNone(answered, (edge) => count(edge.commands, reports) !== (silent(edge) ? 0 : 1));
    expectNone(answered, ({ to }) => Boolean(to.busy));
  });

  it('reports nothing without an answer, but for a session that ran out', () => {
    const unanswered = edges.filter(({ event, from }) => event.type !== 'answer' || !from.busy);
    const expired = ({ event, from, to }: Edge) =>
      event.type === 'tick' && from.name === 'code' && to.name === 'sign-in';
    expectNone(unanswered, (edge) => count(edge.commands, reports) !== (expired(edge) ? 1 : 0));
  });

  it('makes at most one call for each act of the person, and none otherwise', () => {
    const acts = new Set(['submit-credentials', 'submit-code', 'request-code', 'submit-password', 'sign-out']);
    expectNone(edges, ({ event, commands }) => count(commands, calls) > (acts.has(event.type) ? 1 : 0));
  });

  it('is busy exactly while a call is under way', () => {
    const moves = edges.filter(({ from, to }) => !from.busy && from !== to);
    expectNone(moves, ({ to, commands }) => Boolean(to.busy) !== (count(commands, calls) === 1));
  });

  it('makes no second call while one is under way, unless it drops the first', () => {
    const second = edges.filter(({ from, commands }) => from.busy && count(commands, calls) > 0);
    expectNone(second, ({ commands }) => commands[0]?.type !== 'abandon');
  });

  it('lets nothing but a new call follow a success', () => {
    const done = edges.filter(({ commands }) => commands.some(({ type }) => type === 'success'));
    const after = new Set(done.map(({ to }) => to));
    const following = edges.filter(({ from }) => after.has(from));
    expectNone(following, ({ commands }) => count(commands, reports) > 0);
  });

  it('forgets the password with every code step that is left', () => {
    // No port answers a code so; nothing is left to forget where one has been signed out.
    const signedOut = ({ event }: Edge) => event.type === 'answer' && event.outcome.kind === 'signed-out';
    const left = edges.filter((edge) => edge.from.name === 'code' && edge.to.name !== 'code' && !signedOut(edge));
    expectNone(left, ({ commands }) => count(commands, new Set(['forget-password'])) !== 1);
  });
});
