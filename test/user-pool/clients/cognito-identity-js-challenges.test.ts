/** The challenges beside codes, by amazon-cognito-identity-js as published. */
import { expect } from '@open-wc/testing';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type IAuthenticationCallback,
} from 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js';
import { otherCode, password } from '../../support/pool.js';
import { openScenario } from '../../support/scenarios.js';
import { refusal } from './scenarios.js';

/** How far the SDK came: the callback it called and with what; `done` for tokens. */
type Reached = readonly [callback: string, ...details: unknown[]];

const settled = (start: (callbacks: Required<IAuthenticationCallback>) => void): Promise<Reached> =>
  new Promise((resolve, reject) => {
    const ask =
      (name: string) =>
      (...details: unknown[]) =>
        resolve([name, ...details]);
    start({
      onSuccess: (session: CognitoUserSession) => resolve(['done', session.getAccessToken().payload['username']]),
      onFailure: reject,
      newPasswordRequired: ask('newPasswordRequired'),
      mfaRequired: ask('mfaRequired'),
      totpRequired: ask('totpRequired'),
      customChallenge: ask('customChallenge'),
      mfaSetup: ask('mfaSetup'),
      selectMFAType: ask('selectMFAType'),
    });
  });

async function open(scenario: string, flow = 'USER_PASSWORD_AUTH') {
  const pool = await openScenario(scenario);
  const { userPoolId: UserPoolId, clientId: ClientId, endpoint, username: Username } = pool;
  const user = new CognitoUser({ Username, Pool: new CognitoUserPool({ UserPoolId, ClientId, endpoint }) });
  user.setAuthenticationFlowType(flow);
  return { pool, user, details: new AuthenticationDetails({ Username, Password: password }) };
}

async function enter(scenario: string, flow?: string) {
  const { pool, user, details } = await open(scenario, flow);
  return { pool, user, first: await settled((callbacks) => user.authenticateUser(details, callbacks)) };
}

describe('amazon-cognito-identity-js and further challenges', function () {
  this.timeout(30_000);

  it('SELECT_MFA_TYPE', async () => {
    const { pool, user, first } = await enter('choose-mfa');
    expect(first.slice(0, 2)).to.deep.equal(['selectMFAType', 'SELECT_MFA_TYPE']);
    const [next, name] = await settled((callbacks) => user.sendMFASelectionAnswer('SMS_MFA', callbacks));
    expect([next, name]).to.deep.equal(['mfaRequired', 'SMS_MFA']);
    const code = await pool.lastCode();
    expect(await settled((callbacks) => user.sendMFACode(code, callbacks))).to.deep.equal(['done', 'sam']);
  });

  it('MFA_SETUP', async () => {
    const { pool, user, first } = await enter('set-up-totp');
    expect(first[0]).to.equal('mfaSetup');
    const secret = await new Promise<string>((resolve, reject) =>
      user.associateSoftwareToken({ associateSecretCode: resolve, onFailure: reject }),
    );
    expect(secret).to.match(/^[A-Z2-7]{52}$/);
    const code = await pool.authenticatorCode('noa');
    const verify = (text: string) => settled((callbacks) => user.verifySoftwareToken(text, 'my phone', callbacks));
    expect(await refusal(verify(otherCode(code)))).to.match(/^EnableSoftwareTokenMFAException/);
    expect(await verify(code)).to.deep.equal(['done', 'noa']);
  });

  it('NEW_PASSWORD_REQUIRED', async () => {
    const { user, first } = await enter('new-password');
    const [callback, , required] = first;
    expect([callback, required]).to.deep.equal([
      'newPasswordRequired',
      ['given_name', 'family_name', 'birthdate', 'email', 'phone_number', 'custom:team'],
    ]);
    const complete = (text: string, data: object) =>
      settled((callbacks) => user.completeNewPasswordChallenge(text, data, callbacks));
    expect(await refusal(complete('Green-Meadow-42', {}))).to.match(/given_name is missing$/);
    const data = Object.fromEntries([required].flat().map((name) => [String(name), 'something']));
    expect(await complete('Green-Meadow-42', data)).to.deep.equal(['done', 'ned']);
  });

  it('CUSTOM_CHALLENGE, after SRP', async () => {
    const { user, first } = await enter('custom-srp', 'CUSTOM_AUTH');
    const answer = (text: string) => settled((callbacks) => user.sendCustomChallengeAnswer(text, callbacks));
    expect(first[0]).to.equal('customChallenge');
    expect((await answer('Rome'))[0]).to.equal('customChallenge');
    expect((await answer('Paris'))[0]).to.equal('customChallenge');
    expect(await answer('8')).to.deep.equal(['done', 'kay']);
  });

  it('CUSTOM_CHALLENGE, without SRP', async () => {
    const { user, details } = await open('custom', 'CUSTOM_AUTH');
    expect((await settled((callbacks) => user.initiateAuth(details, callbacks)))[0]).to.equal('customChallenge');
    const answer = (text: string) => settled((callbacks) => user.sendCustomChallengeAnswer(text, callbacks));
    expect((await answer('Paris'))[0]).to.equal('customChallenge');
    expect(await answer('8')).to.deep.equal(['done', 'kim']);
  });
});
