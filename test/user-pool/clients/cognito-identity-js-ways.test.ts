/** Devices, recovery and the confirmation of a sign-up, by amazon-cognito-identity-js as published. */
import { expect } from '@open-wc/testing';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
  type CognitoUserSession,
  type IAuthenticationCallback,
} from 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js';
import { otherCode, password } from '../../support/pool.js';
import { openScenario, type ScenarioPool } from '../../support/scenarios.js';
import { refusal } from './scenarios.js';

const newPassword = 'Green-Meadow-9';

const open = ({ userPoolId: UserPoolId, clientId: ClientId, endpoint, username: Username }: ScenarioPool) =>
  new CognitoUser({ Username, Pool: new CognitoUserPool({ UserPoolId, ClientId, endpoint }) });

/** How a sign-in goes on: `code` where one is asked for; otherwise whether the user is to be asked to remember the device. */
type Reached = 'code' | { asks: boolean };

const settled = (start: (callbacks: IAuthenticationCallback) => void): Promise<Reached> =>
  new Promise((resolve, reject) =>
    start({
      onSuccess: (_session: CognitoUserSession, asks?: boolean) => resolve({ asks: asks === true }),
      onFailure: reject,
      mfaRequired: () => resolve('code'),
    }),
  );

function enter(user: CognitoUser, flow: string): Promise<Reached> {
  user.setAuthenticationFlowType(flow);
  const details = new AuthenticationDetails({ Username: user.getUsername(), Password: password });
  return settled((callbacks) => user.authenticateUser(details, callbacks));
}

/** The first sign-in, with a code; the SDK confirms the device by itself. */
async function enterFirst(scenario: string) {
  const pool = await openScenario(scenario);
  const user = open(pool);
  expect(await enter(user, 'USER_PASSWORD_AUTH')).to.equal('code');
  const code = await pool.lastCode();
  return { pool, user, reached: await settled((callbacks) => user.sendMFACode(code, callbacks)) };
}

const promised = (start: (callbacks: { onSuccess(text: string): void; onFailure(error: Error): void }) => void) =>
  new Promise<string>((resolve, reject) => start({ onSuccess: resolve, onFailure: reject }));

describe('amazon-cognito-identity-js and devices', function () {
  this.timeout(60_000); // SRP in script, up to four times

  it('a device is remembered where the user says so, signs in without a code, renews, and is forgotten', async () => {
    const { pool, user, reached } = await enterFirst('device');
    expect(reached).to.deep.equal({ asks: true });
    expect(await enter(open(pool), 'USER_PASSWORD_AUTH')).to.equal('code');
    await promised((callbacks) => user.setDeviceStatusRemembered(callbacks));
    const sent = (await pool.outbox()).length;
    const again = open(pool);
    expect(await enter(again, 'USER_PASSWORD_AUTH')).to.deep.equal({ asks: false });
    expect(await pool.outbox()).to.have.lengthOf(sent);
    const token = again.getSignInUserSession()?.getRefreshToken();
    if (!token) throw new Error('There is no refresh token.');
    await new Promise<void>((resolve, reject) =>
      again.refreshSession(token, (error: Error | null) => (error ? reject(error) : resolve())),
    );
    await promised((callbacks) => again.forgetDevice(callbacks));
    expect(await enter(open(pool), 'USER_PASSWORD_AUTH')).to.equal('code');
  });

  it('a device of a pool that remembers all signs in by SRP; forgotten elsewhere, it is a new one', async () => {
    const { pool, user, reached } = await enterFirst('device-always');
    expect(reached).to.deep.equal({ asks: false });
    expect(await enter(open(pool), 'USER_SRP_AUTH')).to.deep.equal({ asks: false });
    expect((await pool.log()).at(-1)).to.include({ challenge: 'DEVICE_PASSWORD_VERIFIER', status: 200 });
    const { DeviceKey } = await new Promise<{ DeviceKey: string }>((resolve, reject) =>
      user.getDevice({
        onSuccess: (text: unknown) => resolve((text as { Device: { DeviceKey: string } }).Device),
        onFailure: reject,
      }),
    );
    // Not by forgetDevice, which would clear the keys that the SDK keeps.
    await promised((callbacks) => user.forgetSpecificDevice(DeviceKey, callbacks));
    expect(await enter(open(pool), 'USER_SRP_AUTH')).to.equal('code');
  });
});

describe('amazon-cognito-identity-js and recovery', () => {
  it('a forgotten password', async () => {
    const pool = await openScenario('forgot-password');
    const user = open(pool);
    const data = await new Promise<{ CodeDeliveryDetails?: object }>((resolve, reject) =>
      user.forgotPassword({ onSuccess: reject, onFailure: reject, inputVerificationCode: resolve }),
    );
    expect(data.CodeDeliveryDetails).to.include({ Destination: 'f***@e***', AttributeName: 'email' });
    const code = await pool.lastCode();
    const confirm = (text: string) => promised((callbacks) => user.confirmPassword(text, newPassword, callbacks));
    expect(await refusal(confirm(otherCode(code)))).to.match(/^CodeMismatchException/);
    expect(await confirm(code)).to.equal('SUCCESS');
  });

  it('a sign-up that is not confirmed', async () => {
    const pool = await openScenario('confirm-sign-up');
    const user = open(pool);
    expect(await refusal(enter(user, 'USER_PASSWORD_AUTH'))).to.match(/^UserNotConfirmedException/);
    await new Promise<void>((resolve, reject) =>
      user.resendConfirmationCode((error) => (error ? reject(error) : resolve())),
    );
    const code = await pool.lastCode();
    const confirm = (text: string) =>
      new Promise<string>((resolve, reject) =>
        user.confirmRegistration(text, true, (error: Error | null, result: string) =>
          error ? reject(error) : resolve(result),
        ),
      );
    expect(await refusal(confirm(otherCode(code)))).to.match(/^CodeMismatchException/);
    expect(await confirm(code)).to.equal('SUCCESS');
    expect(await enter(user, 'USER_PASSWORD_AUTH')).to.deep.equal({ asks: false });
  });
});
