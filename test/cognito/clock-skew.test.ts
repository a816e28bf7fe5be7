import { expect } from '@open-wc/testing';
import { ClockSkew, type Submission, toLoginError } from '../../src/cognito/errors.js';
import { WireFailure } from '../../src/cognito/wire.js';

const now = Date.UTC(2026, 0, 1);

describe('a refused proof', () => {
  const minute = 60_000;
  const refused = (minutes: number, submission: Submission = 'credentials') => {
    const circumstances = { serverTime: now + minutes * minute };
    const failure = new WireFailure('NotAuthorizedException', 'Incorrect username or password.', circumstances);
    return toLoginError(failure, { submission, now });
  };
  for (const minutes of [4.5, -4.5, 10, -10, 1440, -1440])
    it(`with a clock ${-minutes} minutes off is blamed on the clock`, () => {
      expect(refused(minutes)).to.deep.equal({
        code: 'clock-skew',
        retryable: false,
        minutes: Math.round(Math.abs(minutes)),
      });
    });

  for (const minutes of [0, 3.9, -3.9, 4, -4])
    it(`with a clock ${-minutes} minutes off is blamed on the password`, () => {
      expect(refused(minutes)).to.deep.equal({ code: 'invalid-credentials', retryable: false });
    });

  it('of a remembered device is blamed on the clock by whoever knows of the device', () => {
    const refusal = new WireFailure('NotAuthorizedException', 'No.', {
      status: 400,
      requestId: 'r-1',
      serverTime: now,
    });
    const skew = new ClockSkew(7, refusal);
    expect(skew).to.include({ code: 'ClockSkew', message: '', status: 400, serverTime: now });
    expect(toLoginError(skew, { submission: 'session' })).to.deep.equal({
      ...{ code: 'clock-skew', retryable: false, requestId: 'r-1' },
      minutes: 7,
    });
  });

  it('is never blamed on the clock where no time was sent: with a code, or with the password itself', () => {
    expect(refused(10, 'session').code).to.equal('session-expired');
    const failure = new WireFailure('NotAuthorizedException', 'No.', { serverTime: now + 10 * minute });
    expect(toLoginError(failure, { submission: 'credentials' }).code).to.equal('invalid-credentials');
  });
});
