import { expect } from '@open-wc/testing';
import type { Command } from '../../src/flow/command.js';
import { firstStep, type LoginState, type StepName } from '../../src/flow/state.js';
import { secretAnswer, secretCode, secretPassword, totpSecret } from './samples.js';
import { states } from './standing.js';
import { isCall, isReport, walk, type Edge, type Place } from './walker.js';

/** Every place from which one of these can be reached. */
function leadingTo(edges: readonly Edge[], goals: Iterable<Place>): Set<Place> {
  const sources = new Map<Place, Place[]>();
  for (const { from, to } of edges) {
    const known = sources.get(to);
    if (known) known.push(from);
    else sources.set(to, [from]);
  }
  const found = new Set(goals);
  for (const place of found) for (const from of sources.get(place) ?? []) found.add(from);
  return found;
}

const has = ({ commands }: Edge, type: Command['type']) => commands.some((command) => command.type === type);
const show = ({ from, event, to, commands }: Edge) => JSON.stringify({ from, event, to, commands });

/** Shows the first edges for which something does not hold: an assertion for each of them all would take seconds. */
function expectNone(edges: readonly Edge[], wrong: (edge: Edge) => boolean): void {
  expect(edges).not.to.be.empty;
  expect(edges.filter(wrong).slice(0, 3).map(show)).to.deep.equal([]);
}

const secrets = [secretPassword, secretCode, secretAnswer];
const holdsSecret = (json: string) => secrets.some((secret) => json.includes(secret));

