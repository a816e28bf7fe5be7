import { expect } from '@open-wc/testing';
import { forgetsDevice, refusesDevice, withoutDevice } from '../../src/cognito/device-wire.js';
import { WireFailure } from '../../src/cognito/wire.js';

describe('a request without the device that it names', () => {
  it('is the same request otherwise', () => {
    const AuthParameters = { USERNAME: 'ann', DEVICE_KEY: 'key' };
    const ChallengeResponses = { ANSWER: '1', DEVICE_KEY: 'key' };
    const named = { AuthFlow: 'USER_SRP_AUTH', AuthParameters };
    expect(withoutDevice(named)).to.deep.equal({ AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: 'ann' } });
    const answer = { ChallengeName: 'SMS_MFA', ChallengeResponses };
    expect(withoutDevice(answer)).to.deep.equal({ ChallengeName: 'SMS_MFA', ChallengeResponses: { ANSWER: '1' } });
    expect(named.AuthParameters).to.have.property('DEVICE_KEY');
  });

  it('is none where it names none, or is about the device', () => {
    const DEVICE_KEY = 'key';
    const requests = [
      {},
      { AuthParameters: { USERNAME: 'ann' } },
      { ChallengeName: 'SMS_MFA', ChallengeResponses: { ANSWER: '1' } },
      { ChallengeName: 'DEVICE_SRP_AUTH', ChallengeResponses: { DEVICE_KEY } },
      { ChallengeName: 'DEVICE_PASSWORD_VERIFIER', ChallengeResponses: { DEVICE_KEY } },
    ];
    expect(requests.map(withoutDevice)).to.deep.equal([null, null, null, null, null]);
    expect(withoutDevice({ ChallengeName: 'NEW_DEVICE_X', ChallengeResponses: { DEVICE_KEY } })).not.to.equal(null);
  });
});

describe('what a refusal says of a device', () => {
  const rows: [name: string, message: string, forgotten: boolean, refused: boolean][] = [
    ['ResourceNotFoundException', 'Device does not exist.', true, true],
    ['ResourceNotFoundException', 'No such DEVICE.', true, true],
    ['ResourceNotFoundException', 'User pool client x does not exist.', false, false],
    ['NotAuthorizedException', 'Incorrect username or password.', false, true],
    ['NotAuthorizedException', 'Not so incorrect.', false, false],
    ['NotAuthorizedException', 'The device is not confirmed.', false, true],
    ['NotAuthorizedException', 'Invalid session for the user.', false, false],
    ['LimitExceededException', 'Too many for this device.', false, false],
    ['InvalidParameterException', 'Incorrect device.', false, false],
  ];
  for (const [name, message, forgotten, refused] of rows)
    it(`${name} “${message}”`, () => {
      const failure = new WireFailure(name, message);
      expect([forgetsDevice(failure), refusesDevice(failure)]).to.deep.equal([forgotten, refused]);
    });

  it('is nothing where it is none of the service’s', () => {
    const thrown = { code: 'ResourceNotFoundException', message: 'device' };
    const other = { code: 'NotAuthorizedException', message: 'Incorrect device.' };
    expect([thrown, other].map(refusesDevice)).to.deep.equal([false, false]);
    expect(forgetsDevice(thrown)).to.equal(false);
  });
});
