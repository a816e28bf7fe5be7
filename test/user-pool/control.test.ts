import { expect } from '@open-wc/testing';
import { ann, bob, openPool, password } from '../support/pool.js';
import { errorOf, sendSmsCode, sentences, signIn, tokensOf } from './call.js';

const host = testSettings.poolHost;
const send = (method: string, path: string, body?: unknown) =>
  fetch(host + path, { method, body: body === undefined ? null : JSON.stringify(body) });

describe('the control surface', () => {
  it('keeps pools apart', async () => {
    const [one, two] = await Promise.all([openPool({ users: [bob] }), openPool({ users: [] })]);
    expect(one.userPoolId).not.to.equal(two.userPoolId);
    expect(one.clientId).not.to.equal(two.clientId);
    await one.advance(60_000);
    expect(errorOf(await signIn(one, 'bob'))).to.equal(undefined);
    expect(errorOf(await signIn(two, 'bob'))).to.equal(sentences.incorrect);
    expect(await two.log()).to.have.lengthOf(1);
  });

  it('makes ids as the service’s model has them', async () => {
    const { userPoolId, clientId } = await openPool({ users: [] });
    expect(userPoolId)
      .to.match(/^[\w-]{1,55}$/)
      .and.match(/^[\w-]+_[0-9a-zA-Z]+$/);
    expect(clientId).to.match(/^[\w+]{1,128}$/);
  });

  it('logs what was asked and how it ended, and no secret', async () => {
    const pool = await openPool({ users: [ann] });
    await signIn(pool, 'ann', 'canary-password');
    const { body } = await signIn(pool, 'ann');
    const code = await pool.lastCode();
    const tokens = tokensOf(await sendSmsCode(pool, body.Session, code));
    const log = await pool.log();
    expect(log.map(({ at: _at, ...entry }) => entry)).to.deep.equal([
      { operation: 'InitiateAuth', status: 400, error: 'NotAuthorizedException' },
      { operation: 'InitiateAuth', status: 200 },
      { operation: 'RespondToAuthChallenge', challenge: 'SMS_MFA', status: 200 },
    ]);
    const text = JSON.stringify(log);
    for (const secret of ['canary-password', password, String(body.Session), `"${code}"`, tokens.AccessToken]) {
      expect(text).not.to.contain(secret);
    }
  });

  it('tells each message’s destination, masked and in full', async () => {
    const pool = await openPool({ users: [ann] });
    const before = Date.now();
    await signIn(pool, 'ann');
    const [message] = await pool.outbox();
    expect(message).to.include({ channel: 'sms', username: 'ann' });
    expect(message?.to).to.deep.equal({ full: '+447700900114', masked: '+********0114' });
    expect(message?.code).to.match(/^[0-9]{6}$/);
    expect(message?.text).to.contain(message?.code);
    expect(message?.text.split('\n').at(-1)).to.equal(`@${location.hostname} #${message?.code}`);
    expect(message?.at).to.be.within(before, Date.now());
  });

  it('changes a user’s password and status', async () => {
    const pool = await openPool({ users: [bob] });
    await pool.patchUser('bob', { password: 'another-one' });
    expect(errorOf(await signIn(pool, 'bob'))).to.equal(sentences.incorrect);
    expect(errorOf(await signIn(pool, 'bob', 'another-one'))).to.equal(undefined);
    await pool.patchUser('BOB@example.com', { status: 'disabled' });
    expect(errorOf(await signIn(pool, 'bob', 'another-one'))).to.equal('NotAuthorizedException: User is disabled.');
    await pool.patchUser('bob', { status: 'confirmed' });
    expect(errorOf(await signIn(pool, 'bob', 'another-one'))).to.equal(undefined);
  });

  const malformed: [string, string, unknown, number][] = [
    ['POST', '/pools', { settings: { weather: 'fine' } }, 400],
    ['POST', '/pools', { settings: { authSessionValidity: '3' } }, 400],
    ['POST', '/pools', { settings: { explicitAuthFlows: 'ALLOW_USER_SRP_AUTH' } }, 400],
    ['POST', '/pools', { users: {} }, 400],
    ['POST', '/pools', { users: [{ username: 'x' }] }, 400],
    ['POST', '/pools', { users: [{ username: 'x', password: 'p', mfa: 'sms' }] }, 400],
    ['POST', '/pools', { users: [{ username: 'x', password: 'p', mfa: 'pigeon' }] }, 400],
    ['POST', '/pools', { users: [{ username: 'x', password: 'p', mfa: 'totp', totpSecret: '1' }] }, 400],
    ['POST', '/pools', [], 400],
    ['POST', '/pools/demo/clock', { advance: 'far' }, 400],
    ['PATCH', '/pools/demo/users/nobody', {}, 404],
    ['PATCH', '/pools/demo/users/%', {}, 400],
    ['PATCH', '/pools/demo/users/bob', { status: 'asleep' }, 400],
    ['GET', '/pools/demo/authenticator?username=bob', undefined, 404],
    ['GET', '/pools/nowhere', undefined, 404],
    ['GET', '/elsewhere', undefined, 404],
    ['GET', '/pools/demo/nothing', undefined, 404],
  ];
  for (const [method, path, body, status] of malformed) {
    it(`answers ${method} ${path} ${JSON.stringify(body) ?? ''} with ${status} and a reason`, async () => {
      const response = await send(method, path, body);
      expect(response.status).to.equal(status);
      expect((await response.json()).message).to.match(/\w+ \w+/);
    });
  }
});
