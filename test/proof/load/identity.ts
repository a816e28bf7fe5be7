/** Whose tokens they are. */
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import type { UserSession } from '../../../src/headless.js';
import { call, tokensOf } from '../../user-pool/call.js';
import type { TestPool } from '../../support/pool.js';
import type { Person } from './people.js';

export type Verify = (token: string) => Promise<JWTPayload>;

/** By the keys that the pool publishes. */
export function verifierOf({ endpoint, userPoolId }: TestPool): Verify {
  const issuer = `${endpoint}${userPoolId}`;
  const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
  return async (token) => (await jwtVerify(token, keys, { issuer, algorithms: ['RS256'] })).payload;
}

export interface Identity {
  /** The pool's id of whoever it is. */
  readonly subject: string;
  /** What does not belong to them. */
  readonly wrong: readonly string[];
}

/** The tokens of a session, what its access token opens, and the tokens that its refresh token brings. */
export async function identify(
  pool: TestPool,
  verify: Verify,
  person: Person,
  session: UserSession,
): Promise<Identity> {
  const { username, email } = person;
  const AccessToken = session.getAccessToken().getJwtToken();
  const RefreshToken = session.getRefreshToken().getToken();
  const [user, renewed] = await Promise.all([
    call(pool, 'GetUser', { AccessToken }) as Promise<{ body: { Username?: string } }>,
    call(pool, 'GetTokensFromRefreshToken', { RefreshToken }).then(tokensOf),
  ]);
  const [access, id, laterAccess, laterId] = await Promise.all(
    [AccessToken, session.getIdToken().getJwtToken(), renewed.AccessToken, renewed.IdToken].map(verify),
  );
  const subjects = [access, id, laterAccess, laterId].map((token) => String(token?.sub));
  const names = [
    ...[user.body.Username, access?.['username'], laterAccess?.['username']],
    ...[id?.['cognito:username'], laterId?.['cognito:username']],
  ];
  const found = [...names, ...[id, laterId].map((token) => token?.['email'])];
  const expected = [...names.map(() => username), email, email];
  return {
    subject: subjects[0]!,
    wrong: [
      ...found.filter((value, index) => value !== expected[index]).map((value) => `tokens of ${String(value)}`),
      ...(new Set(subjects).size === 1 ? [] : [`tokens of ${subjects.join(' and ')}`]),
    ],
  };
}
