/** Remembered devices, by hand. */
import { expect } from '@open-wc/testing';
import type { PoolSettings } from '../../demo/user-pool/settings.js';
import { claimsOf } from '../support/claims-of.js';
import { ann, bob, openPool, otherCode, password, type TestPool } from '../support/pool.js';
import { type Answer, answerTo, call, errorOf, initiate, sentences, signIn, tokensOf } from './call.js';
import { confirmDevice, type KeptDevice, newDevice, proveDevice } from './device-client.js';
import { beginSrp } from './srp-client.js';

const gone = 'ResourceNotFoundException: Device does not exist.';
const unrefreshable = 'NotAuthorizedException: Invalid Refresh Token';

const open = (settings: Partial<PoolSettings>) => openPool({ settings, users: [ann, bob] });

/** The whole sign-in of a user with a code by SMS. */
async function withCode(pool: TestPool): Promise<Answer> {
  const asked = await signIn(pool, 'ann');
  return answerTo(pool, 'ann', asked, { SMS_MFA_CODE: await pool.lastCode() });
}

const withDevice = (pool: TestPool, { key }: KeptDevice, USERNAME = 'ann') =>
  initiate(pool, 'USER_PASSWORD_AUTH', { USERNAME, PASSWORD: password, DEVICE_KEY: key });

const remember = (pool: TestPool, AccessToken: string, { key }: KeptDevice, status = 'remembered') =>
  call(pool, 'UpdateDeviceStatus', { AccessToken, DeviceKey: key, DeviceRememberedStatus: status });

describe('a pool that remembers every device', () => {
  let pool: TestPool;
  let first: Answer;
  let device: KeptDevice;
  let AccessToken: string;

  before(async () => {
    pool = await open({ deviceTracking: 'always' });
    first = await withCode(pool);
    const { confirmed, ...kept } = await confirmDevice(pool, first);
    ({ device, AccessToken } = kept);
    expect(confirmed.body).to.deep.equal({ UserConfirmationNecessary: false });
  });

  it('names a new device, also in the access token', () => {
    expect(device.key).to.match(/^[\w-]+_[0-9a-f-]+$/);
    expect(claimsOf(AccessToken)).to.include({ device_key: device.key });
  });

  it('lets it prove itself in place of the code, and sends none', async () => {
    const sent = (await pool.outbox()).length;
    const asked = await withDevice(pool, device);
    expect(asked.body).to.deep.include({ ChallengeName: 'DEVICE_SRP_AUTH', ChallengeParameters: {} });
    const { body } = await proveDevice(pool, 'ann', asked, device);
    expect(body.AuthenticationResult).to.include.keys('AccessToken', 'RefreshToken');
    expect(body.AuthenticationResult).not.to.have.property('NewDeviceMetadata');
    expect(await pool.outbox()).to.have.lengthOf(sent);
  });

  it('takes the name of the device in the answer to PASSWORD_VERIFIER too', async () => {
    const { answer } = await beginSrp(pool, { username: 'ann' });
    const asked = await answer({ DEVICE_KEY: device.key });
    expect(asked.body.ChallengeName).to.equal('DEVICE_SRP_AUTH');
    expect((await proveDevice(pool, 'ann', asked, device)).status).to.equal(200);
  });

  it('refuses another secret, and the session after that', async () => {
    const asked = await withDevice(pool, device);
    expect(errorOf(await proveDevice(pool, 'ann', asked, { ...device, secret: 'another' }))).to.equal(
      sentences.incorrect,
    );
    expect(errorOf(await proveDevice(pool, 'ann', asked, device))).to.equal(sentences.spent);
  });

  it('refuses keys that are not the user’s, without using up the handshake', async () => {
    const other = { ...device, key: device.key.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) };
    expect(errorOf(await withDevice(pool, other))).to.equal(gone);
    expect(errorOf(await withDevice(pool, device, 'bob'))).to.equal(gone);
    const { answer } = await beginSrp(pool, { username: 'ann' });
    expect(errorOf(await answer({ DEVICE_KEY: other.key }))).to.equal(gone);
    expect((await answer()).body.ChallengeName).to.equal('SMS_MFA');
  });

  it('renews tokens for the device only, and only once it is confirmed', async () => {
    const renew = (tokens: { RefreshToken: string }, key?: string) =>
      initiate(pool, 'REFRESH_TOKEN_AUTH', {
        REFRESH_TOKEN: tokens.RefreshToken,
        ...(key === undefined ? {} : { DEVICE_KEY: key }),
      });
    expect(errorOf(await renew(tokensOf(first), device.key))).to.equal(undefined);
    expect(errorOf(await renew(tokensOf(first)))).to.equal(unrefreshable);
    const unconfirmed = await withCode(pool);
    expect(errorOf(await renew(tokensOf(unconfirmed), newDevice(unconfirmed).key))).to.equal(unrefreshable);
    const direct = { RefreshToken: tokensOf(first).RefreshToken };
    expect(errorOf(await call(pool, 'GetTokensFromRefreshToken', direct))).to.equal(unrefreshable);
    const named = { ...direct, DeviceKey: device.key };
    expect(errorOf(await call(pool, 'GetTokensFromRefreshToken', named))).to.equal(undefined);
  });

  it('shows devices to their owner only, confirms each once, and forgets them', async () => {
    const of = (token: string) => ({ AccessToken: token, DeviceKey: device.key });
    const { body } = await call(pool, 'GetDevice', of(AccessToken));
    expect(body).to.have.nested.property('Device.DeviceKey', device.key);
    expect((await call(pool, 'ListDevices', { AccessToken })).body)
      .to.have.property('Devices')
      .with.lengthOf(1);
    expect(errorOf((await confirmDevice(pool, first)).confirmed)).to.equal(gone);
    const stranger = tokensOf(await signIn(pool, 'bob')).AccessToken;
    for (const operation of ['GetDevice', 'ForgetDevice', 'UpdateDeviceStatus']) {
      expect(errorOf(await call(pool, operation, of(stranger)))).to.equal(gone);
    }
    expect(errorOf(await call(pool, 'ForgetDevice', of(AccessToken)))).to.equal(undefined);
    expect(errorOf(await withDevice(pool, device))).to.equal(gone);
  });
});

