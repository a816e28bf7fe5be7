import { AuthenticationHelper } from 'amazon-cognito-identity-js';
import type { BigInteger } from './sdk-internals.js';
import { continuation } from './settle.js';

/** How long one slice of the exponentiation may hold the main thread, in milliseconds: half a frame. */
const slice = 8;

/**
 * Lets the page paint, take input and run its timers. A timer of our own would add its 4 ms clamp (HTML, "timer initialization
 * steps") to every slice; in Chromium `scheduler.yield` goes before the page's timers until the whole work is done.
 */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * base ** exponent mod modulus in slices, with a fixed window of four bits: the exponent's hexadecimal digits. On native BigInt it takes
 * about a fifth of the SDK's time; in slices it needs no Worker, which a strict `worker-src` would forbid.
 * @param base may be negative
 */
export async function modPow(base: bigint, exponent: bigint, modulus: bigint): Promise<bigint> {
  const powers = [1n];
  const root = ((base % modulus) + modulus) % modulus;
  for (let power = 1; power < 16; power++) powers.push((powers[power - 1]! * root) % modulus);
  let result = 1n;
  let began = performance.now();
  for (const digit of exponent.toString(16)) {
    for (let bit = 0; bit < 4; bit++) result = (result * result) % modulus;
    result = (result * powers[parseInt(digit, 16)]!) % modulus;
    if (performance.now() - began > slice) {
      await breathe();
      began = performance.now();
    }
  }
  return result;
}

const toBigInt = (value: BigInteger): bigint => {
  const hex = value.toString(16);
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
};

interface BigIntegerClass {
  new (hex: string, radix: 16): BigInteger;
  prototype: BigInteger;
}

/** Of one exponent: what it was last asked for, and what it comes to. */
interface Power {
  readonly base: BigInteger;
  readonly modulus: BigInteger;
  readonly value: Promise<bigint>;
}

let installed = false;

/**
 * Puts native BigInt under the SDK's SRP: all four uses of its `modPow` take the callback style, so it may be asynchronous.
 * The number class is not exported; a number leads to it.
 */
export function installNativeModPow(): void {
  if (installed) return;
  installed = true;
  const Numbers = AuthenticationHelper.prototype.generateRandomSmallA().constructor as BigIntegerClass;
  const newest = new WeakMap<BigInteger, Power>();
  const original = Numbers.prototype.modPow;
  Numbers.prototype.modPow = function (this: BigInteger, exponent, modulus, callback) {
    if (!callback) return original.call(this, exponent, modulus, callback);
    const inSubmission = continuation();
    // The helper's constructor and getLargeAValue both ask for A: the same three objects, one computation.
    let power = newest.get(exponent);
    if (power?.base !== this || power.modulus !== modulus) {
      power = { base: this, modulus, value: modPow(toBigInt(this), toBigInt(exponent), toBigInt(modulus)) };
      newest.set(exponent, power);
    }
    void power.value.then((value) => inSubmission(() => callback(null, new Numbers(value.toString(16), 16))));
  };
}
