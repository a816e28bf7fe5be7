import { expect } from '@open-wc/testing';
import * as sdk from 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js';
import { toBase64, utf8 } from '../../demo/user-pool/bytes.js';
import { modPow, pad, privateKey, readA, signClaim } from '../../demo/user-pool/srp.js';
import { formatTimestamp, parseTimestamp } from '../../demo/user-pool/timestamp.js';
import { bob, openPool } from '../support/pool.js';
import { errorOf, sentences } from './call.js';
import { bigIntegerOf, clientOf, playRounds } from './rounds.js';
import { clientKey, signInBySrp } from './srp-client.js';

describe('SRP', () => {
  it('gives the signature of the public vector', async () => {
    const number = 1234567890n; // a, B and the salt
    const x = await privateKey('myPool', 'test', 'test', number);
    const timestamp = 'Tue Jul 10 11:01:00 UTC 2018';
    const secretBlock = utf8('secretssecrestssecrets');
    const claim = { poolName: 'myPool', userId: 'test', secretBlock, timestamp };
    const signature = await signClaim(await clientKey(number, number, x), claim);
    expect(toBase64(signature)).to.equal('tdvQu/Li/qWl8Nni0aFPs+MwY4rvKZm0kSMrGIMSUHk=');
  });

  const padded: [bigint, number[]][] = [
    [0x14n, [0x14]],
    [0x7fn, [0x7f]],
    [0x80n, [0, 0x80]],
    [0x123n, [0x01, 0x23]],
    [0xff00n, [0, 0xff, 0]],
  ];
  for (const [number, bytes] of padded) {
    it(`pads 0x${number.toString(16)} as Java’s BigInteger does`, () => expect([...pad(number)]).to.deep.equal(bytes));
  }

  it('reads A only where it is a number that is not 0 modulo N', () => {
    for (const bad of ['', '0', '00', 'xyz', '-1', '0x10', ' 1', 'f'.repeat(769)])
      expect(readA(bad)).to.equal(undefined);
    expect(readA('Ff')).to.equal(255n);
  });

  it('agrees with a published client in 10 logins, and refuses 10 wrong passwords', async function () {
    this.timeout(60_000);
    // Each password and salt once. The SDK's own arithmetic takes 0.3 s a login: here it is the platform's, in srp-rounds.ts the SDK's.
    const Client = clientOf(sdk);
    const { prototype } = bigIntegerOf(new Client('Rounds'));
    const own = prototype.modPow;
    interface Number {
      toString(radix: number): string;
    }
    const BigInteger = bigIntegerOf(new Client('Rounds'));
    const read = (number: Number) => {
      const hex = number.toString(16);
      return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
    };
    prototype.modPow = function (this: Number, e: Number, m: Number, done: (error: null, value: Number) => void) {
      const modulus = read(m);
      const base = ((read(this) % modulus) + modulus) % modulus;
      done(null, new BigInteger(modPow(base, read(e), modulus).toString(16), 16));
    };
    try {
      expect(await playRounds(Client, 0, 10)).to.deep.equal({ rounds: 10, refused: 0, taken: 0 });
    } finally {
      prototype.modPow = own;
    }
  });
});

describe('the TIMESTAMP of a claim', () => {
  const MINUTE = 60_000;
  const forms: [string, (text: string) => string, boolean][] = [
    ['as it should be', (text) => text, true],
    ['with a padded day', (text) => text.replace(/ (\d) /, ' 0$1 '), false],
    ['with another weekday', (text) => text.replace(/^\w+/, (day) => (day === 'Mon' ? 'Tue' : 'Mon')), false],
    ['in ISO 8601', (text) => new Date(Date.parse(text)).toISOString(), false],
    ['as GMT', (text) => text.replace('UTC', 'GMT'), false],
    ['with more after it', (text) => `${text} `, false],
  ];
  const ninth = Date.UTC(2026, 6, 9, 8, 5, 3);
  for (const [what, change, good] of forms) {
    it(`${what} is ${good ? 'read' : 'not read'}`, () => {
      expect(parseTimestamp(change(formatTimestamp(ninth)))).to.equal(good ? ninth : undefined);
    });
  }

  it('is written with its day unpadded and the time in two digits each', () => {
    expect(formatTimestamp(ninth)).to.equal('Thu Jul 9 08:05:03 UTC 2026');
  });

  for (const [minutes, expected] of [
    [4.8, undefined],
    [-4.8, undefined],
    [5.2, sentences.incorrect],
    [-5.2, sentences.incorrect],
  ] as const) {
    it(`may be five minutes off: ${minutes} is ${expected ? 'refused' : 'taken'}`, async () => {
      const pool = await openPool({ users: [bob] });
      const timestamp = formatTimestamp(Date.now() + minutes * MINUTE);
      expect(errorOf(await signInBySrp(pool, { username: 'bob', timestamp }))).to.equal(expected);
    });
  }

  it('is measured by the pool’s clock', async () => {
    const pool = await openPool({ users: [bob] });
    await pool.advance(10 * MINUTE);
    expect(errorOf(await signInBySrp(pool, { username: 'bob' }))).to.equal(sentences.incorrect);
    const timestamp = formatTimestamp(Date.now() + 10 * MINUTE);
    expect(errorOf(await signInBySrp(pool, { username: 'bob', timestamp }))).to.equal(undefined);
  });
});

describe('a claim', () => {
  it('proves the password with the stored verifier, byte for byte', async () => {
    for (const odd of ['🌊 Straße', ' x ', 'é', 'e\u0301', 'y'.repeat(256)]) {
      const pool = await openPool({ users: [{ ...bob, password: odd }] });
      expect(errorOf(await signInBySrp(pool, { username: 'bob', password: odd }))).to.equal(undefined);
      expect(errorOf(await signInBySrp(pool, { username: 'bob', password: `${odd}.` }))).to.equal(sentences.incorrect);
    }
  });
});
