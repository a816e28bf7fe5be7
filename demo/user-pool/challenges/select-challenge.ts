import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors.js';
import { required } from '../parameters.js';
import { type NextChallenge, openSession } from './challenge.js';
import { availableChallenges, beginFirstFactor } from './first-factors.js';

/** Asked where USER_AUTH names no first factor that the user has. Only the answer sends a message. */
export const selectChallenge: NextChallenge = {
  name: 'SELECT_CHALLENGE',

  begin(call) {
    return {
      ChallengeName: this.name,
      Session: openSession(call, this.name),
      ChallengeParameters: { USERNAME: call.user.username },
      AvailableChallenges: availableChallenges(call) as ChallengeNameType[],
    };
  },

  async answer(responses, call) {
    const answer = required(responses, 'ANSWER');
    if (!availableChallenges(call).includes(answer)) throw invalidParameter('ANSWER is not among AvailableChallenges');
    // Before the factor begins, lest two answers at once send two messages. So a wrong password ends the sign-in, as it does by SRP.
    call.pool.sessions.spend(call.session);
    return beginFirstFactor(answer, call, responses);
  },
};
