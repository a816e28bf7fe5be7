import { codeMismatch, softwareTokenReused } from '../errors.js';
import { required } from '../parameters.js';
import { matchingStep } from '../totp.js';
import { type NextChallenge, openSession } from './challenge.js';
import { refuseCode } from './code.js';

export const softwareTokenMfa: NextChallenge = {
  name: 'SOFTWARE_TOKEN_MFA',

  begin(call) {
    const { username, totpDeviceName = 'Authenticator app' } = call.user;
    return {
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: openSession(call, 'SOFTWARE_TOKEN_MFA'),
      ChallengeParameters: { FRIENDLY_DEVICE_NAME: totpDeviceName, USER_ID_FOR_SRP: username },
    };
  },

  async answer(responses, call) {
    const { pool, user, session } = call;
    const code = required(responses, 'SOFTWARE_TOKEN_MFA_CODE');
    const step = matchingStep(user.totpSecret ?? '', code, pool.services.clock());
    if (step === undefined) refuseCode(call, codeMismatch('Invalid code received for user'));
    if (step <= (user.lastTotpStep ?? -1)) throw softwareTokenReused();
    pool.sessions.spend(session);
    user.lastTotpStep = step;
    return call.proceed({ secondFactor: true });
  },
};
