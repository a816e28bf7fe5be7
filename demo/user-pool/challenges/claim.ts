import { fromBase64 } from '../bytes.js';
import { required } from '../parameters.js';
import type { Pool } from '../pool.js';
import { type Handshake, verifyClaim } from '../srp.js';
import { parseTimestamp } from '../timestamp.js';
import type { AnswerCall, Responses } from './challenge.js';

/** How far the client's clock may be off. */
const MAX_SKEW_MS = 5 * 60_000;

function isTimely(timestamp: string, { services }: Pool): boolean {
  const at = parseTimestamp(timestamp);
  return at !== undefined && Math.abs(at - services.clock()) <= MAX_SKEW_MS;
}

/** Both verifiers answer to SECRET_BLOCK, which names the handshake and serves one attempt only. */
export const secretBlock = (responses: Responses): string => required(responses, 'PASSWORD_CLAIM_SECRET_BLOCK');

/** What the pool shows of a handshake. */
export const handshakeParameters = (id: string, { salt, B }: Handshake) => ({
  SALT: salt.toString(16),
  SRP_B: B.toString(16),
  SECRET_BLOCK: id,
});

/** Whether the claim was signed with the secret of this user in this pool, or of this device in its group. */
export async function provesSecret(
  responses: Responses,
  { pool, session }: AnswerCall,
  owner: { poolName: string; userId: string },
): Promise<boolean> {
  const timestamp = required(responses, 'TIMESTAMP');
  const signature = required(responses, 'PASSWORD_CLAIM_SIGNATURE');
  if (!session.handshake || !isTimely(timestamp, pool)) return false;
  const claim = { ...owner, secretBlock: fromBase64(session.id), timestamp };
  try {
    return await verifyClaim(session.handshake, claim, fromBase64(signature));
  } catch {
    return false; // a signature that is no base64
  }
}
