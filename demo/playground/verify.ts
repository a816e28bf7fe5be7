import type { UserSession } from '../../src/index.js';
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import type { PlaygroundPool } from './pool.js';
import { send } from './transport.js';

const time = (seconds = 0) => new Date(seconds * 1000).toLocaleTimeString('en', { hour12: false });

/** Checks the ID token as any server would: signature by the pool's published keys, issuer, audience and expiry. */
export async function verify(session: UserSession | null, { keys, endpoint, userPoolId, clientId }: PlaygroundPool) {
  if (!session) return { holds: false, text: 'There is no session.' };
  try {
    const token = session.getIdToken().getJwtToken();
    const rule = { issuer: endpoint + userPoolId, audience: clientId };
    const { payload } = await jwtVerify(token, createRemoteJWKSet(keys, { [customFetch]: send }), rule);
    return { holds: true, text: `ID token verified: sub ${payload.sub}, expires ${time(payload.exp)}` };
  } catch (error) {
    return { holds: false, text: `ID token refused: ${error instanceof Error ? error.message : String(error)}` };
  }
}
