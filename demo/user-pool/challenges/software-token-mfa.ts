import { codeMismatch, softwareTokenReused } from '../errors.js';
import { required } from '../parameters.js';
import { matchingStep } from '../totp.js';
import type { MfaChallenge } from './challenge.js';
import { refuseCode } from './code.js';
import { signedIn } from './signed-in.js';

export const softwareTokenMfa: MfaChallenge = {
  name: 'SOFTWARE_TOKEN_MFA',

  begin({ pool, user }) {
    const { clientId, sessions } = pool;
    const { id } = sessions.open({ clientId, username: user.username, challenge: 'SOFTWARE_TOKEN_MFA' });
    return {
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      Session: id,
      ChallengeParameters: { FRIENDLY_DEVICE_NAME: 'Authenticator app', USER_ID_FOR_SRP: user.username },
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
    return signedIn(call);
  },
};
