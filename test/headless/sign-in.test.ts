import { expect } from '@open-wc/testing';
import type { AuthFlow } from '../../src/headless.js';
import {
  ann,
  bob,
  dan,
  eve,
  lou,
  openPool,
  otherCode,
  password,
  type TestPool,
  tom,
  wrongPassword,
} from '../support/pool.js';
import { failureOf, loginOn, openLogin, sessionOf, until } from './open-login.js';

const newestCode = (pool: TestPool) => pool.lastCode();
const appCode = (pool: TestPool) => pool.authenticatorCode('tom');

const factors = [
  { ...ann, step: { channel: 'sms', destination: '+********0114' }, code: newestCode, messages: 1 },
  { ...tom, step: { channel: 'totp', destination: null, resend: null }, code: appCode, messages: 0 },
  { ...eve, step: { channel: 'email', destination: 'e***@e***' }, code: newestCode, messages: 1 },
] as const;

const flows: AuthFlow[] = ['srp', 'password'];

for (const authFlow of flows) {
  describe(`signing in by ${authFlow}`, () => {
    let pool: TestPool;
    let sent: number;
    before(async () => {
      pool = await openPool();
    });
    beforeEach(async () => {
      sent = (await pool.outbox()).length;
    });
    const newMessages = async () => (await pool.outbox()).length - sent;

    for (const { username, step, code, messages } of factors) {
      it(`takes ${step.channel}: a wrong code, then the right one, and ${messages} message(s)`, async () => {
        const { login } = loginOn(pool, { authFlow });
        expect(await login.signIn(username, password)).to.deep.include({ name: 'code', username, ...step });
        const right = await code(pool);
        const failure = await failureOf(login.confirm(otherCode(right)));
        expect(failure).to.include({ code: 'wrong-code', retryable: false });
        expect(login.state.name).to.equal('code');
        const done = await login.confirm(right);
        expect(done).to.include({ name: 'signed-in', username });
        expect((await sessionOf(done)).getIdToken().decodePayload()).to.include({ 'cognito:username': username });
        expect(await newMessages()).to.equal(messages);
      });
    }

    it('needs no code where the password is all that is asked', async () => {
      const { login } = loginOn(pool, { authFlow });
      const done = await login.signIn('bob', password);
      expect((await sessionOf(done)).isValid()).to.equal(true);
      expect(await newMessages()).to.equal(0);
    });

    const refusals = [
      ['a wrong password', 'bob', wrongPassword, 'invalid-credentials'],
      ['an unknown user', 'ghost', wrongPassword, 'invalid-credentials'],
      ['a disabled user', dan.username, password, 'invalid-credentials'],
      ['a locked user', lou.username, password, 'locked'],
    ] as const;
    for (const [what, username, given, code] of refusals) {
      it(`refuses ${what} with ${code}, and sends nothing`, async () => {
        const { login } = loginOn(pool, { authFlow });
        const failure = await failureOf(login.signIn(username, given));
        expect(failure.code).to.equal(code);
        expect(failure.requestId).to.be.a('string');
        expect(failure.cause === undefined).to.equal(code === 'invalid-credentials');
        expect(login.state).to.deep.include({ name: 'sign-in', username, busy: null });
        expect(await newMessages()).to.equal(0);
      });
    }
  });
}

describe('the code step', () => {
  it('can be answered later, from another handler', async () => {
    const { pool, login } = await openLogin();
    let confirmed: ReturnType<typeof login.confirm> | undefined;
    const button = document.createElement('button');
    button.onclick = async () => (confirmed = login.confirm(await pool.lastCode()));
    await login.signIn('ann', password);
    const done = until(login, ({ name }) => name === 'signed-in');
    button.click();
    await done;
    expect(await confirmed).to.include({ name: 'signed-in' });
  });

  it('takes the code out of the words around it', async () => {
    const { pool, login } = await openLogin();
    await login.signIn('ann', password);
    const [message] = await pool.outbox();
    expect(await login.confirm(message!.text)).to.include({ name: 'signed-in' });
  });

  it('is over when the pool says that the session is', async () => {
    const { pool, login } = await openLogin();
    await login.signIn('ann', password);
    await pool.advance(3 * 60_000);
    expect((await failureOf(login.confirm(await pool.lastCode()))).code).to.equal('session-expired');
    expect(login.state).to.deep.include({ name: 'sign-in', username: 'ann' });
  });

  it('is over when this side knows that the session is', async () => {
    const { clock, login } = await openLogin();
    await login.signIn('ann', password);
    clock.advance(3 * 60_000);
    expect(login.state).to.have.nested.property('error.code', 'session-expired');
    expect(clock.pending).to.equal(0);
  });
});

describe('an empty or impossible field', () => {
  it('is refused before anything is sent', async () => {
    const { pool, login } = await openLogin();
    expect((await failureOf(login.signIn('', password))).code).to.equal('username-missing');
    expect((await failureOf(login.signIn(' ', ''))).code).to.equal('username-missing');
    expect((await failureOf(login.signIn('ann', ''))).code).to.equal('password-missing');
    expect(await pool.log()).to.deep.equal([]);
  });

  it('is refused in the code step, which stays', async () => {
    const { pool, login } = await openLogin();
    await login.signIn('ann', password);
    const { length } = await pool.log();
    for (const [text, code] of [
      ['', 'code-missing'],
      ['12', 'code-format'],
      ['12', 'code-format'],
      ['abc', 'code-format'],
    ] as const) {
      expect((await failureOf(login.confirm(text))).code).to.equal(code);
    }
    expect(await pool.log()).to.have.length(length);
    expect(await login.confirm(await pool.lastCode())).to.include({ name: 'signed-in' });
  });
});

describe('a faulty configuration', () => {
  const faults = [
    [{ userPoolId: 'nonsense' }, 'user-pool-id'],
    [{ userPoolId: undefined as unknown as string }, 'user-pool-id'],
    [{ clientId: 'no client' }, 'client-id'],
    [{ clientId: 'unknown' }, 'client-unknown'],
    [{ endpoint: 'http://example.com/' }, 'endpoint'],
  ] as const;
  for (const [options, hint] of faults) {
    it(`${Object.entries(options).join()} fails with config-error, and says which setting`, async () => {
      const { login } = await openLogin(options);
      expect(await failureOf(login.signIn('bob', password))).to.include({ code: 'config-error', hint });
    });
  }
});

describe('two logins', () => {
  it('on one pool do not meet', async () => {
    const { pool, login } = await openLogin();
    const { login: other } = loginOn(pool);
    await login.signIn('ann', password);
    expect(await other.signIn(bob.username, password)).to.include({ name: 'signed-in', username: 'bob' });
    expect(login.state).to.include({ name: 'code', username: 'ann' });
  });
});
