/** amazon-cognito-identity-js as published: nothing of it is replaced or patched. */
import { expect } from '@open-wc/testing';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type IAuthenticationCallback,
} from 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js';
import { openPool, password, type TestPool } from '../../support/pool.js';
import { type Client, flows, itSignsIn, type Progress, refusal } from './scenarios.js';

type Parameters = { CODE_DELIVERY_DESTINATION?: string } | undefined;

const poolOf = ({ userPoolId, clientId, endpoint }: TestPool) =>
  new CognitoUserPool({ UserPoolId: userPoolId, ClientId: clientId, endpoint });

/** The SDK reports by callbacks: one for each challenge, one for tokens, one for errors. */
const progress = (start: (callbacks: IAuthenticationCallback) => void): Promise<Progress> =>
  new Promise((resolve, reject) => {
    const ask = (challenge: string, parameters: Parameters) => {
      const destination = parameters?.CODE_DELIVERY_DESTINATION;
      resolve(destination ? { challenge, destination } : { challenge });
    };
    start({
      onSuccess: (session) => resolve({ accessToken: session.getAccessToken().getJwtToken() }),
      onFailure: reject,
      mfaRequired: ask,
      totpRequired: ask,
    });
  });

interface SdkClient extends Client {
  user(): CognitoUser;
}

const openSdk =
  (flow: string) =>
  (pool: TestPool): SdkClient => {
    let user: CognitoUser;
    let challenge: string | undefined;
    return {
      user: () => user,
      async signIn(Username, Password) {
        user = new CognitoUser({ Username, Pool: poolOf(pool) });
        user.setAuthenticationFlowType(flow);
        const details = new AuthenticationDetails({ Username, Password });
        const reached = await progress((callbacks) => user.authenticateUser(details, callbacks));
        challenge = reached.challenge;
        return reached;
      },
      confirm: (code) => progress((callbacks) => user.sendMFACode(code, callbacks, challenge)),
    };
  };

const situations = [
  { username: 'ann', challenge: 'SMS_MFA', destination: '+********0114' },
  { username: 'tom', challenge: 'SOFTWARE_TOKEN_MFA' },
];

for (const { flow, thorough } of flows) {
  describe(`amazon-cognito-identity-js by ${flow}`, function () {
    this.timeout(30_000); // SRP in script: half a second each time, many times that on a busy machine
    itSignsIn(openSdk(flow), situations, thorough);
  });
}

describe('amazon-cognito-identity-js, once signed in', function () {
  this.timeout(30_000);

  const enter = async (pool: TestPool, flow = 'USER_PASSWORD_AUTH') => {
    const client = openSdk(flow)(pool);
    await client.signIn('BOB@example.com', password);
    return client.user();
  };
  const getSession = (user: CognitoUser | null) =>
    new Promise<CognitoUserSession>((resolve, reject) => {
      if (!user) return reject(new Error('Nobody is signed in.'));
      user.getSession((error: Error | null, session: CognitoUserSession | null) =>
        session ? resolve(session) : reject(error),
      );
    });

  it('finds the session again, under the name the pool gave', async () => {
    const pool = await openPool();
    await enter(pool, 'USER_SRP_AUTH');
    const user = poolOf(pool).getCurrentUser();
    expect(user?.getUsername()).to.equal('bob');
    expect((await getSession(user)).isValid()).to.equal(true);
  });

  it('refreshes', async () => {
    const pool = await openPool();
    const user = await enter(pool);
    const session = await getSession(user);
    await pool.advance(60_000);
    const fresh = await new Promise<CognitoUserSession>((resolve, reject) =>
      user.refreshSession(session.getRefreshToken(), (error: Error | null, next: CognitoUserSession) =>
        error ? reject(error) : resolve(next),
      ),
    );
    expect(fresh.getAccessToken().getExpiration()).to.be.above(session.getAccessToken().getExpiration());
  });

  it('reads attributes, and no more after a global sign-out', async () => {
    const pool = await openPool();
    const user = await enter(pool);
    const attributes = () =>
      new Promise<string[]>((resolve, reject) =>
        user.getUserAttributes((error, list) => (error ? reject(error) : resolve(list?.map(String) ?? []))),
      );
    expect((await attributes()).join()).to.contain('bob@example.com');
    const token = (await getSession(user)).getRefreshToken();
    await new Promise<void>((resolve, reject) => user.globalSignOut({ onSuccess: () => resolve(), onFailure: reject }));
    const refreshed = new Promise((resolve, reject) =>
      user.refreshSession(token, (error: Error | null) => (error ? reject(error) : resolve(undefined))),
    );
    expect(await refusal(refreshed)).to.equal('NotAuthorizedException: Refresh Token has been revoked');
  });

  it('revokes its tokens when signing out', async () => {
    const pool = await openPool();
    const user = await enter(pool);
    await new Promise<void>((resolve) => user.signOut(resolve));
    expect((await pool.log()).at(-1)).to.include({ operation: 'RevokeToken', status: 200 });
  });

  it('does not know EMAIL_OTP: it takes the challenge for tokens and fails', async () => {
    const pool = await openPool();
    const outcome = await refusal(openSdk('USER_PASSWORD_AUTH')(pool).signIn('eve', password));
    expect(outcome).to.match(/^TypeError/);
    expect(await pool.outbox()).to.have.lengthOf(1);
  });
});
