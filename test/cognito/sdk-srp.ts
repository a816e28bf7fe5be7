/** The client's half of SRP by a helper of the SDK: ours on the platform's numbers, or the published one. */
import type { AuthenticationHelper } from 'amazon-cognito-identity-js';
import { type Bytes, toBase64, utf8 } from '../../demo/user-pool/bytes.js';
import { signClaim } from '../../demo/user-pool/srp.js';
import type { BigInteger } from '../../src/cognito/sdk-internals.js';

export type Helper = typeof AuthenticationHelper;

interface NumberClass {
  new (hex: string, radix: 16): BigInteger;
  prototype: BigInteger;
}

/** A helper's class of big numbers. */
export const numbersOf = (helper: Helper) => helper.prototype.generateRandomSmallA().constructor as NumberClass;

/** A negative number has its sign before its digits. */
export const toNumber = (Numbers: NumberClass, value: bigint): BigInteger => new Numbers(value.toString(16), 16);
export const fromNumber = (value: BigInteger): bigint => {
  const hex = value.toString(16);
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
};

type Callback<Value> = (error: unknown, value: Value) => void;

export const promised = <Value>(start: (callback: Callback<Value>) => void): Promise<Value> =>
  new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))));

export interface SignIn {
  readonly poolName: string;
  readonly username: string;
  readonly password: string;
  readonly a: bigint;
  readonly B: bigint;
  readonly salt: bigint;
}

/** The key of the proof, for a number `a` that is given, not drawn. */
export async function proofKey(
  Helper: Helper,
  { poolName, username, password, a, B, salt }: SignIn,
): Promise<Uint8Array> {
  const Numbers = numbersOf(Helper);
  class Given extends Helper {
    override generateRandomSmallA(): BigInteger {
      return toNumber(Numbers, a);
    }
  }
  const helper = new Given(poolName);
  await promised<BigInteger>((callback) => helper.getLargeAValue(callback));
  const [serverB, saltNumber] = [toNumber(Numbers, B), toNumber(Numbers, salt)];
  return promised((callback) => helper.getPasswordAuthenticationKey(username, password, serverB, saltNumber, callback));
}

/** PASSWORD_CLAIM_SIGNATURE of a sign-in. */
export async function signature(
  helper: Helper,
  signIn: SignIn,
  timestamp: string,
  secretBlock: Bytes = utf8('secret'),
) {
  const claim = { poolName: signIn.poolName, userId: signIn.username, secretBlock, timestamp };
  return toBase64(await signClaim(Uint8Array.from(await proofKey(helper, signIn)), claim));
}
