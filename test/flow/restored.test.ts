import { expect } from '@open-wc/testing';
import type { LoginEvent } from '../../src/flow/event.js';
import type { CodeNeeded, Restored } from '../../src/flow/outcome.js';
import { firstStep, type LoginState } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { at, codeNeeded, terms } from './samples.js';
import { ready, states, waiting } from './standing.js';
import { expired } from './table.js';

const session = (username: string): Restored => ({ kind: 'session', username });
const attempt = (needed: CodeNeeded = codeNeeded, expiresAt = at + 60_000): Restored => ({
  ...{ kind: 'attempt', username: 'ann', expiresAt, needed },
});
const restore = (state: LoginState, found: Restored | null, resend: 'keep' | 'ask' | 'off' = 'keep') =>
  transition(state, { type: 'restored', found, terms: { ...terms, resend, passwordKept: false } });

const idle = firstStep('eve');

describe('what an earlier visit left', () => {
  it('signs in without a success that nobody brought about', () => {
    expect(restore(idle, session('ann'))).to.deep.equal([states['signed-in'].idle, []]);
  });

  it('is nothing: the first step stays', () => expect(restore(idle, null)).to.deep.equal([idle, []]));

  it('is a code step, with its own deadline, and reports no message', () => {
    const resend = { ...ready, mode: 'ask', availableAt: at + 30_000 } as const;
    expect(restore(idle, attempt())).to.deep.equal([{ ...waiting, expiresAt: at + 60_000, resend }, []]);
  });

  for (const [resend, again, mode] of [
    ['keep', 'password', 'ask'],
    ['keep', 'username', 'keep'],
    ['ask', 'password', 'ask'],
    ['off', 'password', undefined],
    ['off', 'username', undefined],
    ['keep', null, undefined],
  ] as const) {
    it(`with resend="${resend}" and a sign-in that takes ${again ?? 'no repetition'}: ${mode ?? 'no new code'}`, () => {
      const [state] = restore(idle, attempt({ ...codeNeeded, again }), resend);
      expect(state.name === 'code' && state.resend?.mode).to.equal(mode);
    });
  }

  it('is a code step that has run out meanwhile: the next look at the clock says so', () => {
    const [state] = restore(idle, attempt(codeNeeded, at - 1));
    expect(transition(state, { type: 'tick', at })).to.deep.equal(expired('code'));
  });

  it('changes nothing while something is under way, or the person is elsewhere', () => {
    const others = Object.values(states).flatMap((variants) => Object.values<LoginState>(variants));
    const elsewhere = others.filter(
      (state) => state.busy || !(['sign-in', 'signed-in'].includes(state.name) || 'offers' in state),
    );
    for (const state of elsewhere) {
      for (const found of [session('eve'), attempt(), null]) expect(restore(state, found)).to.deep.equal([state, []]);
    }
  });
});

describe('what another tab did', () => {
  const signedIn = states['signed-in'].idle;
  const gone = { type: 'signed-out', username: 'ann', global: false } as const;
  const out = { ...firstStep(), notice: 'signed-out' } as const;

  it('was nothing', () => expect(restore(signedIn, session('ann'))[0]).to.equal(signedIn));

  it('was to sign out, or somebody else in, while this person was offered something', () => {
    for (const state of [states['remember-device'].idle, states['add-passkey'].idle]) {
      expect(restore(state, session('ann'))[0]).to.equal(state);
      expect(restore(state, null)).to.deep.equal([out, [gone]]);
    }
  });

  it('was to sign out', () => expect(restore(signedIn, null)).to.deep.equal([out, [gone]]));

  it('was to sign somebody else in: this person is out first, then the storage is looked at again', () => {
    const [state, commands] = restore(signedIn, session('eve'));
    expect([state, commands]).to.deep.equal([out, [gone, { type: 'restore' }]]);
    expect(restore(state, session('eve'))[0]).to.deep.include({ name: 'signed-in', username: 'eve' });
  });
});

describe('a passkey picked from the list', () => {
  const picked: LoginEvent = { type: 'passkey-picked', username: 'eve' };

  it('signs in as whom it was listed for', () => {
    const [state, commands] = transition(states['sign-in']['after a confirmation'], picked);
    expect(state).to.deep.equal({ ...firstStep('eve'), busy: 'authenticate', by: 'passkey' });
    expect(commands).to.deep.equal([{ type: 'answer', answer: { kind: 'passkey' } }]);
  });
});
