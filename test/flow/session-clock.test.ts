import { expect } from '@open-wc/testing';
import type { CodeState, LoginState, TimedState } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { at, codeNeeded, forget, sessionLength, terms } from './samples.js';
import { states, waiting } from './standing.js';

const tickWith = (left: number, state: CodeState) => transition(state, { type: 'tick', at: state.expiresAt - left });

type Warned = CodeState['warned'];

const rows: [left: number, warned: Warned, next: Warned][] = [
  [180_000, null, null],
  [60_001, null, null],
  [60_000, null, 60],
  [59_000, 60, 60],
  [20_001, 60, 60],
  [20_000, 60, 20],
  [20_000, null, 20],
  [1, null, 20],
  [1, 20, 20],
  [50_000, 20, 20],
];

describe('the session clock', () => {
  for (const [left, warned, next] of rows) {
    it(`with ${left} ms left, ${warned ?? 'nothing'} announced: ${next ?? 'nothing'}`, () => {
      const state = { ...waiting, warned };
      const [after, commands] = tickWith(left, state);
      expect(after).to.deep.equal({ ...state, warned: next });
      expect(after === state, 'the same state where nothing is new').to.equal(warned === next);
      expect(commands).to.deep.equal([]);
    });
  }

  for (const left of [0, -1, -86_400_000]) {
    it(`starts over with ${left} ms left, keeps the name and says why`, () => {
      const [state, commands] = tickWith(left, { ...waiting, warned: 20 });
      expect(state).to.deep.include({ name: 'sign-in', username: 'ann', busy: null });
      expect(state.error?.code).to.equal('session-expired');
      expect(commands.map(({ type }) => type)).to.deep.equal(['abandon', 'forget-password', 'failure']);
    });
  }

  for (const state of [states.code.confirming, states.code.resending]) {
    it(`leaves what is under way (${state.busy}) to the service, however late it is`, () => {
      expect(tickWith(-1, state)).to.deep.equal([state, []]);
    });
  }

  const timed = Object.values(states)
    .flatMap((variants) => Object.values<LoginState>(variants))
    .filter((state): state is TimedState => 'expiresAt' in state && !state.busy);
  for (const name of new Set(timed.map(({ name }) => name))) {
    it(`warns in ${name}, and leaves nothing usable past the end`, () => {
      for (const state of timed.filter((each) => each.name === name && each.expiresAt > at)) {
        expect(transition(state, { type: 'tick', at: state.expiresAt - 1 })[0]).to.have.property('warned', 20);
        const [next, commands] = transition(state, { type: 'tick', at: state.expiresAt });
        expect(next.name).to.equal(name === 'set-up-totp' ? name : 'sign-in');
        expect(commands[0]).to.deep.equal({ type: 'abandon' });
        expect(transition(next, { type: 'tick', at: state.expiresAt + 1 }), 'says so once').to.deep.equal([next, []]);
      }
    });
  }

  it('begins anew with each code, from the time of the answer', () => {
    const late = { ...states.code.resending, warned: 20 as const, expiresAt: at + 1 };
    const outcome = { ...codeNeeded, channel: 'email' } as const;
    const [state] = transition(late, { type: 'answer', outcome, terms: { ...terms, at: at + 500 } });
    expect(state).to.deep.include({ expiresAt: at + 500 + sessionLength, warned: null, channel: 'email' });
  });
});

describe('a password that is kept for later', () => {
  const ended = { ...states['set-up-totp'].confirming, busy: null, secret: null, expiresAt: at } as const;

  it('is forgotten three minutes after the set-up of an app ended', () => {
    expect(transition(ended, { type: 'tick', at: at + 179_999 })).to.deep.equal([ended, []]);
    const [state, commands] = transition(ended, { type: 'tick', at: at + 180_000 });
    expect([state, commands]).to.deep.equal([{ ...ended, kept: false }, [forget]]);
  });

  it('is forgotten when an account is not confirmed within a session’s length', () => {
    const { idle } = states['confirm-sign-up'];
    expect(transition(idle, { type: 'tick', at: at + 179_999 })).to.deep.equal([idle, []]);
    const [state, commands] = transition(idle, { type: 'tick', at: at + 180_000 });
    expect([state, commands]).to.deep.equal([{ ...idle, kept: false }, [forget]]);
  });
});
