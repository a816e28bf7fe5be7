import { expect } from '@open-wc/testing';
import { createLocalJWKSet, createRemoteJWKSet, jwtVerify } from 'jose';
import { ann, bob, openPool, type TestPool, wrongPassword } from '../support/pool.js';
import { call, errorOf, initiate, signIn, tokensOf } from './call.js';

const HOUR = 3_600_000;
const enter = async (pool: TestPool) => tokensOf(await signIn(pool, 'bob'));
const refresh = (pool: TestPool, REFRESH_TOKEN: string) => initiate(pool, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN });
const renew = (pool: TestPool, RefreshToken: string) => call(pool, 'GetTokensFromRefreshToken', { RefreshToken });
const getUser = (pool: TestPool, AccessToken: string) => call(pool, 'GetUser', { AccessToken });

describe('tokens', () => {
  let pool: TestPool;
  let issuer: string;
  beforeEach(async () => {
    pool = await openPool({ users: [bob, ann] });
    issuer = pool.endpoint + pool.userPoolId;
  });

  it('verify against the JWKS that lies below their issuer', async () => {
    const { AccessToken, IdToken } = await enter(pool);
    const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
    const id = await jwtVerify(IdToken, keys, { issuer, audience: pool.clientId, algorithms: ['RS256'] });
    expect(id.payload).to.include({
      token_use: 'id',
      'cognito:username': 'bob',
      email: 'bob@example.com',
      email_verified: true,
    });
    const access = await jwtVerify(AccessToken, keys, { issuer, algorithms: ['RS256'] });
    expect(access.payload).to.include({ token_use: 'access', client_id: pool.clientId, username: 'bob' });
    expect(access.payload.sub).to.equal(id.payload.sub);
    expect(access.payload['origin_jti']).to.equal(id.payload['origin_jti']);
    expect(access.payload.jti).not.to.equal(id.payload.jti);
  });

  it('do not verify once a letter is changed', async () => {
    const { AccessToken } = await enter(pool);
    const keys = createLocalJWKSet(await (await fetch(`${issuer}/.well-known/jwks.json`)).json());
    const forged = AccessToken.replace(/\.(.)/, (_, letter) => (letter === 'e' ? '.f' : '.e'));
    const outcome = await jwtVerify(forged, keys).then(
      () => 'accepted',
      () => 'refused',
    );
    expect(outcome).to.equal('refused');
    expect(errorOf(await getUser(pool, forged))).to.equal('NotAuthorizedException: Invalid Access Token');
  });

  it('follow the pool’s clock', async () => {
    await pool.advance(48 * HOUR);
    const { AccessToken } = await enter(pool);
    const { iat, exp, auth_time } = JSON.parse(atob(AccessToken.split('.')[1] ?? ''));
    expect(iat - Date.now() / 1000).to.be.within(48 * 3600 - 10, 48 * 3600 + 10);
    expect([exp - iat, auth_time]).to.deep.equal([3600, iat]);
  });

  it('tell who the user is', async () => {
    const { AccessToken } = await enter(pool);
    const { body } = await getUser(pool, AccessToken);
    expect(body).to.deep.include({ Username: 'bob' });
    const { UserAttributes } = body as { UserAttributes?: { Name: string; Value: string }[] };
    expect(UserAttributes).to.deep.include({ Name: 'email', Value: 'bob@example.com' });
    expect(UserAttributes?.find(({ Name }) => Name === 'sub')?.Value).to.match(/^[0-9a-f-]{36}$/);
  });

  it('for access expire when the client’s setting says', async () => {
    pool = await openPool({ users: [bob], settings: { accessTokenValidity: 5 } });
    const { AccessToken } = await enter(pool);
    await pool.advance(HOUR / 12 - 10_000);
    expect(errorOf(await getUser(pool, AccessToken))).to.equal(undefined);
    await pool.advance(10_000);
    expect(errorOf(await getUser(pool, AccessToken))).to.equal('NotAuthorizedException: Access Token has expired');
  });

  it('of other kinds and other pools give no access', async () => {
    const { IdToken } = await enter(pool);
    const foreign = await enter(await openPool({ users: [bob] }));
    for (const token of ['garbage', IdToken, foreign.AccessToken]) {
      expect(errorOf(await getUser(pool, token))).to.equal('NotAuthorizedException: Invalid Access Token');
    }
  });

  it('are refreshed, by either operation, with no new refresh token', async () => {
    const { RefreshToken, AccessToken } = await enter(pool);
    await pool.advance(HOUR);
    for (const answer of [await refresh(pool, RefreshToken), await renew(pool, RefreshToken)]) {
      const fresh = tokensOf(answer);
      expect(fresh.RefreshToken).to.equal('');
      expect(fresh.AccessToken).not.to.equal(AccessToken);
      expect(errorOf(await getUser(pool, fresh.AccessToken))).to.equal(undefined);
    }
  });

  it('are refreshed for 30 days', async () => {
    const { RefreshToken } = await enter(pool);
    await pool.advance(30 * 24 * HOUR - 10_000);
    expect(errorOf(await refresh(pool, RefreshToken))).to.equal(undefined);
    await pool.advance(10_000);
    expect(errorOf(await refresh(pool, RefreshToken))).to.equal('NotAuthorizedException: Refresh Token has expired');
  });

  it('are not refreshed by what is no refresh token of this pool', async () => {
    const foreign = await enter(await openPool({ users: [bob] }));
    for (const token of ['garbage', foreign.RefreshToken]) {
      expect(errorOf(await refresh(pool, token))).to.equal('NotAuthorizedException: Invalid Refresh Token');
      expect(errorOf(await renew(pool, token))).to.equal('NotAuthorizedException: Invalid Refresh Token');
    }
  });

  it('are not refreshed for a disabled user', async () => {
    const { RefreshToken } = await enter(pool);
    await pool.patchUser('bob', { status: 'disabled' });
    expect(errorOf(await refresh(pool, RefreshToken))).to.equal('NotAuthorizedException: User is disabled.');
  });

  it('rotate where the client is set so', async () => {
    pool = await openPool({ users: [bob], settings: { refreshTokenRotation: true } });
    const { RefreshToken } = await enter(pool);
    expect(errorOf(await refresh(pool, RefreshToken))).to.equal(
      'InvalidParameterException: REFRESH_TOKEN_AUTH is not enabled for the client.',
    );
    const next = tokensOf(await renew(pool, RefreshToken)).RefreshToken;
    expect(next).to.have.length.above(20).and.not.to.equal(RefreshToken);
    expect((await renew(pool, RefreshToken)).body.__type).to.equal('RefreshTokenReuseException');
    expect(errorOf(await renew(pool, next))).to.equal(undefined);
  });

  it('of one sign-in end with RevokeToken, and no other', async () => {
    const [revoked, kept] = [await enter(pool), await enter(pool)];
    expect(errorOf(await call(pool, 'RevokeToken', { Token: revoked.RefreshToken }))).to.equal(undefined);
    expect(errorOf(await refresh(pool, revoked.RefreshToken))).to.equal(
      'NotAuthorizedException: Refresh Token has been revoked',
    );
    expect(errorOf(await getUser(pool, revoked.AccessToken))).to.equal(
      'NotAuthorizedException: Access Token has been revoked',
    );
    expect(errorOf(await refresh(pool, kept.RefreshToken))).to.equal(undefined);
    expect(errorOf(await getUser(pool, kept.AccessToken))).to.equal(undefined);
  });

  it('are not revoked by an access token', async () => {
    const { AccessToken } = await enter(pool);
    const { body } = await call(pool, 'RevokeToken', { Token: AccessToken });
    expect(body.__type).to.equal('UnsupportedTokenTypeException');
  });

  it('of all the user’s sign-ins end with GlobalSignOut, and nobody else’s', async () => {
    pool = await openPool({ users: [bob, { ...bob, username: 'rob', email: 'rob@example.com' }] });
    const [one, two, others] = [await enter(pool), await enter(pool), tokensOf(await signIn(pool, 'rob'))];
    expect(errorOf(await call(pool, 'GlobalSignOut', { AccessToken: one.AccessToken }))).to.equal(undefined);
    for (const { RefreshToken } of [one, two]) {
      expect(errorOf(await refresh(pool, RefreshToken))).to.equal(
        'NotAuthorizedException: Refresh Token has been revoked',
      );
    }
    expect(errorOf(await refresh(pool, others.RefreshToken))).to.equal(undefined);
  });

  it('are not given for a wrong password', async () => {
    expect((await signIn(pool, 'bob', wrongPassword)).body).not.to.have.property('AuthenticationResult');
  });
});
