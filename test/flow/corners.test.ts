/** Rules that the tables of steps do not come to: each is one that a change of a word in the code would break unnoticed. */
import { expect } from '@open-wc/testing';
import { asksPassword } from '../../src/flow/attempt.js';
import type { LoginError } from '../../src/flow/error.js';
import type { LoginEvent, Terms } from '../../src/flow/event.js';
import { leaveNoMatch } from '../../src/flow/leave-no-match.js';
import type { Outcome } from '../../src/flow/outcome.js';
import { firstStep, type LoginState } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { at, codeNeeded, drop, events, forget, outcomes, question, terms } from './samples.js';
import { states, waiting } from './standing.js';

const answer = (from: LoginState, outcome: Outcome, more: Partial<Terms> = {}) =>
  transition(from, { type: 'answer', outcome, terms: { ...terms, ...more } });
const fail = (from: LoginState, code: LoginError['code']) =>
  answer(from, { kind: 'failed', error: { code, retryable: false } });
const signingIn = states['sign-in']['under way'];

describe('an arrival', () => {
  it('at the set-up of an app can be had again by one press only where the password is kept', () => {
    for (const resend of ['keep', 'ask', 'off'] as const) {
      const [state] = answer(signingIn, outcomes['totp-set-up'], { resend });
      expect(state).to.include({ name: 'set-up-totp', kept: resend === 'keep' });
    }
  });

  it('at the password, where there is nothing else to choose, forgets what was kept', () => {
    const [state, commands] = answer(signingIn, { kind: 'factor-choice', factors: ['password'], preferred: null });
    expect(state).to.include({ name: 'password', alternatives: false });
    expect(commands).to.deep.equal([forget]);
  });

  it('at a code knows whether the name alone leads there again', () => {
    const passwordless = (['username', 'password', null] as const).map((again) => {
      const [state] = answer(signingIn, { ...codeNeeded, again });
      return state.name === 'code' && state.passwordless;
    });
    expect(passwordless).to.deep.equal([true, false, false]);
  });

  it('at another code counts those that were sent before, whatever step lies between', () => {
    const earlier = { availableAt: { email: at + 9 }, left: 3 };
    const [state] = answer({ ...states['set-up-email'].submitting, earlier }, codeNeeded);
    expect(state.name === 'code' && state.resend?.left).to.equal(2);
    const prompting = { ...states.passkey.prompting, earlier };
    expect(answer(prompting, outcomes['factor-choice'])[0]).to.include({ earlier });
  });

  it('at a code from one that could not be sent again begins to count', () => {
    const [state] = answer({ ...waiting, resend: null, busy: 'confirm' }, codeNeeded);
    expect(state.name === 'code' && state.resend?.left).to.equal(5);
  });
});

describe('a refusal', () => {
  it('that another step mends drops the challenge that it was an answer to', () => {
    for (const code of ['reset-required', 'confirm-required'] as const)
      for (const state of [states.code.confirming, states['choose-mfa'].choosing])
        expect(fail(state, code)[1][0]).to.deep.equal({ type: 'abandon' });
  });

  it('for want of a confirmation has nothing to be done yet', () => {
    expect(fail(signingIn, 'confirm-required')[1]).to.deep.equal([]);
  });

  it('of a session that ended brings who was offered to be remembered to the first step', () => {
    const error = { code: 'session-expired', retryable: false } as const;
    const [state, commands] = fail(states['remember-device'].remembering, 'session-expired');
    expect(state).to.deep.equal(firstStep('ann', error));
    expect(commands).to.deep.equal([...drop, { type: 'failure', error, step: 'remember-device' }]);
  });

  it('of a challenge that nobody can answer tells the developer its name', () => {
    const event: LoginEvent = { ...events['challenge-offered'], challenge: { ...question, name: 'PALM' } };
    const [, commands] = transition(states.code.confirming, event);
    const message = 'The service asked for a challenge that this version does not know.';
    const error = { code: 'unsupported-challenge', retryable: false, cause: { name: 'PALM', message } };
    expect(commands.at(-1)).to.deep.equal({ type: 'failure', error, step: 'code' });
  });
});

describe('what a person does', () => {
  it('in one choice is nothing in another', () => {
    const email = { type: 'choose-factor', factor: 'email', at } as const;
    expect(transition(states['choose-set-up'].idle, email)).to.deep.equal([states['choose-set-up'].idle, []]);
    const state = { ...states['choose-factor'].idle, factors: ['email', 'sms'] as const };
    expect(transition(state, { type: 'choose-set-up', factor: 'email' })).to.deep.equal([state, []]);
  });

  it('who chooses the password has an alternative where there is one', () => {
    for (const factors of [['password'], ['password', 'sms']] as const) {
      const [state] = transition(
        { ...states['choose-factor'].idle, factors },
        { ...events['choose-factor'], factor: 'password' },
      );
      expect(state).to.include({ name: 'password', alternatives: factors.length > 1 });
    }
  });

  it('with blanks for a code is a code that is missing', () => {
    const blank = [
      transition(states['confirm-sign-up'].idle, { type: 'submit-code', code: ' \n' }),
      transition(states['reset-password'].idle, { ...events['submit-reset'], code: ' \n' }),
    ];
    for (const [state] of blank) expect(state.error).to.deep.equal({ code: 'code-missing' });
  });

  it('with a new password takes an e-mail address without the marks that nobody sees, and any other answer as it is', () => {
    const asked = ['email', 'name'].map((name) => ({ name, value: '' }));
    const given = ['email', 'name'].map((name) => ({ name, value: '\u200Eann@example.com\u200E ' }));
    const submitted = { ...events['submit-new-password'], attributes: given };
    const [state] = transition({ ...states['new-password'].idle, attributes: asked }, submitted);
    expect(state).to.have.nested.property('attributes[0].value', 'ann@example.com');
    expect(state).to.have.nested.property('attributes[1].value', '\u200Eann@example.com\u200E');
  });

  it('to start over takes a name without the blanks around it, and none where none was typed', () => {
    expect(transition(waiting, { type: 'start-over', username: ' eve ' })[0].username).to.equal('eve');
    expect(firstStep().username).to.equal('');
  });

  it('is asked for the password in the code step alone, and there while the field is open', () => {
    const asking = [states.code['that asks'], states.code['that would ask'], waiting, states.code['for an app']];
    expect(asking.map(asksPassword)).to.deep.equal([true, false, false, false]);
    expect(asksPassword(states['reset-password'].idle)).to.equal(false);
    const elsewhere = { ...states['reset-password'].idle, resend: { ...waiting.resend!, asking: true } };
    expect(asksPassword(elsewhere)).to.equal(false);
  });
});

describe('the password kept for whoever confirms their account', () => {
  const late: LoginEvent = { type: 'tick', at: at + 180_000 };

  it('is forgotten when its time has come, once', () => {
    const [state, commands] = transition(states['confirm-sign-up'].idle, late);
    expect(commands).to.deep.equal([forget]);
    expect(transition(state, late)).to.deep.equal([state, []]);
  });

  it('is not taken from a sign-in that is under way', () => {
    const state = states['confirm-sign-up']['signing in'];
    expect(transition(state, late)).to.deep.equal([state, []]);
  });
});

describe('what a regular expression matched last', () => {
  it('can be read by no script of the page once it is left', () => {
    expect(/secret/.test('a secret')).to.equal(true);
    expect(leaveNoMatch()).to.equal(true);
    expect(Reflect.get(RegExp, 'input')).to.equal('');
  });
});
