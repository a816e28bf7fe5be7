/** What takes the place of the SDK's polyfills, against the published ones and against the platform. */
import { expect } from '@open-wc/testing';
import { AuthenticationHelper } from 'amazon-cognito-identity-js';
import * as published from 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js';
import { toBigInt } from '../../demo/user-pool/bytes.js';
import { N } from '../../demo/user-pool/srp.js';
import BigInteger from '../../src/cognito/sdk/big-integer.js';
import { Buffer } from '../../src/cognito/sdk/buffer.js';
import randomInt from '../../src/cognito/sdk/random-int.js';
import { Sha256 } from '../../src/cognito/sdk/sha256.js';
import { fromNumber, numbersOf, promised, toNumber } from './sdk-srp.js';

const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** What jsbn has beyond what our types know of it. */
type SdkNumber = Pick<
  BigInteger,
  'abs' | 'add' | 'subtract' | 'multiply' | 'mod' | 'equals' | 'compareTo' | 'toString'
>;

const PublishedNumbers = numbersOf(published.AuthenticationHelper);
const sdkNumber = (value: bigint) => toNumber(PublishedNumbers, value) as unknown as SdkNumber;
const ourNumber = (value: bigint): SdkNumber => toNumber(BigInteger as never, value) as never;

describe('BigInteger', () => {
  const values = [0n, 1n, -1n, 15n, 16n, -255n, N, -N, N * N - 7n, toBigInt(random(384)), -toBigInt(random(16))];

  it('is the class of the SDK’s numbers here, and not the published one', () => {
    expect(numbersOf(AuthenticationHelper)).to.equal(BigInteger);
    expect(PublishedNumbers).not.to.equal(BigInteger);
  });

  it('reckons as jsbn does', () => {
    type Act = 'add' | 'subtract' | 'multiply' | 'mod';
    const act = (name: Act, one: SdkNumber, other: SdkNumber) => one[name](other as never).toString(16);
    const results = (number: (value: bigint) => SdkNumber) =>
      values.flatMap((one) => [
        number(one).toString(16),
        number(one).abs().toString(16),
        act('mod', number(one), number(N)),
        ...values.flatMap((other) =>
          (['add', 'subtract', 'multiply'] as const).map((name) => act(name, number(one), number(other))),
        ),
      ]);
    expect(results(ourNumber)).to.deep.equal(results(sdkNumber));
  });

  it('compares as jsbn does', () => {
    const results = (number: (value: bigint) => SdkNumber) =>
      values.flatMap((one) =>
        values.flatMap((other) => [
          number(one).equals(number(other) as never),
          Math.sign(number(one).compareTo(number(other) as never)),
        ]),
      );
    expect(results(ourNumber)).to.deep.equal(results(sdkNumber));
  });

  const power = (base: BigInteger, exponent: BigInteger, modulus: BigInteger): Promise<bigint> =>
    promised<BigInteger>((callback) => base.modPow(exponent, modulus, callback)).then(fromNumber);
  const number = (value: bigint) => new BigInteger(value.toString(16), 16);

  it('asks once where the same numbers are asked for twice', async () => {
    const [base, exponent, modulus] = [number(3n), number(toBigInt(random(384))), number(N)];
    const began = performance.now();
    const one = await power(base, exponent, modulus);
    const first = performance.now() - began;
    const again = performance.now();
    for (let time = 0; time < 20; time++) expect(await power(base, exponent, modulus)).to.equal(one);
    expect(performance.now() - again).to.be.below(first);
  });

  it('does not mistake one base or modulus for another', async () => {
    const exponent = number(1001n);
    const questions = [
      [3n, N],
      [5n, N],
      [5n, N - 2n],
    ] as const;
    const answers = questions.map(([base, modulus]) => power(number(base), exponent, number(modulus)));
    expect(await Promise.all(answers)).to.deep.equal(questions.map(([base, modulus]) => base ** 1001n % modulus));
  });
});

describe('Buffer', () => {
  const texts = ['', 'a', 'Straße', 'пароль', '🌊🏖️', '\u0000\uffff', '\ufeffmark', 'x'.repeat(70_000)];

  it('reads and writes UTF-8', () => {
    for (const text of texts) {
      expect([...Buffer.from(text)]).to.deep.equal([...new TextEncoder().encode(text)]);
      expect(Buffer.from(text, 'utf8').toString()).to.equal(text);
    }
  });

  it('reads and writes hexadecimal digits', () => {
    const bytes = random(129);
    expect(Buffer.from(bytes).toString('hex')).to.equal(toHex(bytes));
    expect(Buffer.from('00fF7e', 'hex')).to.have.lengthOf(3);
    expect([...Buffer.from('00fF7e', 'hex')]).to.deep.equal([0, 255, 126]);
  });

  it('reads base64 in both alphabets, with and without padding, and writes it with', () => {
    expect([...Buffer.from('-_8', 'base64')]).to.deep.equal([0xfb, 0xff]);
    expect([...Buffer.from('+/8=', 'base64')]).to.deep.equal([0xfb, 0xff]);
    expect(Buffer.from(Uint8Array.of(0xfb, 0xff)).toString('base64')).to.equal('+/8=');
    const long = random(65_536);
    expect(toHex(Buffer.from(Buffer.from(long).toString('base64'), 'base64'))).to.equal(toHex(long));
  });

  it('copies, and joins', () => {
    const bytes = Uint8Array.of(1, 2);
    const copy = Buffer.from(bytes);
    bytes[0] = 9;
    expect([...copy]).to.deep.equal([1, 2]);
    expect(Buffer.concat([copy, Uint8Array.of(3), Buffer.from('a')]).toString('hex')).to.equal('01020361');
  });
});

describe('Sha256', () => {
  for (const length of [0, 1, 55, 56, 63, 64, 65, 1000])
    it(`equals the platform’s for ${length} bytes, with and without a secret`, async () => {
      const [data, secret] = [random(length), random(length + 1)];
      const plain = new Sha256();
      plain.update(data);
      expect(toHex(plain.digestSync())).to.equal(toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', data))));
      const keyed = new Sha256(secret);
      keyed.update(data);
      const algorithm = { name: 'HMAC', hash: 'SHA-256' };
      const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign']);
      const expected = new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
      expect(toHex(keyed.digestSync())).to.equal(toHex(expected));
    });

  it('takes a text as UTF-8', () => {
    const [text, bytes] = [new Sha256(), new Sha256()];
    text.update('Straße');
    bytes.update(new TextEncoder().encode('Straße'));
    expect(toHex(text.digestSync())).to.equal(toHex(bytes.digestSync()));
  });
});

describe('randomInt', () => {
  it('draws whole numbers of 32 bits', () => {
    const drawn = Array.from({ length: 100 }, randomInt);
    expect(drawn.every((one) => Number.isInteger(one) && one >= 0 && one < 2 ** 32)).to.equal(true);
    expect(Math.max(...drawn)).to.be.above(2 ** 24);
    expect(new Set(drawn).size).to.be.above(95);
  });
});
