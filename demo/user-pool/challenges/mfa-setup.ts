import { emailMalformed, invalidParameter, softwareTokenUnverified } from '../errors.js';
import { type NextChallenge, openSession } from './challenge.js';

/**
 * Asked where the pool requires a second factor and the user has none. An authenticator app is set up by AssociateSoftwareToken and
 * VerifySoftwareToken, which hand the session on; an e-mail address by EMAIL, which EMAIL_OTP then proves.
 */
export const mfaSetup: NextChallenge = {
  name: 'MFA_SETUP',

  begin(call) {
    const { user, pool } = call;
    return {
      ChallengeName: 'MFA_SETUP',
      Session: openSession(call, 'MFA_SETUP'),
      ChallengeParameters: {
        MFAS_CAN_SETUP: JSON.stringify(pool.settings.setUpFactors),
        USER_ID_FOR_SRP: user.username,
      },
    };
  },

  async answer({ EMAIL: newEmail }, { pool, session, passed, proceed }) {
    if (newEmail === undefined && !passed.softwareTokenVerified) throw softwareTokenUnverified();
    if (newEmail !== undefined) {
      if (!pool.settings.setUpFactors.includes('EMAIL_OTP'))
        throw invalidParameter('EMAIL_OTP is not among MFAS_CAN_SETUP');
      if (!/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(newEmail)) throw emailMalformed();
    }
    pool.sessions.spend(session);
    return proceed(newEmail === undefined ? { secondFactor: true } : { newEmail });
  },
};
