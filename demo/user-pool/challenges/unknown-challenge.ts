import type { ChallengeNameType, RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { codeMismatch } from '../errors.js';
import { required } from '../parameters.js';
import type { PoolSettings } from '../settings.js';
import { type Challenge, openSession, type UserCall } from './challenge.js';
import { refuseCode } from './code.js';

// The types of the service's model have today's names only; this is for tomorrow's.
const nameOf = ({ unknownChallenge }: PoolSettings) => (unknownChallenge?.name ?? '') as ChallengeNameType;

/** A challenge whose name the settings give, to see what a client does with one it does not know. ANSWER answers it. */
export const unknownChallenge: Pick<Challenge, 'answer'> & { begin(call: UserCall): RespondToAuthChallengeResponse } = {
  begin(call) {
    const { user, pool } = call;
    const ChallengeName = nameOf(pool.settings);
    return {
      ChallengeName,
      Session: openSession(call, ChallengeName),
      ChallengeParameters: { USER_ID_FOR_SRP: user.username, ...pool.settings.unknownChallenge?.parameters },
    };
  },

  async answer(responses, call) {
    const { pool, session, proceed } = call;
    if (required(responses, 'ANSWER') !== pool.settings.unknownChallenge?.answer) refuseCode(call, codeMismatch());
    pool.sessions.spend(session);
    return proceed({ unknownChallenge: true });
  },
};

/** The challenge of that name, where the settings have it. */
export const unknownChallengeOf = (settings: PoolSettings, name: string): Challenge | undefined =>
  settings.unknownChallenge?.name === name ? { ...unknownChallenge, name: nameOf(settings) } : undefined;
