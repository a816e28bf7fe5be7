import { expect } from '@open-wc/testing';
import type { Command } from '../../src/flow/command.js';
import type { ErrorCode, LoginError } from '../../src/flow/error.js';
import { firstStep, type LoginState, type StepName } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { at, drop, forget, states, terms } from './samples.js';

/** Whether a code, or the request for a new one, can be tried again in the same step after a failure. */
const afterCode = {
  'invalid-credentials': 'starts over',
  locked: 'starts over',
  'wrong-code': 'stays',
  'code-expired': 'starts over',
  'session-expired': 'starts over',
  'session-spent': 'starts over',
  'password-policy': 'starts over',
  'reset-required': 'starts over',
  'confirm-required': 'starts over',
  'rate-limited': 'stays',
  busy: 'stays',
  offline: 'stays',
  timeout: 'stays',
  'service-unavailable': 'stays',
  blocked: 'stays',
  'clock-skew': 'starts over',
  'unsupported-challenge': 'starts over',
  'config-error': 'starts over',
  'delivery-failed': 'stays',
  'mfa-unavailable': 'starts over',
  'account-conflict': 'starts over',
  'refused-by-policy': 'stays',
  'bad-response': 'stays',
  'client-error': 'stays',
} as const satisfies Record<ErrorCode, 'stays' | 'starts over'>;

const codes = Object.keys(afterCode) as ErrorCode[];
const errorOf = (code: ErrorCode): LoginError => ({ code, retryable: false, requestId: 'r-1' });

const fail = (state: LoginState, error: LoginError) =>
  transition(state, { type: 'answer', outcome: { kind: 'failed', error }, terms });

const failure = (error: LoginError, step: StepName): Command => ({ type: 'failure', error, step });

const { 'sign-in': signIn, code: codeStep, 'signed-in': signedIn } = states;

for (const code of codes) {
  const error = errorOf(code);
  const startsOver = [firstStep('ann', error), [...drop, failure(error, 'code')]];

  describe(`after ${code}`, () => {
    it('the first step stays, with the name and the reason', () => {
      const expected = [firstStep('ann', error), [forget, failure(error, 'sign-in')]];
      expect(fail(signIn['under way'], error)).to.deep.equal(expected);
    });

    it(`the code step ${afterCode[code]}`, () => {
      const stays = [{ ...codeStep.waiting, error }, [failure(error, 'code')]];
      expect(fail(codeStep.confirming, error)).to.deep.equal(afterCode[code] === 'stays' ? stays : startsOver);
    });

    it(`the request for a new code ${afterCode[code]}`, () => {
      const availableAt = code === 'offline' ? at : at + 30_000;
      const resend = { ...codeStep.resending.resend, availableAt };
      const stays = [{ ...codeStep.waiting, error, resend }, [failure(error, 'code')]];
      expect(fail(codeStep.resending, error)).to.deep.equal(afterCode[code] === 'stays' ? stays : startsOver);
    });

    it('a signed-in person stays signed in', () => {
      const expected = [{ ...signedIn.idle, error }, [failure(error, 'signed-in')]];
      expect(fail(signedIn['signing out'], error)).to.deep.equal(expected);
    });
  });
}

describe('a mistyped password, where one was asked for', () => {
  const error = errorOf('invalid-credentials');
  const [state, commands] = fail(codeStep['resending after asking'], error);

  it('is asked for again at once, and costs none of the codes that are left', () => {
    expect(state).to.deep.equal({ ...codeStep['that asks'], error });
  });

  it('is not kept', () => expect(commands).to.deep.equal([forget, failure(error, 'code')]));
});
