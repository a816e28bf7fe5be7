import { expect } from '@open-wc/testing';
import { endsAttempt, type ErrorCode, type LoginError } from '../../src/flow/error.js';
import { type BegunBy, firstStep, type LoginState, type StepName } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { at, drop, forget, terms } from './samples.js';
import { states } from './standing.js';
import { failure } from './table.js';
import {
  always,
  codes,
  inAttempt,
  inPassword,
  inRequest,
  inReset,
  inSetUp,
  inSignIn,
  type Way,
  type Ways,
} from './ways.js';

const rows: [LoginState, Ways][] = [
  [states['sign-in']['under way'], inSignIn],
  [states['choose-factor'].choosing, inAttempt],
  [states.password['under way'], inPassword],
  [states.password['going back'], inAttempt],
  [states.passkey.prompting, inAttempt],
  [states.passkey['going back'], inAttempt],
  [states.code.confirming, inAttempt],
  [states.code.resending, inAttempt],
  [states.code['resending after asking'], { ...inAttempt, 'invalid-credentials': 'stays' }],
  [states.code['going back'], inAttempt],
  [states['choose-mfa'].choosing, inAttempt],
  [states['choose-set-up'].choosing, inAttempt],
  [states['set-up-totp'].confirming, inSetUp],
  [states['set-up-totp'].restarting, inAttempt],
  [states['set-up-email'].submitting, inAttempt],
  [states['new-password'].submitting, inAttempt],
  [states['custom-challenge'].answering, inAttempt],
  [states['forgot-password'].requesting, inRequest],
  [states['reset-password'].resetting, inReset],
  [states['reset-password'].resending, inReset],
  [states['reset-password']['signing in'], inSignIn],
  [states['confirm-sign-up'].confirming, inReset],
  [states['confirm-sign-up'].resending, inReset],
  [states['confirm-sign-up']['signing in'], inSignIn],
  [states['add-passkey'].adding, { ...always('stays'), 'session-expired': 'starts over' }],
  [states['signed-in']['signing out'], always('stays')],
];

const errorOf = (code: ErrorCode): LoginError => ({ code, retryable: false, requestId: 'r-1' });

const fail = (state: LoginState, error: LoginError) =>
  transition(state, { type: 'answer', outcome: { kind: 'failed', error }, terms });

/** What a sign-in began with that came so far without a password. */
const begins: Partial<Record<string, BegunBy>> = {
  'choose-factor choose': 'username',
  'password choose': 'username',
  'passkey answer': 'passkey',
  'passkey choose': 'passkey',
};

const checks: Record<Way, (state: LoginState, error: LoginError) => void> = {
  stays(state, error) {
    const [next, commands] = fail(state, error);
    // Whoever is signed in is not told that sign-in failed.
    const ended = state.name === 'add-passkey' && endsAttempt(error.code);
    const shown = ended ? { code: 'passkey-failed', retryable: false } : error;
    expect(next).to.deep.include({ name: state.name, username: 'ann', busy: null, error: shown });
    expect(commands.filter(({ type }) => type !== 'forget-password' && type !== 'abandon')).to.deep.equal([
      failure(state.name, error),
    ]);
  },
  'starts over'(state, error) {
    // The password was right where the pool's own questions came after it.
    const ofAnswers = state.name === 'custom-challenge' && error.code === 'invalid-credentials';
    const shown = ofAnswers ? { ...error, ofAnswers } : error;
    expect(fail(state, error)).to.deep.equal([firstStep('ann', shown), [...drop, failure(state.name, error)]]);
  },
  'reset-password'(state, error) {
    const [next, commands] = fail(state, error);
    expect(next).to.deep.equal({ ...states['reset-password'].idle, forced: true });
    expect(commands).to.deep.include(forget);
  },
  'confirm-sign-up'(state, error) {
    const [next, commands] = fail(state, error);
    expect(next).to.deep.equal({
      ...states['confirm-sign-up'].idle,
      by: begins[`${state.name} ${state.busy}`] ?? 'password',
    });
    expect(commands, 'the password is needed once more').not.to.deep.include(forget);
  },
};

