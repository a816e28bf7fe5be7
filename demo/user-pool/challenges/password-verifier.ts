import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { fromBase64 } from '../bytes.js';
import { incorrectPassword } from '../errors.js';
import { required } from '../parameters.js';
import type { Pool } from '../pool.js';
import { type Handshake, verifyClaim } from '../srp.js';
import { parseTimestamp } from '../timestamp.js';
import { afterPassword } from './after-password.js';
import type { AnswerCall, Challenge, Responses, UserCall } from './challenge.js';

/** How far the client's clock may be off. */
const MAX_SKEW_MS = 5 * 60_000;

interface PasswordVerifier extends Challenge {
  begin(call: UserCall, handshake: Handshake): RespondToAuthChallengeResponse;
}

function isTimely(timestamp: string, { services }: Pool): boolean {
  const at = parseTimestamp(timestamp);
  return at !== undefined && Math.abs(at - services.clock()) <= MAX_SKEW_MS;
}

async function proves(responses: Responses, { pool, user, session }: AnswerCall): Promise<boolean> {
  const timestamp = required(responses, 'TIMESTAMP');
  const signature = required(responses, 'PASSWORD_CLAIM_SIGNATURE');
  if (!session.handshake || !isTimely(timestamp, pool)) return false;
  const claim = { poolName: pool.name, userId: user.username, secretBlock: fromBase64(session.id), timestamp };
  try {
    return await verifyClaim(session.handshake, claim, fromBase64(signature));
  } catch {
    return false; // a signature that is no base64
  }
}

/** The second half of SRP. It has no Session: SECRET_BLOCK names the handshake, and serves one attempt only. */
export const passwordVerifier: PasswordVerifier = {
  name: 'PASSWORD_VERIFIER',
  sessionId: (responses) => required(responses, 'PASSWORD_CLAIM_SECRET_BLOCK'),

  begin({ pool, user }, handshake) {
    const { clientId, sessions } = pool;
    const { id } = sessions.open({ clientId, username: user.username, challenge: 'PASSWORD_VERIFIER', handshake });
    return {
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: {
        SALT: handshake.salt.toString(16),
        SRP_B: handshake.B.toString(16),
        SECRET_BLOCK: id,
        USERNAME: user.username,
        USER_ID_FOR_SRP: user.username,
      },
    };
  },

  async answer(responses, call) {
    call.pool.sessions.spend(call.session);
    if (await proves(responses, call)) return afterPassword(call);
    call.pool.lockout.fail(call.user);
    throw incorrectPassword();
  },
};
