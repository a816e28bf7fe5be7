/** The client's half of SRP as the SDK computes it, with its own modPow or with ours. Install ours after importing this. */
import { AuthenticationHelper } from 'amazon-cognito-identity-js';
import { type Bytes, toBase64, utf8 } from '../../demo/user-pool/bytes.js';
import { signClaim } from '../../demo/user-pool/srp.js';
import type { BigInteger } from '../../src/cognito/sdk-internals.js';

interface NumberClass {
  new (hex: string, radix: 16): BigInteger;
  prototype: BigInteger;
}

/** The SDK's class of big numbers. */
export const Numbers = AuthenticationHelper.prototype.generateRandomSmallA().constructor as NumberClass;
/** As it was when this module was loaded. */
export const sdkModPow = Numbers.prototype.modPow;

/** A negative number has its sign before its digits. */
export const toNumber = (value: bigint): BigInteger => new Numbers(value.toString(16), 16);
export const fromNumber = (value: BigInteger): bigint => {
  const hex = value.toString(16);
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
};

type Callback<Value> = (error: unknown, value: Value) => void;

const promised = <Value>(start: (callback: Callback<Value>) => void): Promise<Value> =>
  new Promise((resolve, reject) => start((error, value) => (error ? reject(error) : resolve(value))));

export interface SignIn {
  readonly poolName: string;
  readonly username: string;
  readonly password: string;
  readonly a: bigint;
  readonly B: bigint;
  readonly salt: bigint;
}

/** Runs with one modPow, and puts the one that was there back. */
export async function withModPow<Result>(modPow: BigInteger['modPow'], run: () => Promise<Result>): Promise<Result> {
  const before = Numbers.prototype.modPow;
  Numbers.prototype.modPow = modPow;
  return run().finally(() => (Numbers.prototype.modPow = before));
}

/** The key of the proof. A helper begins with A for a random number, which is of no use here. */
export async function proofKey({ poolName, username, password, a, B, salt }: SignIn): Promise<Uint8Array> {
  const nothing = () => undefined;
  const helper = await withModPow(nothing, () => Promise.resolve(new AuthenticationHelper(poolName)));
  helper.smallAValue = toNumber(a);
  await promised<BigInteger>((callback) => helper.getLargeAValue(callback));
  return promised((callback) =>
    helper.getPasswordAuthenticationKey(username, password, toNumber(B), toNumber(salt), callback),
  );
}

/** PASSWORD_CLAIM_SIGNATURE of a sign-in. */
export async function signature(signIn: SignIn, timestamp: string, secretBlock: Bytes = utf8('secret')) {
  const claim = { poolName: signIn.poolName, userId: signIn.username, secretBlock, timestamp };
  return toBase64(await signClaim(Uint8Array.from(await proofKey(signIn)), claim));
}
