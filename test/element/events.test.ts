import { expect } from '@open-wc/testing';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { LoginEventMap } from '../../src/index.js';
import { eventTypes, visit } from '../support/person.js';
import { ann, bob, openPool, otherCode, wrongPassword } from '../support/pool.js';

const arrive = async () =>
  visit({ pool: await openPool({ users: [ann, bob] }), set: { authFlow: 'password', storage: 'memory' } });

describe('the events', () => {
  it('tell the whole of a sign-in in order, each with what api.md names', async () => {
    const person = await arrive();
    await person.signIn('ann', wrongPassword);
    await person.hears('login-failure');
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.hears('login-code-sent');
    await person.enterCode(otherCode(await person.pool.lastCode()));
    await person.hears('login-failure', 2);
    await person.enterSentCode();
    await person.hears('login-success');
    await person.activate('Sign out');
    await person.hears('login-signed-out');

    expect(person.told.map(({ type }) => type)).to.deep.equal([
      'login-failure',
      'login-step',
      'login-code-sent',
      'login-failure',
      'login-step',
      'login-success',
      'login-step',
      'login-signed-out',
    ]);
    expect(person.heard('login-step')).to.deep.equal([
      { step: 'code', previous: 'sign-in' },
      { step: 'signed-in', previous: 'code' },
      { step: 'sign-in', previous: 'signed-in' },
    ]);
    const [refused, wrongCode] = person.heard('login-failure');
    expect(refused).to.have.all.keys('code', 'step', 'retryable', 'requestId');
    expect(wrongCode).to.have.all.keys('code', 'step', 'retryable', 'requestId', 'cause');
    expect(wrongCode!.cause).to.include({ name: 'CodeMismatchException', status: 400 });
    expect(person.heard('login-code-sent')).to.deep.equal([{ channel: 'sms', destination: '+********0114', count: 1 }]);
    expect(person.heard('login-signed-out')).to.deep.equal([{ username: 'ann', global: false }]);
    expect(await person.messages()).to.equal(1);
  });

  it('neither bubble nor leave their tree, nor can be canceled', async () => {
    const person = await arrive();
    const events: CustomEvent[] = [];
    const strays: string[] = [];
    for (const type of eventTypes) {
      person.element.addEventListener(type, (event: LoginEventMap[typeof type]) => events.push(event));
      document.body.addEventListener(type, () => strays.push(type));
    }
    await person.signIn('bob', wrongPassword);
    await person.hears('login-failure');
    await person.signIn('bob');
    await person.hears('login-success');
    person.element.signOut();
    await person.hears('login-signed-out');
    expect(events.map(({ type }) => type)).to.include.members(['login-failure', 'login-step', 'login-success']);
    for (const { type, bubbles, composed, cancelable } of events) {
      expect([bubbles, composed, cancelable], type).to.deep.equal([false, false, false]);
    }
    expect(strays).to.be.empty;
    expect(await person.messages()).to.equal(0);
  });

  it('hold no secret that JSON would carry away', async () => {
    const person = await arrive();
    await person.signIn('ann');
    await person.hears('login-code-sent');
    const code = await person.pool.lastCode();
    await person.enterSentCode();
    const { getSession } = (await person.hears('login-success')) as LoginEventMap['login-success']['detail'] & object;
    const token = (await getSession())!.getAccessToken().getJwtToken();
    const told = JSON.stringify(person.told);
    for (const secret of [ann.password, code, token]) expect(told).not.to.include(secret);
    expect(await person.messages()).to.equal(1);
  });

  it('bring a session whose tokens verify against the pool’s keys', async () => {
    const person = await arrive();
    await person.signIn('ann');
    await person.hears('login-code-sent');
    await person.enterSentCode();
    const detail = (await person.hears('login-success')) as unknown as LoginEventMap['login-success']['detail'];
    expect(detail).to.have.all.keys('username', 'getSession');
    const session = (await detail.getSession())!;
    const { pool } = person;
    const issuer = pool.endpoint + pool.userPoolId;
    const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
    const id = await jwtVerify(session.getIdToken().getJwtToken(), keys, { issuer, audience: pool.clientId });
    expect(id.payload).to.include({ token_use: 'id', 'cognito:username': 'ann' });
    const access = await jwtVerify(session.getAccessToken().getJwtToken(), keys, { issuer });
    expect(access.payload).to.include({ token_use: 'access', client_id: pool.clientId });
    expect(session.isValid()).to.equal(true);
    expect(session.getRefreshToken().getToken()).not.to.be.empty;
    expect(await person.messages()).to.equal(1);
  });
});
