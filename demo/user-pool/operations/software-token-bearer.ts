import { missingParameter, notAuthorized } from '../errors.js';
import type { Pool } from '../pool.js';
import type { Session } from '../sessions.js';
import type { User } from '../users.js';

/** Who sets up an authenticator app: somebody within a sign-in, by its Session, or somebody signed in, by their access token. */
export async function bearerOf(
  { AccessToken, Session }: { AccessToken?: string | undefined; Session?: string | undefined },
  pool: Pool,
): Promise<{ user: User; session?: Session }> {
  if (AccessToken) return { user: (await pool.tokens.authorize(AccessToken)).user };
  if (!Session) throw missingParameter('Session');
  const session = pool.sessions.find({ id: Session, challenge: 'MFA_SETUP' });
  const user = pool.users.find(session.username);
  if (!user) throw notAuthorized('Invalid session for the user.');
  return { user, session };
}
