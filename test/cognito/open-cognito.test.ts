import { expect } from '@open-wc/testing';
import { CognitoUserPool, type CognitoUserSession } from 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js';
import type { CognitoOptions } from '../../src/cognito/config.js';
import { openCognito } from '../../src/cognito/open-cognito.js';
import { memoryStorage } from '../../src/cognito/storage.js';
import { systemClock } from '../../src/controller/system-clock.js';
import {
  ann,
  bob,
  dan,
  eve,
  lou,
  openPool,
  otherCode,
  password,
  tom,
  type TestPool,
  wrongPassword,
} from '../support/pool.js';
import { codeAnswer, errorOf, never, wordOf } from './open-scripted.js';

const minute = 60_000;

async function open(options: Partial<CognitoOptions> = {}, settings: Parameters<typeof openPool>[0] = {}) {
  const pool = await openPool(settings);
  const warnings: string[] = [];
  const { userPoolId, clientId, endpoint } = pool;
  const given = { userPoolId, clientId, endpoint, clock: systemClock, storage: memoryStorage() };
  const reopen = () => openCognito({ ...given, warn: (message) => void warnings.push(message), ...options });
  const port = reopen();
  const signIn = (username: string, typed = password) => port.signIn({ username, password: typed }, never);
  return { pool, port, reopen, signIn, confirm: (digits: string) => port.answer(codeAnswer(digits), never), warnings };
}

/** What the pool was asked, in order. */
const requests = async (pool: TestPool) => (await pool.log()).map(({ operation, challenge }) => challenge ?? operation);

const newestCode = (pool: TestPool, username: string) =>
  username === tom.username ? pool.authenticatorCode(username) : pool.lastCode();

const people = [
  { user: ann, channel: 'sms', destination: '+********0114', challenge: 'SMS_MFA', messages: 1 },
  { user: tom, channel: 'totp', destination: null, challenge: 'SOFTWARE_TOKEN_MFA', messages: 0 },
  { user: eve, channel: 'email', destination: 'e***@e***', challenge: 'EMAIL_OTP', messages: 1 },
] as const;
const firstRequests = { srp: ['InitiateAuth', 'PASSWORD_VERIFIER'], password: ['InitiateAuth'] };
const flows = ['srp', 'password'] as const;

for (const authFlow of flows)
  describe(`a sign-in by ${authFlow} at the pool`, () => {
    for (const { user, channel, destination, challenge, messages } of people)
      it(`with a code by ${channel} takes ${firstRequests[authFlow].length + 1} requests and ${messages} messages`, async () => {
        const { pool, port, signIn, confirm } = await open({ authFlow });
        const needed = { kind: 'code-needed', channel, destination, again: 'password', alternatives: false };
        expect(await signIn(user.username)).to.deep.equal(needed);
        expect(await confirm(await newestCode(pool, user.username))).to.deep.equal({ kind: 'signed-in', offers: [] });
        const session = await port.getSession();
        expect(session?.getIdToken().decodePayload()['cognito:username']).to.equal(user.username);
        expect(await requests(pool)).to.deep.equal([...firstRequests[authFlow], challenge]);
        expect(await pool.outbox()).to.have.lengthOf(messages);
      });

    it('without a second factor is over after the password', async () => {
      const { pool, signIn } = await open({ authFlow });
      expect(await signIn(bob.username)).to.deep.equal({ kind: 'signed-in', offers: [] });
      expect(await requests(pool)).to.deep.equal(firstRequests[authFlow]);
      expect(await pool.outbox()).to.have.lengthOf(0);
    });

    it('does not tell a wrong password from an unknown or a disabled user', async () => {
      const { pool, signIn } = await open({ authFlow });
      const outcomes = [await signIn(ann.username, wrongPassword), await signIn('nobody'), await signIn(dan.username)];
      for (const outcome of outcomes) {
        const { requestId, ...error } = errorOf(outcome);
        expect(requestId).to.be.a('string');
        expect(error).to.deep.equal({ code: 'invalid-credentials', retryable: false });
      }
      expect(await pool.outbox()).to.have.lengthOf(0);
    });

    it('of a locked user says so', async () => {
      const { signIn } = await open({ authFlow });
      expect(wordOf(await signIn(lou.username))).to.equal('locked');
    });

    it('succeeds after a wrong password', async () => {
      const { signIn } = await open({ authFlow });
      await signIn(bob.username, wrongPassword);
      expect(wordOf(await signIn(bob.username))).to.equal('signed-in');
    });

    it('that the client does not allow names the setting', async () => {
      const { signIn } = await open({ authFlow }, { settings: { explicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] } });
      expect(errorOf(await signIn(bob.username))).to.include({ code: 'config-error', hint: 'flow-disabled' });
    });

    it('of a client with a secret names the setting', async () => {
      const { signIn } = await open({ authFlow }, { settings: { clientSecret: true } });
      expect(errorOf(await signIn(bob.username))).to.include({ code: 'config-error', hint: 'client-secret' });
    });
  });

