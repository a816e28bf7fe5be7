import { expect } from '@open-wc/testing';
import { Sessions } from '../../demo/user-pool/sessions.js';
import { ann, bob, eve, openPool, otherCode, tom, type TestPool } from '../support/pool.js';
import { errorOf, respond, sendSmsCode, sendTotp, sentences, signIn } from './call.js';
import { random } from './rounds.js';
import { beginSrp } from './srp-client.js';

const MINUTE = 60_000;

describe('a session', () => {
  let pool: TestPool;
  beforeEach(async () => {
    pool = await openPool({ users: [ann, bob, eve, tom, { ...ann, username: 'amy' }] });
  });
  const begin = async (username: string) => (await signIn(pool, username)).body.Session;

  it('serves once', async () => {
    const session = await begin('ann');
    const code = await pool.lastCode();
    expect(errorOf(await sendSmsCode(pool, session, code))).to.equal(undefined);
    for (const again of [code, otherCode(code)]) {
      expect(errorOf(await sendSmsCode(pool, session, again))).to.equal(sentences.spent);
    }
  });

  it('cannot be spent twice, whatever lies between finding and spending it', () => {
    const sessions = new Sessions(Date.now, random, MINUTE);
    const session = sessions.open({ clientId: 'c', username: 'ann', challenge: 'SMS_MFA' });
    sessions.spend(session);
    expect(() => sessions.spend(session)).to.throw('session can only be used once');
  });

  it('serves one of two requests at once', async () => {
    const session = await begin('ann');
    const code = await pool.lastCode();
    const answers = await Promise.all([sendSmsCode(pool, session, code), sendSmsCode(pool, session, code)]);
    expect(answers.map(errorOf)).to.have.members([undefined, sentences.spent]);
  });

  it('stays usable after a wrong code', async () => {
    const session = await begin('ann');
    const code = await pool.lastCode();
    expect(errorOf(await sendSmsCode(pool, session, otherCode(code)))).to.equal(sentences.wrongCode);
    expect(errorOf(await sendSmsCode(pool, session, code))).to.equal(undefined);
  });

  it('expires after AuthSessionValidity, which is three minutes unless set', async () => {
    for (const minutes of [3, 15]) {
      pool = await openPool({ users: [ann], settings: minutes === 3 ? {} : { authSessionValidity: minutes } });
      const [inTime, late] = [await begin('ann'), await begin('ann')];
      const [first, second] = await pool.outbox();
      await pool.advance(minutes * MINUTE - 5000);
      expect(errorOf(await sendSmsCode(pool, inTime, String(first?.code)))).to.equal(undefined);
      await pool.advance(5000);
      expect(errorOf(await sendSmsCode(pool, late, String(second?.code)))).to.equal(sentences.expired);
    }
  });

  it('is bound to its user', async () => {
    const session = await begin('ann');
    const code = await pool.lastCode();
    expect(errorOf(await sendSmsCode(pool, session, code, 'amy'))).to.equal(sentences.invalidSession);
    expect(errorOf(await sendSmsCode(pool, session, code))).to.equal(undefined);
  });

  it('is bound to its challenge', async () => {
    const session = await begin('ann');
    const answers = { USERNAME: 'ann', EMAIL_OTP_CODE: await pool.lastCode() };
    expect(errorOf(await respond(pool, 'EMAIL_OTP', session, answers))).to.equal(sentences.invalidSession);
  });

  it('is bound to its client', () => {
    const sessions = new Sessions(Date.now, random, MINUTE);
    const { id } = sessions.open({ clientId: 'one', username: 'ann', challenge: 'SMS_MFA' });
    const find = (clientId: string) => sessions.find({ id, clientId, username: 'ann', challenge: 'SMS_MFA' });
    expect(() => find('other')).to.throw('Invalid session for the user.');
    expect(find('one').username).to.equal('ann');
  });

  it('is bound to its pool', async () => {
    const other = await openPool({ users: [ann] });
    const session = await begin('ann');
    expect(errorOf(await sendSmsCode(other, session, await pool.lastCode()))).to.equal(sentences.invalidSession);
  });

  it('has a code of its own', async () => {
    const [first, second] = [await begin('ann'), await begin('ann')];
    const [one, two] = (await pool.outbox()).map(({ code }) => code);
    expect(first).not.to.equal(second);
    expect(errorOf(await sendSmsCode(pool, second, String(one)))).to.equal(sentences.wrongCode);
    expect(errorOf(await sendSmsCode(pool, second, String(two)))).to.equal(undefined);
  });

  it('ends when the user is disabled meanwhile', async () => {
    const session = await begin('ann');
    await pool.patchUser('ann', { status: 'disabled' });
    expect(errorOf(await sendSmsCode(pool, session, await pool.lastCode()))).to.equal(
      'NotAuthorizedException: User is disabled.',
    );
  });

  it('is, for SRP, the secret block, which serves one attempt', async () => {
    const { answer } = await beginSrp(pool, { username: 'bob' });
    expect(errorOf(await answer({ PASSWORD_CLAIM_SIGNATURE: 'bm8gcHJvb2Y=' }))).to.equal(sentences.incorrect);
    expect(errorOf(await answer())).to.equal(sentences.spent);
    const other = await beginSrp(pool, { username: 'bob' });
    expect(errorOf(await other.answer({ USERNAME: 'ann' }))).to.equal(sentences.invalidSession);
    expect(errorOf(await other.answer())).to.equal(undefined);
  });
});

