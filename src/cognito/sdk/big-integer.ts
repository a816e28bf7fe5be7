/** Stands in the place of the SDK's own big numbers (jsbn); test/cognito/sdk-parts.test.ts holds the two against each other. */
import { continuation } from '../settle.js';
import { modPow } from '../srp.js';

type Callback = (error: unknown, result: BigInteger) => void;

/** What a number as an exponent was last asked for, and what it comes to. */
interface Power {
  readonly base: BigInteger;
  readonly modulus: BigInteger;
  readonly value: Promise<bigint>;
}

const fromHex = (hex: string): bigint => (hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`));

/** As much of jsbn's BigInteger as the SDK's SRP uses, on the platform's BigInt. */
export default class BigInteger {
  static readonly ZERO = new BigInteger('0', 16);
  static readonly ONE = new BigInteger('1', 16);

  readonly #value: bigint;
  #newest: Power | null = null;

  /** @param hex hexadecimal, with `-` before it where it is negative */
  constructor(hex: string, _radix: 16) {
    this.#value = fromHex(hex);
  }

  static #of(value: bigint): BigInteger {
    return new BigInteger(value.toString(16), 16);
  }

  toString(radix: number): string {
    return this.#value.toString(radix);
  }

  abs(): BigInteger {
    return this.#value < 0n ? BigInteger.#of(-this.#value) : this;
  }

  add(other: BigInteger): BigInteger {
    return BigInteger.#of(this.#value + other.#value);
  }

  subtract(other: BigInteger): BigInteger {
    return BigInteger.#of(this.#value - other.#value);
  }

  multiply(other: BigInteger): BigInteger {
    return BigInteger.#of(this.#value * other.#value);
  }

  /** Never negative. */
  mod(modulus: BigInteger): BigInteger {
    const rest = this.#value % modulus.#value;
    return BigInteger.#of(rest < 0n ? rest + modulus.#value : rest);
  }

  equals(other: BigInteger): boolean {
    return this.#value === other.#value;
  }

  /** Below zero, zero or above it, as this number is less than the other, equal or greater. */
  compareTo(other: BigInteger): number {
    return Number(this.#value > other.#value) - Number(this.#value < other.#value);
  }

  /** Calls back later: all four uses in the SDK take the callback style, and its own returns the result as well, which none reads. */
  modPow(exponent: BigInteger, modulus: BigInteger, callback: Callback): void {
    const inSubmission = continuation();
    void exponent.#power(this, modulus).then((value) => inSubmission(() => callback(null, BigInteger.#of(value))));
  }

  /** The helper's constructor and getLargeAValue both ask for A: the same three objects, one computation. */
  #power(base: BigInteger, modulus: BigInteger): Promise<bigint> {
    if (this.#newest?.base !== base || this.#newest.modulus !== modulus)
      this.#newest = { base, modulus, value: modPow(base.#value, this.#value, modulus.#value) };
    return this.#newest.value;
  }
}
