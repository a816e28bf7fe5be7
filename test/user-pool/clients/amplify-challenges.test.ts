/** The challenges beside codes, by aws-amplify, version 6. */
import { expect } from '@open-wc/testing';
import { Amplify } from 'aws-amplify';
import { confirmSignIn, fetchAuthSession, signIn, type SignInOutput, signOut } from 'aws-amplify/auth';
import { otherCode, password } from '../../support/pool.js';
import { openScenario, type ScenarioPool } from '../../support/scenarios.js';
import { refusal } from './scenarios.js';

Object.assign(globalThis, { LOG_LEVEL: 'NONE' });

type Flow = 'USER_PASSWORD_AUTH' | 'CUSTOM_WITHOUT_SRP' | 'CUSTOM_WITH_SRP';

async function enter(scenario: string, authFlowType: Flow = 'USER_PASSWORD_AUTH') {
  const pool = await openScenario(scenario);
  const { userPoolId, clientId, endpoint, username } = pool;
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint: endpoint } } });
  const secret = authFlowType === 'CUSTOM_WITHOUT_SRP' ? {} : { password };
  return { pool, first: await signIn({ username, ...secret, options: { authFlowType } }) };
}

const confirm = async (challengeResponse: string): Promise<SignInOutput['nextStep']> =>
  (await confirmSignIn({ challengeResponse })).nextStep;

async function expectTokens({ signInStep }: SignInOutput['nextStep'], { username }: ScenarioPool) {
  expect(signInStep).to.equal('DONE');
  expect((await fetchAuthSession()).tokens?.accessToken.payload['username']).to.equal(username);
}

describe('aws-amplify and further challenges', function () {
  this.timeout(30_000);
  afterEach(() => signOut());

  it('SELECT_MFA_TYPE', async () => {
    const { pool, first } = await enter('choose-mfa');
    expect(first.nextStep).to.deep.equal({
      ...{ signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION', allowedMFATypes: ['SMS', 'TOTP', 'EMAIL'] },
    });
    expect((await confirm('EMAIL')).signInStep).to.equal('CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
    await expectTokens(await confirm(await pool.lastCode()), pool);
  });

  it('MFA_SETUP, by authenticator app', async () => {
    const { pool, first } = await enter('set-up');
    expect(first.nextStep).to.deep.equal({
      ...{ signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION', allowedMFATypes: ['TOTP', 'EMAIL'] },
    });
    expect((await confirm('TOTP')).signInStep).to.equal('CONTINUE_SIGN_IN_WITH_TOTP_SETUP');
    const code = await pool.authenticatorCode(pool.username);
    expect(await refusal(confirm(otherCode(code)))).to.match(/^EnableSoftwareTokenMFAException/);
    await expectTokens(await confirm(code), pool);
  });

  it('MFA_SETUP, by e-mail', async () => {
    const { pool, first } = await enter('set-up-email');
    expect(first.nextStep.signInStep).to.equal('CONTINUE_SIGN_IN_WITH_EMAIL_SETUP');
    expect((await confirm('nel@example.org')).signInStep).to.equal('CONFIRM_SIGN_IN_WITH_EMAIL_CODE');
    await expectTokens(await confirm(await pool.lastCode()), pool);
  });

  it('NEW_PASSWORD_REQUIRED', async () => {
    const { pool, first } = await enter('new-password');
    const missingAttributes = ['given_name', 'family_name', 'birthdate', 'email', 'phone_number', 'custom:team'];
    const signInStep = 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED';
    expect(first.nextStep).to.deep.equal({ signInStep, missingAttributes });
    expect(await refusal(confirm('short'))).to.match(/^Invalid(Password|Parameter)Exception/);
    const userAttributes = Object.fromEntries(missingAttributes.map((name) => [name, 'something']));
    const options = { userAttributes };
    const { nextStep } = await confirmSignIn({ challengeResponse: 'Green-Meadow-42', options });
    await expectTokens(nextStep, pool);
  });

  for (const [flow, scenario] of [
    ['CUSTOM_WITHOUT_SRP', 'custom'],
    ['CUSTOM_WITH_SRP', 'custom-srp'],
  ] as const) {
    it(`CUSTOM_CHALLENGE by ${flow}`, async () => {
      const { pool, first } = await enter(scenario, flow);
      expect(first.nextStep.signInStep).to.equal('CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE');
      expect((await confirm('Paris')).signInStep).to.equal('CONFIRM_SIGN_IN_WITH_CUSTOM_CHALLENGE');
      await expectTokens(await confirm('8'), pool);
    });
  }
});
