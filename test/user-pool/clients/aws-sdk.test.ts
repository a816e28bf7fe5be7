/** @aws-sdk/client-cognito-identity-provider with an endpoint and no credentials. It has no SRP: USER_PASSWORD_AUTH only. */
import { expect } from '@open-wc/testing';
import {
  type ChallengeNameType,
  CognitoIdentityProvider,
  type InitiateAuthResponse,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity-provider';
import { openPool, password, type TestPool, wrongPassword } from '../../support/pool.js';
import { type Client, itSignsIn, type Progress, refusal } from './scenarios.js';

const open = ({ endpoint }: TestPool) => new CognitoIdentityProvider({ region: 'local', endpoint });

/** Where each challenge takes its code. */
const answers: Partial<Record<ChallengeNameType, string>> = {
  SMS_MFA: 'SMS_MFA_CODE',
  SOFTWARE_TOKEN_MFA: 'SOFTWARE_TOKEN_MFA_CODE',
  EMAIL_OTP: 'EMAIL_OTP_CODE',
};

const enter = (client: CognitoIdentityProvider, { clientId }: TestPool, USERNAME: string, PASSWORD: string) =>
  client.initiateAuth({
    AuthFlow: 'USER_PASSWORD_AUTH',
    ClientId: clientId,
    AuthParameters: { USERNAME, PASSWORD },
  });

function progress({ ChallengeName, ChallengeParameters, AuthenticationResult }: InitiateAuthResponse): Progress {
  if (!ChallengeName) return { accessToken: AuthenticationResult?.AccessToken ?? '' };
  const destination = ChallengeParameters?.['CODE_DELIVERY_DESTINATION'];
  return destination ? { challenge: ChallengeName, destination } : { challenge: ChallengeName };
}

function openSdk(pool: TestPool): Client {
  const client = open(pool);
  let username = '';
  let last: InitiateAuthResponse = {};
  return {
    async signIn(name, password) {
      username = name;
      last = await enter(client, pool, name, password);
      return progress(last);
    },
    async confirm(code) {
      const { ChallengeName = 'SMS_MFA', Session } = last;
      const ChallengeResponses = { USERNAME: username, [answers[ChallengeName] ?? '']: code };
      return progress(
        await client.respondToAuthChallenge({ ClientId: pool.clientId, ChallengeName, Session, ChallengeResponses }),
      );
    },
  };
}

describe('@aws-sdk/client-cognito-identity-provider', () => {
  itSignsIn(openSdk, [
    { username: 'ann', challenge: 'SMS_MFA', destination: '+********0114' },
    { username: 'tom', challenge: 'SOFTWARE_TOKEN_MFA' },
    { username: 'eve', challenge: 'EMAIL_OTP', destination: 'e***@e***' },
  ]);

  it('reads errors as its own classes, with status and request id', async () => {
    const pool = await openPool();
    const error = await enter(open(pool), pool, 'bob', wrongPassword).catch((caught: unknown) => caught);
    if (!(error instanceof NotAuthorizedException)) throw error;
    expect(error.$metadata.httpStatusCode).to.equal(400);
    expect(error.$metadata.requestId).to.match(/^[0-9a-f-]{36}$/);
  });

  it('goes the whole way of a token', async () => {
    const pool = await openPool({ settings: { refreshTokenRotation: true } });
    const client = open(pool);
    const ClientId = pool.clientId;
    const { AuthenticationResult: first } = await enter(client, pool, 'bob', password);
    const user = await client.getUser({ AccessToken: first?.AccessToken });
    expect(user.Username).to.equal('bob');
    expect(user.UserAttributes).to.deep.include({ Name: 'email', Value: 'bob@example.com' });

    const renew = (RefreshToken: string | undefined) => client.getTokensFromRefreshToken({ ClientId, RefreshToken });
    const { AuthenticationResult: second } = await renew(first?.RefreshToken);
    expect(await refusal(renew(first?.RefreshToken))).to.match(/^RefreshTokenReuseException/);
    await client.revokeToken({ ClientId, Token: second?.RefreshToken });
    expect(await refusal(client.globalSignOut({ AccessToken: second?.AccessToken }))).to.equal(
      'NotAuthorizedException: Access Token has been revoked',
    );
  });
});