describe('codes', () => {
  it('by e-mail have as many digits as the pool is set to', async () => {
    for (const [settings, length] of [
      [{}, 6],
      [{ emailCodeLength: 8 }, 8],
    ] as const) {
      const pool = await openPool({ settings, users: [eve] });
      const { body } = await signIn(pool, 'eve');
      const [message] = await pool.outbox();
      expect(message?.to).to.deep.equal({ full: 'eve@example.com', masked: 'e***@e***' });
      expect(message?.text).not.to.contain('#'); // WebOTP reads SMS only
      expect(message?.code).to.match(new RegExp(`^[0-9]{${length}}$`));
      const answers = { USERNAME: 'eve', EMAIL_OTP_CODE: String(message?.code) };
      expect(errorOf(await respond(pool, 'EMAIL_OTP', body.Session, answers))).to.equal(undefined);
    }
  });

  it('must be given', async () => {
    const pool = await openPool({ users: [ann] });
    const { body } = await signIn(pool, 'ann');
    expect(errorOf(await respond(pool, 'SMS_MFA', body.Session, { USERNAME: 'ann' }))).to.equal(
      'InvalidParameterException: Missing required parameter SMS_MFA_CODE',
    );
  });

  it('of an authenticator app serve once, and the next one works', async () => {
    const pool = await openPool({ users: [tom] });
    const code = await pool.authenticatorCode('tom');
    expect(errorOf(await sendTotp(pool, (await signIn(pool, 'tom')).body.Session, code))).to.equal(undefined);
    const { Session } = (await signIn(pool, 'tom')).body;
    expect(errorOf(await sendTotp(pool, Session, code))).to.equal(sentences.reusedTotp);
    await pool.advance(30_000);
    expect(errorOf(await sendTotp(pool, Session, await pool.authenticatorCode('tom')))).to.equal(undefined);
  });

  it('of an authenticator app are refused where they are wrong or odd', async () => {
    const pool = await openPool({ users: [tom] });
    const { Session } = (await signIn(pool, 'tom')).body;
    for (const odd of [otherCode(await pool.authenticatorCode('tom')), '12345', 'abcdef']) {
      expect(errorOf(await sendTotp(pool, Session, odd))).to.equal(sentences.wrongTotp);
    }
  });
});
