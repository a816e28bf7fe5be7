/** The challenges beside codes, by @aws-sdk/client-cognito-identity-provider. */
import { expect } from '@open-wc/testing';
import {
  CognitoIdentityProvider,
  EnableSoftwareTokenMFAException,
  type InitiateAuthResponse,
  InvalidPasswordException,
} from '@aws-sdk/client-cognito-identity-provider';
import { otherCode, password } from '../../support/pool.js';
import { openScenario } from '../../support/scenarios.js';

async function enter(scenario: string, AuthFlow: 'USER_PASSWORD_AUTH' | 'CUSTOM_AUTH' = 'USER_PASSWORD_AUTH') {
  const pool = await openScenario(scenario);
  const { endpoint, clientId: ClientId, username: USERNAME } = pool;
  const client = new CognitoIdentityProvider({ region: 'local', endpoint });
  const AuthParameters = AuthFlow === 'CUSTOM_AUTH' ? { USERNAME } : { USERNAME, PASSWORD: password };
  const first: InitiateAuthResponse = await client.initiateAuth({ AuthFlow, ClientId, AuthParameters });
  const answer = ({ ChallengeName, Session }: InitiateAuthResponse, answers: Record<string, string>) =>
    client.respondToAuthChallenge({
      ...{ ChallengeName, Session, ClientId, ChallengeResponses: { USERNAME, ...answers } },
    });
  return { pool, client, first, answer };
}

const caught = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  );

const names = (...answers: InitiateAuthResponse[]) => answers.map(({ ChallengeName }) => ChallengeName);

describe('@aws-sdk/client-cognito-identity-provider and further challenges', () => {
  it('SELECT_MFA_TYPE', async () => {
    const { pool, first, answer } = await enter('choose-mfa');
    const next = await answer(first, { ANSWER: 'EMAIL_OTP' });
    expect(names(first, next)).to.deep.equal(['SELECT_MFA_TYPE', 'EMAIL_OTP']);
    const last = await answer(next, { EMAIL_OTP_CODE: await pool.lastCode() });
    expect(last.AuthenticationResult?.AccessToken).to.be.a('string');
  });

  it('MFA_SETUP, by authenticator app', async () => {
    const { pool, client, first, answer } = await enter('set-up');
    const { Session } = await client.associateSoftwareToken({ Session: first.Session });
    const code = await pool.authenticatorCode('nia');
    const verify = (UserCode: string) => client.verifySoftwareToken({ Session, UserCode });
    expect(await caught(verify(otherCode(code)))).to.be.instanceOf(EnableSoftwareTokenMFAException);
    const { Status, Session: verified } = await verify(code);
    expect([...names(first), Status]).to.deep.equal(['MFA_SETUP', 'SUCCESS']);
    const last = await answer({ ...first, Session: verified }, {});
    expect(last.AuthenticationResult?.AccessToken).to.be.a('string');
  });

  it('MFA_SETUP, by e-mail', async () => {
    const { pool, first, answer } = await enter('set-up');
    const next = await answer(first, { EMAIL: 'nia@example.org' });
    expect(names(first, next)).to.deep.equal(['MFA_SETUP', 'EMAIL_OTP']);
    const last = await answer(next, { EMAIL_OTP_CODE: await pool.lastCode() });
    expect(last.AuthenticationResult?.AccessToken).to.be.a('string');
  });

  it('NEW_PASSWORD_REQUIRED, and what follows it', async () => {
    const { pool, first, answer } = await enter('new-password-then-email-code');
    expect(await caught(answer(first, { NEW_PASSWORD: 'x' }))).to.be.instanceOf(InvalidPasswordException);
    const next = await answer(first, { NEW_PASSWORD: 'Green-Meadow-42' });
    expect(names(first, next)).to.deep.equal(['NEW_PASSWORD_REQUIRED', 'EMAIL_OTP']);
    const last = await answer(next, { EMAIL_OTP_CODE: await pool.lastCode() });
    expect(last.AuthenticationResult?.AccessToken).to.be.a('string');
  });

  it('CUSTOM_CHALLENGE', async () => {
    const { first, answer } = await enter('custom', 'CUSTOM_AUTH');
    const second = await answer(first, { ANSWER: 'Paris' });
    expect(names(first, second)).to.deep.equal(['CUSTOM_CHALLENGE', 'CUSTOM_CHALLENGE']);
    const last = await answer(second, { ANSWER: '8' });
    expect(last.AuthenticationResult?.AccessToken).to.be.a('string');
  });

  it('a name that its types do not have comes through as it is', async () => {
    const { first, answer } = await enter('unknown-challenge');
    expect(names(first)).to.deep.equal(['RETINA_SCAN']);
    expect((await answer(first, { ANSWER: 'blink' })).AuthenticationResult?.AccessToken).to.be.a('string');
  });
});
