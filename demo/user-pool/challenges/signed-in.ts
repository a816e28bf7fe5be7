import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { issuer } from '../pool.js';
import type { UserCall } from './challenge.js';

/** The end of every sign-in. */
export async function signedIn(call: UserCall): Promise<RespondToAuthChallengeResponse> {
  const { pool, user } = call;
  pool.lockout.clear(user);
  return { ChallengeParameters: {}, AuthenticationResult: await pool.tokens.signIn(user, pool.clientId, issuer(call)) };
}
