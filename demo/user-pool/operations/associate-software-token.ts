import type { AssociateSoftwareTokenRequest } from '@aws-sdk/client-cognito-identity-provider';
import { read } from '../parameters.js';
import type { Operation } from '../pool.js';
import { newSecret } from '../totp.js';
import { bearerOf } from './software-token-bearer.js';

/** Gives the user a secret for an authenticator app; it counts once VerifySoftwareToken has seen a code of it. */
export const associateSoftwareToken: Operation = async (input, { pool }) => {
  const request = read<AssociateSoftwareTokenRequest>(input, { AccessToken: 'string', Session: 'string' });
  const { user, session } = await bearerOf(request, pool);
  const SecretCode = newSecret(pool.services.random);
  if (session) pool.sessions.spend(session);
  user.newTotpSecret = SecretCode;
  return session ? { SecretCode, Session: pool.sessions.open(session).id } : { SecretCode };
};