describe('a failure', () => {
  for (const [state, ways] of rows) {
    it(`of "${state.busy}" in ${state.name} leads where the way goes on`, () => {
      for (const code of codes) checks[ways[code]](state, errorOf(code));
    });
  }

  it('is listed for everything that can be under way', () => {
    const all = Object.values(states).flatMap((variants) => Object.values<LoginState>(variants));
    const ways = (list: readonly LoginState[]) => [...new Set(list.map(({ name, busy }) => `${name} ${busy}`))].sort();
    const listed = rows.map(([state]) => state);
    const offered = [...Object.values(states['remember-device']), states['add-passkey'].skipping];
    const elsewhere = [...offered.filter(({ busy }) => busy), states['sign-in']['ending an earlier session']];
    expect(ways([...listed, ...elsewhere])).to.deep.equal(ways(all.filter(({ busy }) => busy)));
  });

  const forgetting: StepName[] = ['sign-in', 'password', 'new-password', 'reset-password'];
  for (const name of forgetting) {
    it(`has the password that is typed again in ${name} forgotten`, () => {
      for (const [state] of rows.filter(([{ name: step }]) => step === name))
        expect(fail(state, errorOf('timeout'))[1]).to.deep.include(forget);
    });
  }

  it('of an offer keeps nobody from being signed in, and the page hears of the success alone', () => {
    const { remembering, skipping } = states['remember-device'];
    for (const last of [remembering, skipping, states['add-passkey'].skipping]) {
      const [state, commands] = fail({ ...last, offers: [] }, errorOf('offline'));
      expect(state).to.deep.equal(states['signed-in'].idle);
      expect(commands.map(({ type }) => type)).to.deep.equal(['forget-password', 'success']);
    }
  });
});

describe('the rest of "Send a new code" after a failure', () => {
  for (const state of [
    states.code.resending,
    states['reset-password'].resending,
    states['confirm-sign-up'].resending,
  ]) {
    for (const [code, availableAt] of [
      ['offline', at],
      ['not-loaded', at],
      ['timeout', at + 30_000],
    ] as const) {
      it(`in ${state.name}, ${code}: ${availableAt - at} ms, and the request counts`, () => {
        const [next] = fail(state, errorOf(code));
        expect(next).to.have.property('resend').that.includes({ availableAt, left: 4 });
      });
    }
  }

  it('does not begin anew when a code was wrong', () => {
    for (const state of [states['reset-password'].resetting, states['confirm-sign-up'].confirming]) {
      expect(fail(state, errorOf('wrong-code'))[0]).to.have.nested.property('resend.availableAt', at);
    }
  });
});

describe('a mistyped password, where one was asked for', () => {
  const error = errorOf('invalid-credentials');
  const [state, commands] = fail(states.code['resending after asking'], error);

  it('is asked for again at once, and costs none of the codes that are left', () => {
    expect(state).to.deep.equal({ ...states.code['that asks'], error });
  });

  it('is not kept', () => expect(commands).to.deep.equal([forget, failure('code', error)]));
});

describe('an authenticator app that took too long', () => {
  const [state, commands] = fail(states['set-up-totp'].confirming, errorOf('session-expired'));

  it('loses its secret, drops the session, and is one press from the next', () => {
    expect(state).to.deep.include({ secret: null, kept: true });
    expect(commands.map(({ type }) => type)).to.deep.equal(['abandon', 'failure']);
    expect(transition(state, { type: 'restart' })[1]).to.have.length(1);
  });

  it('leaves the secret with a code that was wrong', () => {
    const [again] = fail(states['set-up-totp'].confirming, errorOf('wrong-code'));
    expect(again).to.have.property('secret', states['set-up-totp'].idle.secret);
  });
});
