/**
 * The pool's half of Cognito's SRP-6a, and the formulas both halves share: RFC 5054 with its 3072-bit group, SHA-256, numbers
 * hashed as Java's BigInteger.toByteArray() writes them, and a key made by HKDF. Hashes come from WebCrypto.
 */
import { type Bytes, concat, toBigInt, utf8 } from './bytes.js';
import type { RandomBytes } from './services.js';

/** RFC 5054, appendix A, the 3072-bit group. */
export const N = BigInt(
  '0x' +
    'FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD' +
    'EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED' +
    'EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F' +
    '83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B' +
    'E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510' +
    '15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7' +
    'ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C' +
    'BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF',
);
export const g = 2n;

/** base ** exponent mod modulus, four bits of the exponent at a time. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  const powers = [1n];
  for (let power = 1; power < 16; power++) powers.push((powers[power - 1]! * base) % modulus);
  let result = 1n;
  for (const digit of exponent.toString(16)) {
    for (let bit = 0; bit < 4; bit++) result = (result * result) % modulus;
    result = (result * powers[Number.parseInt(digit, 16)]!) % modulus;
  }
  return result;
}

/** g ** (digit * 16 ** place) mod N, by place and digit, as far as it was needed yet. */
const powersOfG: bigint[][] = [];

function powersAt(place: number): bigint[] {
  const before = powersOfG[place - 1];
  const base = before ? (before[15]! * before[1]!) % N : g;
  const powers = [1n];
  for (let digit = 1; digit < 16; digit++) powers.push((powers[digit - 1]! * base) % N);
  return powers;
}

/** g ** exponent mod N, in a sixth of modPow's time: every password of every pool takes one. */
function powerOfG(exponent: bigint): bigint {
  const digits = [...exponent.toString(16)].reverse();
  return digits.reduce((result, digit, place) => {
    powersOfG[place] ??= powersAt(place);
    return (result * powersOfG[place][Number.parseInt(digit, 16)]!) % N;
  }, 1n);
}

/** The fewest two's-complement bytes of a number that is not negative: a zero byte goes first where the top bit is set. */
export function pad(number: bigint): Bytes {
  const hex = number.toString(16);
  const even = hex.length % 2 ? `0${hex}` : hex;
  const signed = /^[89a-f]/.test(even) ? `00${even}` : even;
  return Uint8Array.from(signed.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

const sha256 = async (...parts: Bytes[]): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));

/** The multiplier of SRP-6a. */
export const multiplier = async (): Promise<bigint> => toBigInt(await sha256(pad(N), pad(g)));

/** The private key that a password and its salt make. */
export async function privateKey(poolName: string, userId: string, password: string, salt: bigint): Promise<bigint> {
  return toBigInt(await sha256(pad(salt), await sha256(utf8(`${poolName}${userId}:${password}`))));
}

export const scrambler = async (A: bigint, B: bigint): Promise<bigint> => toBigInt(await sha256(pad(A), pad(B)));

/** The 16 bytes that sign the claim, from the shared secret S and the scrambler u. */
export async function sessionKey(S: bigint, u: bigint): Promise<Bytes> {
  const secret = await crypto.subtle.importKey('raw', pad(S), 'HKDF', false, ['deriveBits']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: pad(u), info: utf8('Caldera Derived Key') };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, secret, 128));
}

/** What PASSWORD_CLAIM_SIGNATURE signs. */
export interface Claim {
  poolName: string;
  userId: string;
  secretBlock: Bytes;
  timestamp: string;
}

const hmacKey = (key: Bytes) =>
  crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);

const claimBytes = ({ poolName, userId, secretBlock, timestamp }: Claim): Bytes =>
  concat(utf8(poolName + userId), secretBlock, utf8(timestamp));

export async function signClaim(key: Bytes, claim: Claim): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', await hmacKey(key), claimBytes(claim)));
}

/** What a pool keeps in place of a password. */
export interface Credentials {
  salt: bigint;
  verifier: bigint;
}

export async function makeCredentials(poolName: string, userId: string, password: string, salt: bigint) {
  return { salt, verifier: powerOfG(await privateKey(poolName, userId, password, salt)) };
}

/** A login under way. Whoever learns b can play the pool, so it never leaves it. */
export interface Handshake extends Credentials {
  A: bigint;
  B: bigint;
  b: bigint;
}

/** Reads SRP_A. Undefined where it is no number, too long, or 0 modulo N: with that the shared secret is 0 for any password. */
export function readA(hex: string): bigint | undefined {
  if (!/^[0-9a-f]{1,768}$/i.test(hex)) return undefined;
  const A = BigInt(`0x${hex}`);
  return A % N === 0n ? undefined : A;
}

export async function beginHandshake(A: bigint, credentials: Credentials, random: RandomBytes): Promise<Handshake> {
  const b = toBigInt(random(32)); // RFC 5054, section 2.5.3: at least 256 bits
  const B = ((await multiplier()) * credentials.verifier + powerOfG(b)) % N;
  return { ...credentials, A, B, b };
}

/** Whether the signature was made by someone who knows the password. */
export async function verifyClaim({ A, B, b, verifier }: Handshake, claim: Claim, signature: Bytes): Promise<boolean> {
  const u = await scrambler(A, B);
  const S = modPow(A * modPow(verifier, u, N), b, N);
  const key = await hmacKey(await sessionKey(S, u));
  return crypto.subtle.verify('HMAC', key, signature, claimBytes(claim));
}
