/** The client's half of SRP, written from RFC 5054 and the formulas that both halves share. */
import { type Bytes, fromBase64, toBase64 } from '../../demo/user-pool/bytes.js';
import { g, modPow, multiplier, N, privateKey, scrambler, sessionKey, signClaim } from '../../demo/user-pool/srp.js';
import { formatTimestamp } from '../../demo/user-pool/timestamp.js';
import { password as readyPassword, type TestPool } from '../support/pool.js';
import { type Answer, initiate, respond } from './call.js';

/** RFC 5054, section 2.6: S = (B - k g^x) ^ (a + u x). */
export async function clientKey(a: bigint, B: bigint, x: bigint): Promise<Bytes> {
  const u = await scrambler(modPow(g, a, N), B);
  const base = (B - (((await multiplier()) * modPow(g, x, N)) % N) + N) % N;
  return sessionKey(modPow(base, a + u * x, N), u);
}

/** The client's secret number; a real client's is random. */
export const ephemeral = 0xabcdef0123456789n;
export const SRP_A = modPow(g, ephemeral, N).toString(16);

interface Attempt {
  username: string;
  password?: string;
  timestamp?: string;
  flow?: 'USER_SRP_AUTH' | 'CUSTOM_AUTH';
}

/** The answer to a PASSWORD_VERIFIER; `answer` gives it, and can do so more than once. */
export async function answerVerifier(pool: TestPool, { body }: Answer, password: string, timestamp?: string) {
  const { SALT = '', SRP_B = '', SECRET_BLOCK = '', USER_ID_FOR_SRP: userId = '' } = body.ChallengeParameters ?? {};
  const poolName = pool.userPoolId.split('_')[1] ?? '';
  const x = await privateKey(poolName, userId, password, BigInt(`0x${SALT}`));
  const key = await clientKey(ephemeral, BigInt(`0x${SRP_B}`), x);
  const TIMESTAMP = timestamp ?? formatTimestamp(Date.now());
  const claim = { poolName, userId, secretBlock: fromBase64(SECRET_BLOCK), timestamp: TIMESTAMP };
  const responses = {
    USERNAME: userId,
    TIMESTAMP,
    PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
    PASSWORD_CLAIM_SIGNATURE: toBase64(await signClaim(key, claim)),
  };
  return {
    parameters: body.ChallengeParameters ?? {},
    responses,
    answer: (changes = {}, session?: string) =>
      respond(pool, 'PASSWORD_VERIFIER', session, { ...responses, ...changes }),
  };
}

/** The first half of a sign-in, with what answers it. */
export async function beginSrp(pool: TestPool, attempt: Attempt) {
  const { username, password = readyPassword, timestamp, flow = 'USER_SRP_AUTH' } = attempt;
  const custom = flow === 'CUSTOM_AUTH' && { CHALLENGE_NAME: 'SRP_A' };
  const verifier = await initiate(pool, flow, { USERNAME: username, SRP_A, ...custom });
  return answerVerifier(pool, verifier, password, timestamp);
}

export const signInBySrp = async (pool: TestPool, attempt: Attempt) => (await beginSrp(pool, attempt)).answer();
