import { expect } from '@open-wc/testing';
import { Lockout } from '../../demo/user-pool/lockout.js';
import type { User } from '../../demo/user-pool/users.js';
import { ann, bob, openPool, otherCode, type TestPool, wrongPassword } from '../support/pool.js';
import { errorOf, sendSmsCode, sentences, signIn } from './call.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

describe('the waits of a lock-out', () => {
  const nothing = { mfas: [], attributes: {}, formerCredentials: [] };
  const user: User = { username: 'bob', status: 'confirmed', sub: '', salt: 0n, verifier: 0n, ...nothing };
  let now = 0;
  let lockout: Lockout;
  beforeEach(() => {
    lockout = new Lockout(() => now);
  });

  /** How long the user has to wait now, found by waiting. */
  function waited(): number {
    const start = now;
    for (;;) {
      try {
        lockout.check(user);
        return now - start;
      } catch {
        now += SECOND;
      }
    }
  }
  const fail = (times: number) => {
    for (let time = 0; time < times; time++) lockout.fail(user);
  };

  it('are 2^(n-5) seconds from the fifth failure on, up to 15 minutes', () => {
    const waits = Array.from({ length: 17 }, () => {
      lockout.fail(user);
      return waited() / SECOND;
    });
    expect(waits).to.deep.equal([0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });

  it('begin anew after a sign-in', () => {
    fail(9);
    lockout.clear(user);
    fail(4);
    expect(waited()).to.equal(0);
  });

  it('begin anew after 15 quiet minutes, and not before', () => {
    for (const [quiet, wait] of [
      [15 * MINUTE - 1, 2],
      [15 * MINUTE, 0],
    ] as const) {
      lockout.clear(user);
      fail(5);
      waited();
      now += quiet;
      fail(1);
      expect(waited()).to.equal(wait * SECOND);
    }
  });

  it('are each user’s own', () => {
    fail(5);
    expect(() => lockout.check({ ...user, username: 'ann' })).not.to.throw();
  });
});

describe('a locked-out user', () => {
  let pool: TestPool;
  beforeEach(async () => {
    pool = await openPool({ users: [ann, bob] });
  });

  it('is refused under every name, with the right password too, until the wait is over', async () => {
    for (let failures = 1; failures <= 8; failures++) {
      expect(errorOf(await signIn(pool, 'bob', wrongPassword))).to.equal(sentences.incorrect);
      if (failures < 8) await pool.advance(5 * SECOND);
    }
    expect(errorOf(await signIn(pool, 'bob'))).to.equal(sentences.exceeded);
    expect(errorOf(await signIn(pool, 'BOB@example.com'))).to.equal(sentences.exceeded);
    expect(errorOf(await signIn(pool, 'ann'))).to.equal(undefined);
    await pool.advance(8 * SECOND);
    expect(errorOf(await signIn(pool, 'bob'))).to.equal(undefined);
    expect(errorOf(await signIn(pool, 'bob', wrongPassword))).to.equal(sentences.incorrect);
    expect(errorOf(await signIn(pool, 'bob'))).to.equal(undefined);
  });

  it('may have typed wrong codes; the right password between them clears nothing', async () => {
    for (let failures = 1; failures < 8; failures++) {
      const { Session } = (await signIn(pool, 'ann')).body;
      expect(errorOf(await sendSmsCode(pool, Session, otherCode(await pool.lastCode())))).to.equal(sentences.wrongCode);
      await pool.advance(5 * SECOND);
    }
    const { Session } = (await signIn(pool, 'ann')).body;
    const code = await pool.lastCode();
    expect(errorOf(await sendSmsCode(pool, Session, otherCode(code)))).to.equal(sentences.wrongCode);
    expect(errorOf(await sendSmsCode(pool, Session, code))).to.equal(sentences.exceeded);
    await pool.advance(8 * SECOND);
    expect(errorOf(await sendSmsCode(pool, Session, code))).to.equal(undefined);
  });
});
