/**
 * Plays rounds of SRP between a published client's half (AuthenticationHelper of amazon-cognito-identity-js) and the pool's half.
 * Salts with leading zero bytes, with the top bit set and with an odd number of digits come up often, as do passwords that are
 * not ASCII: published servers fail on just those.
 */
import { type Bytes, fromBase64, toBase64, toBigInt } from '../../demo/user-pool/bytes.js';
import { beginHandshake, makeCredentials, readA, signClaim, verifyClaim } from '../../demo/user-pool/srp.js';

/** The SDK's arbitrary-precision number, of which only this is used. */
interface BigInteger {
  toString(radix: number): string;
}
type Callback<Value> = (error: Error | null, value: Value) => void;

/** AuthenticationHelper, as far as a login needs it. */
export interface ClientHalf {
  getLargeAValue(callback: Callback<BigInteger>): void;
  generateRandomSmallA(): BigInteger;
  getPasswordAuthenticationKey(
    username: string,
    password: string,
    B: BigInteger,
    salt: BigInteger,
    callback: Callback<Uint8Array>,
  ): void;
}

/** The SDK as a program gets it; the class is missing from its declarations. */
export const clientOf = (sdk: object) =>
  (sdk as { AuthenticationHelper: new (poolName: string) => ClientHalf }).AuthenticationHelper;

/** The class BigInteger, which the SDK does not export. */
export const bigIntegerOf = (client: ClientHalf) =>
  client.generateRandomSmallA().constructor as {
    new (digits: string, radix: number): BigInteger;
    prototype: { modPow: unknown };
  };

export const promised = <Value>(start: (callback: Callback<Value>) => void): Promise<Value> =>
  new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))));

export const random = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

const passwords = [
  'plain-Password-1',
  'Straße',
  'пароль',
  '密码です',
  '🌊🏖️👩‍👩‍👧',
  ' spaces ',
  'e\u0301',
  '\u00e9',
  'كلمة',
  'x'.repeat(256),
];
const salts: ((bytes: Bytes) => void)[] = [
  (bytes) => bytes.fill(0, 0, 1),
  (bytes) => bytes.fill(0, 0, 2).fill(0xff, 2, 3),
  (bytes) => bytes.fill(0x80, 0, 1),
  (bytes) => bytes.fill(0x05, 0, 1),
  () => undefined,
];

function makeSalt(round: number): bigint {
  const bytes = random(16);
  salts[round % salts.length]?.(bytes);
  return toBigInt(bytes);
}

const poolName = 'Rounds';

/** One login: the password the client types, and whether the pool takes it. */
async function play(client: ClientHalf, round: number, stored: string, typed: string): Promise<boolean> {
  const BigInteger = bigIntegerOf(client);
  const userId = `user-${round}`;
  const credentials = await makeCredentials(poolName, userId, stored, makeSalt(round));
  const A = readA((await promised<BigInteger>((done) => client.getLargeAValue(done))).toString(16));
  if (A === undefined) return false;
  const handshake = await beginHandshake(A, credentials, random);
  const [B, salt] = [handshake.B, handshake.salt].map((number) => new BigInteger(number.toString(16), 16));
  if (!B || !salt) return false;
  const key = await promised<Uint8Array>((done) => client.getPasswordAuthenticationKey(userId, typed, B, salt, done));
  const claim = { poolName, userId, secretBlock: random(48), timestamp: 'Tue Jul 10 11:01:00 UTC 2018' };
  const signature = toBase64(await signClaim(Uint8Array.from(key), claim));
  return verifyClaim(handshake, claim, fromBase64(signature));
}

export interface Figures {
  rounds: number;
  /** Right passwords that were refused. */
  refused: number;
  /** Wrong passwords that were taken. */
  taken: number;
}

/** Each round is one login with the right password and one with a wrong one that differs in its last character. */
export async function playRounds(Client: ReturnType<typeof clientOf>, from: number, to: number): Promise<Figures> {
  const figures = { rounds: to - from, refused: 0, taken: 0 };
  for (let round = from; round < to; round++) {
    const client = new Client(poolName);
    const password = `${passwords[round % passwords.length]}${round}`;
    if (!(await play(client, round, password, password))) figures.refused++;
    if (await play(client, round, password, `${password.slice(0, -1)}x`)) figures.taken++;
  }
  return figures;
}