describe('a code at the pool', () => {
  for (const { user, messages } of people)
    it(`of ${user.username} may be wrong once, and sends no further message`, async () => {
      const { pool, signIn, confirm } = await open({ authFlow: 'password' });
      await signIn(user.username);
      const code = await newestCode(pool, user.username);
      expect(wordOf(await confirm(otherCode(code)))).to.equal('wrong-code');
      expect(wordOf(await confirm(code))).to.equal('signed-in');
      expect(await pool.outbox()).to.have.lengthOf(messages);
    });

  it('comes too late after three minutes', async () => {
    const { pool, signIn, confirm } = await open({ authFlow: 'password' });
    await signIn(ann.username);
    await pool.advance(3 * minute);
    expect(wordOf(await confirm(await pool.lastCode()))).to.equal('session-expired');
  });

  it('whose session was used elsewhere finds it spent', async () => {
    const { pool, signIn, confirm } = await open({ authFlow: 'password', fetch: twice });
    await signIn(ann.username);
    expect(wordOf(await confirm(await pool.lastCode()))).to.equal('session-spent');
  });

  it('that is wrong five times locks', async () => {
    const { pool, signIn, confirm } = await open({ authFlow: 'password' });
    await signIn(ann.username);
    const wrong = otherCode(await pool.lastCode());
    for (let time = 0; time < 5; time++) expect(wordOf(await confirm(wrong))).to.equal('wrong-code');
    expect(wordOf(await confirm(wrong))).to.equal('locked');
  });
});

/** Sends a code twice, as two tabs might, and gives the second answer. */
const twice: typeof fetch = async (input, init) => {
  if (String(init?.body).includes('SMS_MFA_CODE')) await fetch(input, init);
  return fetch(input, init);
};

