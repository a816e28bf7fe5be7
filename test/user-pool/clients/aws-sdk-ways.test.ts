/** Devices, the choice of a first factor, passkeys and recovery, by @aws-sdk/client-cognito-identity-provider. */
import { expect } from '@open-wc/testing';
import {
  CodeMismatchException,
  CognitoIdentityProvider,
  ExpiredCodeException,
  LimitExceededException,
  ResourceNotFoundException,
  TooManyFailedAttemptsException,
  WebAuthnNotEnabledException,
} from '@aws-sdk/client-cognito-identity-provider';
import { otherCode, password } from '../../support/pool.js';
import { openScenario } from '../../support/scenarios.js';
import { newDevice, verifierOf } from '../device-client.js';

async function open(scenario: string) {
  const pool = await openScenario(scenario);
  const { endpoint, clientId: ClientId, username: USERNAME } = pool;
  const client = new CognitoIdentityProvider({ region: 'local', endpoint });
  const enter = () =>
    client.initiateAuth({
      ...{ AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters: { USERNAME, PASSWORD: password } },
    });
  return { pool, client, enter, ClientId, USERNAME };
}

const caught = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('@aws-sdk/client-cognito-identity-provider and the ways around a challenge', () => {
  it('devices', async () => {
    const { pool, client, enter, ClientId, USERNAME } = await open('device');
    const { ChallengeName, Session } = await enter();
    const ChallengeResponses = { USERNAME, SMS_MFA_CODE: await pool.lastCode() };
    const done = await client.respondToAuthChallenge({ ClientId, ChallengeName, Session, ChallengeResponses });
    const device = newDevice({ status: 200, headers: new Headers(), body: done });
    const named = { AccessToken: done.AuthenticationResult?.AccessToken, DeviceKey: device.key };
    const DeviceSecretVerifierConfig = await verifierOf(device);
    const confirmed = await client.confirmDevice({ ...named, DeviceSecretVerifierConfig, DeviceName: 'a browser' });
    expect(confirmed.UserConfirmationNecessary).to.equal(true);
    await client.updateDeviceStatus({ ...named, DeviceRememberedStatus: 'remembered' });
    const { Device } = await client.getDevice(named);
    expect(Device?.DeviceCreateDate?.getTime()).to.be.closeTo(Date.now(), 60_000);
    expect(Device?.DeviceAttributes).to.deep.include({ Name: 'device_name', Value: 'a browser' });
    expect((await client.listDevices({ AccessToken: named.AccessToken })).Devices).to.have.lengthOf(1);
    await client.forgetDevice(named);
    expect(await caught(client.getDevice(named))).to.be.instanceOf(ResourceNotFoundException);
  });

  it('the choice of a first factor', async () => {
    const { pool, client, ClientId, USERNAME } = await open('choice');
    const first = await client.initiateAuth({ AuthFlow: 'USER_AUTH', ClientId, AuthParameters: { USERNAME } });
    expect(first.AvailableChallenges).to.include.members(['PASSWORD', 'SMS_OTP', 'EMAIL_OTP']);
    const answer = (ChallengeName: 'SELECT_CHALLENGE' | 'EMAIL_OTP', Session: string | undefined, more: object) =>
      client.respondToAuthChallenge({
        ...{ ClientId, ChallengeName, Session, ChallengeResponses: { USERNAME, ...more } },
      });
    const { Session } = await answer('SELECT_CHALLENGE', first.Session, { ANSWER: 'EMAIL_OTP' });
    const last = await answer('EMAIL_OTP', Session, { EMAIL_OTP_CODE: await pool.lastCode() });
    expect(last.AuthenticationResult?.AccessToken).to.be.a('string');
  });

  it('passkeys, as far as they need no authenticator', async () => {
    const { client, enter } = await open('passkey');
    const { AccessToken } = (await enter()).AuthenticationResult ?? {};
    const { CredentialCreationOptions } = await client.startWebAuthnRegistration({ AccessToken });
    expect(CredentialCreationOptions).to.have.nested.property('rp.id', 'localhost');
    expect((await client.listWebAuthnCredentials({ AccessToken })).Credentials).to.deep.equal([]);
    const other = await open('rotation');
    const token = (await other.enter()).AuthenticationResult?.AccessToken;
    const refused = await caught(other.client.startWebAuthnRegistration({ AccessToken: token }));
    expect(refused).to.be.instanceOf(WebAuthnNotEnabledException);
  });

  it('a forgotten password', async () => {
    const { pool, client, ClientId, USERNAME: Username } = await open('forgot-password');
    const confirm = (ConfirmationCode: string) =>
      client.confirmForgotPassword({ ClientId, Username, ConfirmationCode, Password: 'Green-Meadow-9' });
    expect(await caught(confirm('123456'))).to.be.instanceOf(ExpiredCodeException);
    for (let time = 0; time < 5; time++) await client.forgotPassword({ ClientId, Username });
    expect(await caught(client.forgotPassword({ ClientId, Username }))).to.be.instanceOf(LimitExceededException);
    const wrong = otherCode(await pool.lastCode());
    for (let time = 0; time < 5; time++) expect(await caught(confirm(wrong))).to.be.instanceOf(CodeMismatchException);
    expect(await caught(confirm(wrong))).to.be.instanceOf(TooManyFailedAttemptsException);
  });

  it('a sign-up that is not confirmed', async () => {
    const { pool, client, enter, ClientId, USERNAME: Username } = await open('confirm-sign-up');
    const { CodeDeliveryDetails } = await client.resendConfirmationCode({ ClientId, Username });
    expect(CodeDeliveryDetails).to.include({ Destination: 'i***@e***', DeliveryMedium: 'EMAIL' });
    await client.confirmSignUp({ ClientId, Username, ConfirmationCode: await pool.lastCode() });
    expect((await enter()).AuthenticationResult?.AccessToken).to.be.a('string');
  });
});
