import { invalidParameter } from '../errors.js';
import { required } from '../parameters.js';
import { mfaNames } from '../users.js';
import { type NextChallenge, openSession } from './challenge.js';

/** Asked of a user with several second factors of whom none is preferred. Only the answer sends a message. */
export const selectMfaType: NextChallenge = {
  name: 'SELECT_MFA_TYPE',

  begin(call) {
    const { username, mfas } = call.user;
    const names = mfas.map((mfa) => mfaNames[mfa]);
    return {
      ChallengeName: 'SELECT_MFA_TYPE',
      Session: openSession(call, 'SELECT_MFA_TYPE'),
      ChallengeParameters: { MFAS_CAN_CHOOSE: JSON.stringify(names), USER_ID_FOR_SRP: username },
    };
  },

  async answer(responses, { pool, user, session, proceed }) {
    const answer = required(responses, 'ANSWER');
    const chosenMfa = user.mfas.find((mfa) => mfaNames[mfa] === answer);
    if (!chosenMfa) throw invalidParameter('ANSWER is not among MFAS_CAN_CHOOSE');
    pool.sessions.spend(session);
    return proceed({ chosenMfa });
  },
};