describe('a pool that remembers a device where the user says so', () => {
  it('asks for the code until then, and again once the user says no', async () => {
    const pool = await open({ deviceTracking: 'opt-in' });
    const { device, AccessToken, confirmed } = await confirmDevice(pool, await withCode(pool));
    expect(confirmed.body).to.deep.equal({ UserConfirmationNecessary: true });
    expect((await withDevice(pool, device)).body.ChallengeName).to.equal('SMS_MFA');
    await remember(pool, AccessToken, device);
    expect((await withDevice(pool, device)).body.ChallengeName).to.equal('DEVICE_SRP_AUTH');
    await remember(pool, AccessToken, device, 'not_remembered');
    const asked = await withDevice(pool, device);
    const { body } = await answerTo(pool, 'ann', asked, { SMS_MFA_CODE: await pool.lastCode() });
    expect(body.AuthenticationResult).not.to.have.property('NewDeviceMetadata');
    expect(errorOf(await remember(pool, AccessToken, device, 'perhaps'))).to.match(/deviceRememberedStatus/);
  });

  it('treats a device that was forgotten within a sign-in as a new one', async () => {
    const pool = await open({ deviceTracking: 'opt-in' });
    const { device, AccessToken } = await confirmDevice(pool, await withCode(pool));
    const asked = await withDevice(pool, device);
    await call(pool, 'ForgetDevice', { AccessToken, DeviceKey: device.key });
    const done = await answerTo(pool, 'ann', asked, { SMS_MFA_CODE: await pool.lastCode() });
    expect(newDevice(done).key).not.to.equal(device.key);
  });
});

describe('other settings of devices', () => {
  it('a device proves itself after the code where it does not replace it', async () => {
    const pool = await open({ deviceTracking: 'always', challengeRequiredOnNewDevice: false });
    const { device } = await confirmDevice(pool, await withCode(pool));
    const asked = await withDevice(pool, device);
    const code = await pool.lastCode();
    const wrong = await answerTo(pool, 'ann', asked, { SMS_MFA_CODE: otherCode(code) });
    expect(errorOf(wrong)).to.equal(sentences.wrongCode);
    const next = await answerTo(pool, 'ann', asked, { SMS_MFA_CODE: code });
    expect(next.body.ChallengeName).to.equal('DEVICE_SRP_AUTH');
    expect((await proveDevice(pool, 'ann', next, device)).status).to.equal(200);
  });

  it('no device is named, nor looked at, where the pool tracks none', async () => {
    const pool = await open({});
    const { body } = await initiate(pool, 'USER_PASSWORD_AUTH', {
      ...{ USERNAME: 'bob', PASSWORD: password, DEVICE_KEY: 'local_0' },
    });
    expect(body.AuthenticationResult).not.to.have.property('NewDeviceMetadata');
  });

  it('ConfirmDevice needs a verifier', async () => {
    const pool = await open({ deviceTracking: 'always' });
    const signedIn = await signIn(pool, 'bob');
    const request = { AccessToken: tokensOf(signedIn).AccessToken, DeviceKey: newDevice(signedIn).key };
    const confirm = (config?: object) =>
      call(pool, 'ConfirmDevice', { ...request, DeviceSecretVerifierConfig: config });
    expect(errorOf(await confirm())).to.equal('InvalidParameterException: Missing required parameter Salt');
    expect(errorOf(await confirm({ Salt: '?', PasswordVerifier: '?' }))).to.match(/^InvalidParameterException/);
  });
});
