import { expect } from '@open-wc/testing';
import { ann, password, tom, wrongPassword } from '../support/pool.js';
import { failureOf, nameOf, openLogin } from './open-login.js';

describe('resend', () => {
  it('sends one message each time, and the newest code is right', async () => {
    const { pool, clock, login } = await openLogin();
    await login.signIn('ann', password);
    clock.advance(30_000);
    expect(await login.resend()).to.have.nested.property('resend.left', 4);
    expect(await pool.outbox()).to.have.length(2);
    expect(await login.confirm(await pool.lastCode())).to.include({ name: 'signed-in' });
    expect(await pool.outbox()).to.have.length(2);
  });

  it('is refused during the cool-down, and sends nothing', async () => {
    const { pool, clock, login } = await openLogin();
    await login.signIn('ann', password);
    clock.advance(29_999);
    expect(await nameOf(login.resend())).to.equal('InvalidStateError');
    clock.advance(1);
    await login.resend();
    expect(await nameOf(login.resend())).to.equal('InvalidStateError');
    expect(await pool.outbox()).to.have.length(2);
  });

  it('sends five at most', async () => {
    const { pool, clock, login } = await openLogin();
    await login.signIn('ann', password);
    for (let round = 0; round < 5; round++) {
      clock.advance(30_000);
      await login.resend();
    }
    clock.advance(30_000);
    expect(await nameOf(login.resend())).to.equal('InvalidStateError');
    expect(await pool.outbox()).to.have.length(6);
  });

  it('with "ask" takes the password anew', async () => {
    const { pool, clock, login } = await openLogin({ resend: 'ask' });
    await login.signIn('ann', password);
    clock.advance(30_000);
    expect((await failureOf(login.resend())).code).to.equal('password-missing');
    expect((await failureOf(login.resend(wrongPassword))).code).to.equal('invalid-credentials');
    expect(login.state.name).to.equal('code');
    expect(await pool.outbox()).to.have.length(1);
    await login.resend(password);
    expect(await pool.outbox()).to.have.length(2);
    expect(await login.confirm(await pool.lastCode())).to.include({ name: 'signed-in' });
  });

  it('with "ask" and a wrong password leaves the first code good', async () => {
    const { pool, clock, login } = await openLogin({ resend: 'ask' });
    await login.signIn('ann', password);
    const code = await pool.lastCode();
    clock.advance(30_000);
    await failureOf(login.resend(wrongPassword));
    expect(await login.confirm(code)).to.include({ name: 'signed-in' });
  });

  const never = [
    ['with "off"', { resend: 'off' }, 'ann'],
    ['for an authenticator app', {}, 'tom'],
  ] as const;
  for (const [what, options, username] of never) {
    it(`${what} is refused`, async () => {
      const { pool, clock, login } = await openLogin(options, [ann, tom]);
      await login.signIn(username, password);
      const { length } = await pool.log();
      clock.advance(60_000);
      expect(await nameOf(login.resend(password))).to.equal('InvalidStateError');
      expect(await pool.log()).to.have.length(length);
    });
  }
});
