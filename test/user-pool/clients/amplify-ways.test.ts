/** Devices, the choice of a first factor, passkeys and recovery, by aws-amplify, version 6. */
import { expect } from '@open-wc/testing';
import { Amplify } from 'aws-amplify';
import {
  associateWebAuthnCredential,
  confirmResetPassword,
  confirmSignIn,
  confirmSignUp,
  deleteWebAuthnCredential,
  fetchAuthSession,
  fetchDevices,
  forgetDevice,
  listWebAuthnCredentials,
  rememberDevice,
  resendSignUpCode,
  resetPassword,
  signIn,
  type SignInInput,
  signOut,
} from 'aws-amplify/auth';
import { addAuthenticator, removeAuthenticator } from '../../support/authenticator.js';
import { otherCode, password } from '../../support/pool.js';
import { openScenario } from '../../support/scenarios.js';
import { refusal } from './scenarios.js';

Object.assign(globalThis, { LOG_LEVEL: 'NONE' });

const newPassword = 'Green-Meadow-9';

async function open(scenario: string) {
  const pool = await openScenario(scenario);
  const { userPoolId, clientId, endpoint, username } = pool;
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint: endpoint } } });
  const enter = async (more: Omit<SignInInput, 'username'>) => (await signIn({ username, ...more })).nextStep;
  const byPassword = () => enter({ password, options: { authFlowType: 'USER_PASSWORD_AUTH' } });
  return { pool, username, enter, byPassword };
}

const answer = async (challengeResponse: string) => (await confirmSignIn({ challengeResponse })).nextStep;
const done = { signInStep: 'DONE' } as const;

describe('aws-amplify and devices', function () {
  this.timeout(30_000); // SRP in script
  afterEach(() => signOut());

  it('a device is remembered, signs in without a code, renews, and is forgotten', async () => {
    const { pool, byPassword } = await open('device');
    const again = async () => {
      await signOut();
      return (await byPassword()).signInStep;
    };
    expect((await byPassword()).signInStep).to.equal('CONFIRM_SIGN_IN_WITH_SMS_CODE');
    expect(await answer(await pool.lastCode())).to.include(done);
    await rememberDevice();
    const [device, ...others] = await fetchDevices();
    expect(others).to.deep.equal([]);
    expect(device?.createDate?.getTime()).to.be.closeTo(Date.now(), 60_000);
    expect(await again()).to.equal('DONE');
    expect(await pool.outbox()).to.have.lengthOf(1);
    expect((await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken.payload['device_key']).to.equal(
      device?.id,
    );
    await forgetDevice();
    expect(await again()).to.equal('CONFIRM_SIGN_IN_WITH_SMS_CODE');
  });
});

describe('aws-amplify and the choice of a first factor', function () {
  this.timeout(30_000); // SRP in script
  afterEach(() => signOut());
  const options = { authFlowType: 'USER_AUTH' } as const;

  it('a code by SMS, chosen; a password, chosen', async () => {
    const { pool, enter } = await open('choice');
    const asked = await enter({ options });
    expect(asked).to.deep.include({
      signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
      availableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    });
    expect((await answer('SMS_OTP')).signInStep).to.equal('CONFIRM_SIGN_IN_WITH_SMS_CODE');
    const code = await pool.lastCode();
    expect(await refusal(answer(otherCode(code)))).to.match(/^CodeMismatchException/);
    expect(await answer(code)).to.include(done);
    await signOut();
    await enter({ options });
    expect((await answer('PASSWORD')).signInStep).to.equal('CONFIRM_SIGN_IN_WITH_PASSWORD');
    expect(await answer(password)).to.include(done);
  });

  for (const preferredChallenge of ['EMAIL_OTP', 'PASSWORD', 'PASSWORD_SRP'] as const) {
    it(`${preferredChallenge}, preferred`, async () => {
      const { pool, enter } = await open('choice');
      const secret = preferredChallenge === 'EMAIL_OTP' ? {} : { password };
      const step = await enter({ ...secret, options: { ...options, preferredChallenge } });
      expect(preferredChallenge === 'EMAIL_OTP' ? await answer(await pool.lastCode()) : step).to.include(done);
    });
  }

  it('a passkey: registered, used, listed, deleted', async function () {
    if (!(await addAuthenticator())) return;
    const { enter, byPassword } = await open('passkey');
    await byPassword();
    await associateWebAuthnCredential();
    await signOut();
    const step = await enter({ options: { ...options, preferredChallenge: 'WEB_AUTHN' } });
    expect(step).to.include(done);
    const [passkey] = (await listWebAuthnCredentials()).credentials;
    expect(passkey).to.include({ relyingPartyId: 'localhost' });
    await deleteWebAuthnCredential({ credentialId: String(passkey?.credentialId) });
    expect((await listWebAuthnCredentials()).credentials).to.deep.equal([]);
    await removeAuthenticator();
  });
});

describe('aws-amplify and recovery', () => {
  afterEach(() => signOut());

  it('a forgotten password', async () => {
    const { pool, username, enter } = await open('forgot-password');
    const { nextStep } = await resetPassword({ username });
    expect(nextStep).to.deep.equal({
      resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE',
      codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'f***@e***', attributeName: 'email' },
    });
    const code = await pool.lastCode();
    const confirm = (confirmationCode: string) => confirmResetPassword({ username, newPassword, confirmationCode });
    expect(await refusal(confirm(otherCode(code)))).to.match(/^CodeMismatchException/);
    await confirm(code);
    const options = { authFlowType: 'USER_PASSWORD_AUTH' } as const;
    expect(await enter({ password: newPassword, options })).to.include(done);
  });

  it('a sign-up that is not confirmed, and a password that has to be reset', async () => {
    const { pool, username, byPassword } = await open('confirm-sign-up');
    expect((await byPassword()).signInStep).to.equal('CONFIRM_SIGN_UP');
    await resendSignUpCode({ username });
    await confirmSignUp({ username, confirmationCode: await pool.lastCode() });
    expect(await byPassword()).to.include(done);
    expect((await (await open('reset-required')).byPassword()).signInStep).to.equal('RESET_PASSWORD');
  });
});