describe('a walk over everything that can happen', () => {
  const { places, edges } = walk();
  const all = [...places.values()];
  const person = new Set(['leave', 'hide', 'prefill', 'tick', 'answer', 'challenge-offered', 'restored']);
  const answered = edges.filter(({ event, from }) => event.type === 'answer' && from.state.busy);

  for (const [name, variants] of Object.entries(states)) {
    it(`reaches ${name}, with everything that can be under way in it`, () => {
      const wanted = new Set(Object.values<LoginState>(variants).map(({ busy }) => busy));
      const reached = new Set(all.filter(({ state }) => state.name === name).map(({ state }) => state.busy));
      expect(reached).to.deep.equal(wanted);
    });
  }

  it('leaves no place without a way to being signed in', () => {
    const goals = all.filter(({ state }) => state.name === 'signed-in' && !state.busy);
    const leading = leadingTo(edges, goals);
    expect(goals).not.to.be.empty;
    expect(all.filter((place) => !leading.has(place)).slice(0, 3)).to.deep.equal([]);
  });

  it('leaves no place without a way back by the person alone, with the name kept and nothing remembered', () => {
    const back = edges.filter(({ event }) => event.type === 'start-over');
    expect(new Set(back.map(({ from }) => from)).size).to.equal(all.filter(({ asking }) => !asking).length);
    expectNone(back, ({ from, to }) => JSON.stringify(to.state) !== JSON.stringify(firstStep(from.state.username)));
    expectNone(back, (edge) => !has(edge, 'abandon') || edge.to.kept);
  });

  it('finds no secret in any state', () => {
    expect([...places.keys()].filter(holdsSecret)).to.deep.equal([]);
    const withTotp = [...places].filter(([json]) => json.includes(totpSecret)).map(([, { state }]) => state.name);
    expect(new Set(withTotp)).to.deep.equal(new Set(['set-up-totp']));
  });

  it('hands a secret to the port alone', () => {
    const others = new Set(edges.flatMap(({ commands }) => commands.filter((command) => !isCall(command))));
    const json = JSON.stringify([...others]);
    expect(holdsSecret(json) || json.includes(totpSecret)).to.equal(false);
  });

  it('keeps the name wherever it leads, but for whoever is signed out', () => {
    expectNone(edges, ({ from, to, commands }) => {
      const out = commands.some(({ type }) => type === 'signed-out');
      return from.state.username !== '' && to.state.username === '' && !out && to.state.error === null;
    });
  });

  it('reports an answer once, or goes on to another question', () => {
    expectNone(answered, ({ commands }) => commands.filter(isReport).length > 1);
    const told = new Set(['failed', 'signed-out', 'confirmation-sent']);
    const mustTell = ({ event, to: { state } }: Edge) => {
      if (event.type !== 'answer') return false;
      if (state.name === 'code' && event.outcome.kind === 'code-needed') return state.channel !== 'totp';
      return told.has(event.outcome.kind) || (event.outcome.kind === 'signed-in' && state.name === 'signed-in');
    };
    /** A device that is not remembered keeps nobody from the next offer. */
    const mended = ({ from, to: { state } }: Edge) =>
      (state.name === 'reset-password' || state.name === 'confirm-sign-up' || from.state.name === 'remember-device') &&
      !state.error;
    expectNone(answered.filter(mustTell), (edge) => !edge.commands.some(isReport) && !mended(edge));
  });

  it('reports every failure, or leads to the step that mends it', () => {
    const failures = answered.filter(
      ({ event, from }) =>
        event.type === 'answer' &&
        event.outcome.kind === 'failed' &&
        from.state.name !== 'remember-device' &&
        from.state.busy !== 'skip',
    );
    const mends: ReadonlySet<StepName> = new Set(['reset-password', 'confirm-sign-up']);
    expectNone(failures, (edge) => has(edge, 'failure') === (mends.has(edge.to.state.name) && !edge.to.state.error));
    expectNone(failures, ({ to }) => Boolean(to.state.busy));
  });

  it('names the step that failed, and never follows a success with a report', () => {
    expectNone(edges, ({ from, commands }) =>
      commands.some((command) => command.type === 'failure' && command.step !== from.state.name),
    );
    expectNone(edges, ({ commands }) => {
      const reports = commands.filter(isReport).map(({ type }) => type);
      return reports.includes('success') && reports.at(-1) !== 'success';
    });
  });

  it('reports nothing without an answer, but for a session that ran out, offers declined and what another tab did', () => {
    const unasked = edges.filter(({ event, from }) => event.type !== 'answer' || !from.state.busy);
    const known = new Set(['tick', 'answer-offer', 'restored', 'challenge-offered']);
    expectNone(unasked, ({ event, commands }) => commands.some(isReport) && !known.has(event.type));
  });

  it('makes one call at most, for an act of the person or after an answer', () => {
    expectNone(edges, ({ commands }) => commands.filter(isCall).length > 1);
    const unasked = edges.filter(({ event }) => person.has(event.type) && event.type !== 'answer');
    expectNone(unasked, ({ commands }) => commands.some(isCall));
  });

  it('sends nothing by itself that could send a message, but the sign-in after a reset or a confirmation', () => {
    expectNone(answered, ({ event, commands }) => {
      const kind = event.type === 'answer' ? event.outcome.kind : null;
      const call = commands.find(isCall);
      if (!call) return false;
      const prompt = call.type === 'answer' && call.answer.kind === 'passkey' && kind === 'passkey-needed';
      const anew = call.type === 'reauthenticate' || (call.type === 'authenticate' && call.password === null);
      return !prompt && !(anew && (kind === 'password-reset' || kind === 'confirmed'));
    });
  });

  it('is busy exactly while a call is under way, or the page is asked', () => {
    const moves = edges.filter(
      ({ from, to, commands }) => !from.state.busy || to.state !== from.state || commands.length,
    );
    const goesOn = ({ from, to, event }: Edge) =>
      Boolean(from.state.busy) && to.state.busy === from.state.busy && ['hide', 'tick'].includes(event.type);
    expectNone(moves, (edge) => {
      const waits = edge.commands.some(isCall) || edge.to.asking || goesOn(edge);
      return Boolean(edge.to.state.busy) !== waits;
    });
  });

  it('makes no second call while one is under way, unless it drops the first', () => {
    const second = edges.filter(({ event, from }) => from.state.busy && event.type !== 'answer');
    expectNone(second, ({ commands }) => commands.some(isCall) && commands[0]?.type !== 'abandon');
  });

  it('drops an answer to nothing', () => {
    const late = edges.filter(({ event, from }) => event.type === 'answer' && !from.state.busy);
    expectNone(late, ({ from, to, commands }) => to !== from || commands.length > 0);
  });

  it('leaves no timed step usable past its end', () => {
    const late = edges.filter(({ event, from }) => event.type === 'tick' && event.at >= 400_000 && !from.state.busy);
    expectNone(late, ({ to: { state } }) => 'expiresAt' in state && !(state.name === 'set-up-totp' && !state.secret));
  });

  it('forgets the password whenever the page is hidden', () => {
    expectNone(
      edges.filter(({ event }) => event.type === 'hide'),
      ({ from, to }) => to.kept || from.state.busy !== to.state.busy,
    );
  });

  it('keeps the password where it is needed once more, and nowhere else', () => {
    const keeping: ReadonlySet<StepName> = new Set([
      ...(['code', 'choose-mfa', 'choose-set-up', 'set-up-totp', 'set-up-email', 'confirm-sign-up'] as const),
    ]);
    expect(all.filter(({ state, kept }) => kept && !state.busy && !keeping.has(state.name)).slice(0, 3)).to.deep.equal(
      [],
    );
  });

  it('begins anew with a password only while it is kept', () => {
    const again = edges.filter((edge) => has(edge, 'reauthenticate'));
    const byName = ({ from: { state } }: Edge) =>
      state.name === 'password' || state.name === 'passkey' || (state.name === 'code' && state.passwordless);
    expectNone(again, (edge) => !byName(edge) && !edge.to.kept);
  });

  it('offers to begin anew with one press only what it can', () => {
    const press = ({ state }: Place) =>
      (state.name === 'code' && !state.passwordless && (state.resend?.mode === 'keep' || state.another === 'keep')) ||
      ((state.name === 'set-up-totp' || state.name === 'confirm-sign-up') && state.kept);
    const idle = all.filter(({ state }) => !state.busy);
    expect(idle.filter((place) => press(place) && !place.kept).slice(0, 3)).to.deep.equal([]);
  });

  it('drops the attempt with every challenge that is left for a step without one', () => {
    const beside: ReadonlySet<StepName> = new Set(['sign-in', 'reset-password', 'confirm-sign-up']);
    const left = edges.filter(({ from, to }) => 'expiresAt' in from.state && beside.has(to.state.name));
    // A session that ran out was dropped when it did.
    expectNone(left, (edge) => !has(edge, 'abandon') && edge.event.type !== 'restart');
    expectNone(left, ({ to: { state, kept } }) => kept && state.name !== 'confirm-sign-up');
  });
});