describe('a session at the pool', () => {
  // Tokens that are born expired: each look at them is one refresh.
  const settings = { accessTokenValidity: 0 };

  it('is there for whoever opens the storage next', async () => {
    const { pool, signIn, reopen } = await open({ authFlow: 'password' });
    await signIn(bob.username);
    const session = await reopen().getSession();
    expect(session?.getAccessToken().decodePayload().username).to.equal(bob.username);
    expect(await requests(pool)).to.deep.equal(['InitiateAuth']);
  });

  it('is refreshed once, however many ask at once', async () => {
    const { pool, port, signIn } = await open({ authFlow: 'password' }, { settings });
    await signIn(bob.username);
    const sessions = await Promise.all([port.getSession(), port.getSession(), port.getSession()]);
    expect(new Set(sessions).size).to.equal(1);
    expect(sessions[0]?.getIdToken().getJwtToken()).to.be.a('string');
    expect(await requests(pool)).to.deep.equal(['InitiateAuth', 'GetTokensFromRefreshToken']);
  });

  it('is refreshed with one request also by a client that rotates refresh tokens, each of which serves once', async () => {
    const rotating = { settings: { ...settings, refreshTokenRotation: true } };
    const { pool, port, signIn } = await open({ authFlow: 'password' }, rotating);
    await signIn(bob.username);
    const first = (await port.getSession())?.getRefreshToken().getToken();
    const second = (await port.getSession())?.getRefreshToken().getToken();
    expect([first, second]).to.satisfy((tokens: unknown[]) => tokens.every(Boolean) && new Set(tokens).size === 2);
    const refresh = 'GetTokensFromRefreshToken';
    expect(await requests(pool)).to.deep.equal(['InitiateAuth', refresh, refresh]);
  });

  it('is over when the refresh token is', async () => {
    const { pool, port, signIn } = await open({ authFlow: 'password' }, { settings });
    await signIn(bob.username);
    await pool.advance(31 * 24 * 60 * minute);
    expect(await port.getSession()).to.equal(null);
    expect(await port.getSession()).to.equal(null);
    expect(await requests(pool)).to.have.lengthOf(2);
  });

  it('is found by an app that uses the SDK', async () => {
    const { pool, port, signIn, confirm } = await open({ storage: 'local' });
    await signIn(ann.username);
    await confirm(await pool.lastCode());
    const { userPoolId: UserPoolId, clientId: ClientId, endpoint } = pool;
    const user = new CognitoUserPool({ UserPoolId, ClientId, endpoint }).getCurrentUser();
    const session = await new Promise<CognitoUserSession | null>((resolve) =>
      user?.getSession((_: Error | null, found: CognitoUserSession | null) => resolve(found)),
    );
    expect(session?.isValid()).to.equal(true);
    expect(user?.getUsername()).to.equal('ann');
    await port.signOut(false, never);
    expect(new CognitoUserPool({ UserPoolId, ClientId, endpoint }).getCurrentUser()).to.equal(null);
  });
});

describe('signing out at the pool', () => {
  for (const [global, operation] of [
    [false, 'RevokeToken'],
    [true, 'GlobalSignOut'],
  ] as const)
    it(`${global ? 'everywhere' : 'here'} takes one request, and the refresh token is worth nothing any more`, async () => {
      const { pool, port, signIn, warnings } = await open({ authFlow: 'password' });
      await signIn(bob.username);
      const token = (await port.getSession())?.getRefreshToken().getToken();
      expect(await port.signOut(global, never)).to.deep.equal({ kind: 'signed-out', global });
      expect(await port.getSession()).to.equal(null);
      expect(await requests(pool)).to.deep.equal(['InitiateAuth', operation]);
      expect(warnings).to.deep.equal([]);
      const answer = await fetch(pool.endpoint, refreshRequest(pool.clientId, token));
      expect((await answer.json()).message).to.equal('Refresh Token has been revoked');
    });

  it('works offline: the tokens are gone here', async () => {
    let online = true;
    const flaky: typeof fetch = (...request) => (online ? fetch(...request) : Promise.reject(new TypeError('Offline')));
    const { port, signIn, warnings } = await open({ authFlow: 'password', fetch: flaky });
    await signIn(bob.username);
    online = false;
    expect(await port.signOut(true, never)).to.deep.equal({ kind: 'signed-out', global: false });
    expect(await port.getSession()).to.equal(null);
    expect(warnings).to.deep.equal(['The service did not end the session: Offline.']);
  });

  it('is nothing where nobody is signed in', async () => {
    const { pool, port } = await open();
    expect(await port.signOut(true, never)).to.deep.equal({ kind: 'signed-out', global: false });
    expect(await requests(pool)).to.deep.equal([]);
  });
});

const refreshRequest = (ClientId: string, REFRESH_TOKEN: string | undefined): RequestInit => ({
  method: 'POST',
  headers: {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
  },
  body: JSON.stringify({ AuthFlow: 'REFRESH_TOKEN_AUTH', ClientId, AuthParameters: { REFRESH_TOKEN } }),
});
