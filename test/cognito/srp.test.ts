import { expect } from '@open-wc/testing';
import { AuthenticationHelper } from 'amazon-cognito-identity-js';
import * as published from 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js';
import { toBigInt, utf8 } from '../../demo/user-pool/bytes.js';
import { N } from '../../demo/user-pool/srp.js';
import { modPow } from '../../src/cognito/srp.js';
import { fromNumber, numbersOf, type SignIn, signature, toNumber } from './sdk-srp.js';

const random = (bits: number): bigint => toBigInt(crypto.getRandomValues(new Uint8Array(bits / 8)));
const odd = (bits: number): bigint => random(bits) | 1n | (1n << BigInt(bits - 1));

const SdkNumbers = numbersOf(published.AuthenticationHelper);

/** The SDK's own result; it calls back before it returns. */
function sdkPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result: bigint | undefined;
  const [number, power, rest] = [base, exponent, modulus].map((value) => toNumber(SdkNumbers, value));
  number!.modPow(power!, rest!, (_, value) => (result = fromNumber(value)));
  if (result === undefined) throw new Error('The SDK did not call back.');
  return result;
}

/** By the definition, multiplication by multiplication. */
function slowPower(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (let n = 0n; n < exponent; n++) result = (result * base) % modulus;
  return ((result % modulus) + modulus) % modulus;
}

describe('modPow', () => {
  const sizes: [bits: number, exponentBits: number, times: number][] = [
    [64, 64, 200],
    [512, 512, 20],
    [3072, 256, 4],
    [3072, 1024, 1],
  ];
  for (const [bits, exponentBits, times] of sizes)
    it(`equals the SDK’s own for ${times} random numbers of ${bits} bits, to the power of ${exponentBits} bits`, async () => {
      for (let time = 0; time < times; time++) {
        const [base, exponent, modulus] = [random(bits), random(exponentBits) + 1n, odd(bits)];
        const signed = time % 2 ? -base : base;
        expect(await modPow(signed, exponent, modulus)).to.equal(sdkPower(signed, exponent, modulus));
      }
    });

  it('equals the SDK’s own at the borders', async () => {
    for (const base of [0n, 1n, 2n, -1n, N - 1n, N, N + 1n, -N])
      for (const exponent of [1n, 2n, 3n, 15n, 16n, 17n, 255n, 256n])
        expect(await modPow(base, exponent, N)).to.equal(sdkPower(base, exponent, N));
  });

  it('equals the definition for the exponents 0 to 40 and for even moduli', async () => {
    for (const modulus of [2n, 10n, 97n, 1024n])
      for (const base of [0n, 3n, 8n, -5n])
        for (let exponent = 0n; exponent <= 40n; exponent++)
          expect(await modPow(base, exponent, modulus)).to.equal(slowPower(base, exponent, modulus));
  });

  it('lets more urgent tasks in between its slices', async () => {
    let over = false;
    const power = modPow(3n, odd(3072 * 8), N).then(() => (over = true));
    let tasks = 0;
    for (; !over; tasks++) await urgentTask();
    await power;
    expect(tasks).to.be.above(3);
  });
});

/** In 10 ms, or as soon as the browser lets anybody in then: ahead of what yields, as a key press is. */
function urgentTask(): Promise<void> {
  const { scheduler } = globalThis as {
    scheduler?: { postTask?: (task: () => void, options: object) => Promise<void> };
  };
  if (!scheduler?.postTask) return new Promise((resolve) => setTimeout(resolve, 10));
  return scheduler.postTask(() => undefined, { priority: 'user-blocking', delay: 10 });
}

describe('the SDK on the platform’s numbers, bytes and an audited hash', () => {
  const number = 1234567890n;
  const vector = { poolName: 'myPool', username: 'test', password: 'test', a: number, B: number, salt: number };

  it('gives the signature of the public vector', async () => {
    const timestamp = 'Tue Jul 10 11:01:00 UTC 2018';
    const signed = await signature(AuthenticationHelper, vector, timestamp, utf8('secretssecrestssecrets'));
    expect(signed).to.equal('tdvQu/Li/qWl8Nni0aFPs+MwY4rvKZm0kSMrGIMSUHk=');
  });

  it('gives the same 10 signatures as it does as published', async function () {
    this.timeout(30_000);
    const passwords = [
      'plain',
      'Straße',
      'пароль',
      '🌊🏖️',
      ' spaces ',
      'e\u0301',
      'x'.repeat(256),
      'كلمة',
      '"\\',
      '\u0000',
    ];
    const salts = [1n, 0x80n, random(96), random(120), random(128)];
    for (let round = 0; round < 10; round++) {
      const signIn: SignIn = {
        ...{ poolName: 'Ab12Cd34E', username: `user-${round}`, password: passwords[round]! },
        ...{ a: random(round % 10 ? 128 : 1024), B: random(3072) % N, salt: salts[round % 5]! },
      };
      const timestamp = `Thu Jan ${round + 1} 09:05:07 UTC 2026`;
      const ours = await signature(AuthenticationHelper, signIn, timestamp);
      expect(ours).to.equal(await signature(published.AuthenticationHelper, signIn, timestamp));
    }
  });
});
