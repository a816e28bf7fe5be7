import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { incorrectPassword } from '../errors.js';
import type { Parameters } from '../parameters.js';
import { beginHandshake } from '../srp.js';
import { type Challenge, openSession, type UserCall } from './challenge.js';
import { handshakeParameters, provesSecret, secretBlock } from './claim.js';
import { readSrpA } from './srp-a.js';

interface PasswordVerifier extends Challenge {
  /** Answers SRP_A. USER_SRP_AUTH gives no Session to the challenge; the choice of a first factor does. */
  begin(parameters: Parameters, call: UserCall, session?: 'with session'): Promise<RespondToAuthChallengeResponse>;
}

/** The second half of SRP. */
export const passwordVerifier: PasswordVerifier = {
  name: 'PASSWORD_VERIFIER',
  sessionId: secretBlock,

  async begin(parameters, call, session) {
    const { pool, user } = call;
    const { username } = user;
    const handshake = await beginHandshake(readSrpA(parameters), user, pool.services.random);
    const id = openSession(call, this.name, { handshake, sessionRequired: session !== undefined });
    return {
      ChallengeName: this.name,
      ...(session && { Session: id }),
      ChallengeParameters: { ...handshakeParameters(id, handshake), USERNAME: username, USER_ID_FOR_SRP: username },
    };
  },

  async answer(responses, call) {
    const { pool, user } = call;
    pool.sessions.spend(call.session);
    if (await provesSecret(responses, call, { poolName: pool.name, userId: user.username })) return call.proceed({});
    pool.lockout.fail(user);
    throw incorrectPassword();
  },
};
