/** Remembered devices, with a service that answers what it is told to. That the proof is right stands in device-sdk.test.ts. */
import { expect } from '@open-wc/testing';
import { challenge, handshake, refusal, type Reply, tokens } from '../support/scripted-service.js';
import { code, devices, type DeviceParams, open } from './open-device.js';
import { keyPrefix, never, rejection, storedSession, wordOf } from './open-scripted.js';

const device = (user: string) => ({
  [`${keyPrefix}.${user}.deviceKey`]: 'key-0',
  [`${keyPrefix}.${user}.randomPasswordKey`]: 'device-secret',
  [`${keyPrefix}.${user}.deviceGroupKey`]: 'group-0',
});
const noDevice = () => refusal('ResourceNotFoundException', 'Device does not exist.');
const deviceChallenge = () => challenge('DEVICE_SRP_AUTH', {}, 'session-of-the-device');
const verifier = () =>
  JSON.stringify({
    ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
    ChallengeParameters: { SRP_B: 'abcdef0123456789', SALT: '7', SECRET_BLOCK: 'c2VjcmV0', DEVICE_KEY: 'key-0' },
    Session: 'session-of-the-proof',
  });

describe('a device that is remembered', () => {
  it('is named at each step, and without its password or its group at none', async () => {
    const script = () => [challenge('SMS_MFA'), tokens()];
    const whole = open(script(), device('ann'));
    const parts = ['randomPasswordKey', 'deviceGroupKey'].map((missing) => {
      const { [`${keyPrefix}.ann.${missing}`]: _, ...part } = device('ann');
      return open(script(), part);
    });
    for (const { signIn, port } of [whole, ...parts]) {
      await signIn();
      await port.answer(code, never);
    }
    const keysOf = ({ service }: typeof whole) =>
      service.sent.map(({ params }) => (params.AuthParameters ?? params.ChallengeResponses)!.DEVICE_KEY);
    expect([whole, ...parts].map(keysOf)).to.deep.equal([
      ['key-0', 'key-0'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('of the user whom SRP found is named with the proof', async () => {
    const { signIn, service } = open([handshake(), tokens()], device('ann-id'), { authFlow: 'srp' });
    await signIn();
    expect(service.sent.map(({ params }) => JSON.stringify(params).includes('key-0'))).to.deep.equal([false, true]);
  });

  it('proves itself in the same call, each answer with its own Session', async () => {
    const script = [challenge('SMS_MFA', {}, 'first'), deviceChallenge(), verifier(), tokens()];
    const clientMetadata = { app: 'shop' };
    const { port, signIn, service } = open(script, device('ann'), { clientMetadata });
    await signIn();
    expect(wordOf(await port.answer(code, never))).to.equal('signed-in');
    expect(service.sent.slice(1).map(({ params }) => [params.ChallengeName, params.Session])).to.deep.equal([
      ['SMS_MFA', 'first'],
      ['DEVICE_SRP_AUTH', 'session-of-the-device'],
      ['DEVICE_PASSWORD_VERIFIER', 'session-of-the-proof'],
    ]);
    for (const { params } of service.sent) expect(params.ClientMetadata).to.deep.equal(clientMetadata);
    expect(service.sent.map(({ init }) => String(init.body)).join()).not.to.contain('device-secret');
  });

  for (const authFlow of ['password', 'srp', 'custom', 'choice'] as const)
    it(`proves itself right after the beginning with what the page hands to the triggers (${authFlow})`, async () => {
      const srp = authFlow === 'srp';
      const script = [...(srp ? [handshake()] : []), deviceChallenge(), verifier(), tokens()];
      const clientMetadata = { app: 'shop' };
      const { port, service } = open(script, device(srp ? 'ann-id' : 'ann'), { authFlow, clientMetadata });
      const password = authFlow === 'choice' ? null : 'Blue-Lagoon-7';
      expect(wordOf(await port.signIn({ username: 'ann', password }, never))).to.equal('signed-in');
      expect(service.sent.map(({ params }) => params.ClientMetadata)).to.deep.equal(script.map(() => clientMetadata));
    });

  it('that cannot prove itself now leaves a code to go with its own Session', async () => {
    const script = [challenge('SMS_MFA', {}, 'first'), deviceChallenge(), new TypeError('Failed to fetch'), tokens()];
    const { port, signIn, service } = open(script, device('ann'));
    await signIn();
    expect(wordOf(await port.answer(code, never))).to.equal('offline');
    await port.answer(code, never);
    expect(service.sent[3]!.params).to.include({ ChallengeName: 'SMS_MFA', Session: 'first' });
  });

  it('may be followed by one more question', async () => {
    const script = [deviceChallenge(), verifier(), challenge('SMS_MFA', {}, 'last'), tokens()];
    const { port, signIn, service } = open(script, device('ann'));
    expect(wordOf(await signIn())).to.equal('code-needed');
    expect(wordOf(await port.answer(code, never))).to.equal('signed-in');
    expect(service.sent.at(-1)!.params.Session).to.equal('last');
  });

  it('is asked for once: a pool that asks without end is no loop', async () => {
    const { signIn, service } = open([deviceChallenge(), verifier(), deviceChallenge()], device('ann'));
    expect(wordOf(await signIn())).to.equal('challenge-asked');
    expect(service.sent).to.have.lengthOf(3);
  });
});

describe('a device that the pool has forgotten', () => {
  for (const authFlow of ['password', 'srp'] as const)
    it(`is dropped once, and the sign-in goes on without it (${authFlow})`, async () => {
      const srp = authFlow === 'srp';
      const script = [...(srp ? [handshake()] : []), noDevice(), challenge('SMS_MFA'), tokens()];
      const { port, signIn, service, content } = open(script, device(srp ? 'ann-id' : 'ann'), { authFlow });
      expect(wordOf(await signIn())).to.equal('code-needed');
      const [named, again] = service.sent.slice(-2).map(({ params }) => JSON.stringify(params));
      expect(again).to.equal(named!.replace(',"DEVICE_KEY":"key-0"', ''));
      expect(content()).to.deep.equal({});
      expect(wordOf(await port.answer(code, never))).to.equal('signed-in');
      expect(service.sent.at(-1)!.params.ChallengeResponses).not.to.have.property('DEVICE_KEY');
    });

  it('is asked about no second time where the service insists', async () => {
    const { signIn, service } = open([noDevice(), noDevice(), tokens()], device('ann'));
    expect(wordOf(await signIn())).to.equal('config-error');
    expect(service.sent).to.have.lengthOf(2);
  });

  const refusals: [name: string, replies: () => Reply[]][] = [
    ['at its first answer', () => [deviceChallenge(), noDevice()]],
    [
      'at its proof',
      () => [deviceChallenge(), verifier(), refusal('NotAuthorizedException', 'Incorrect username or password.')],
    ],
  ];
  for (const [name, replies] of refusals) {
    it(`${name} is dropped, and the sign-in begins again without it`, async () => {
      const { signIn, service, content } = open([...replies(), challenge('SMS_MFA')], device('ann'));
      expect(wordOf(await signIn())).to.equal('code-needed');
      expect(service.sent.at(-1)!.params.AuthParameters).not.to.have.property('DEVICE_KEY');
      expect(content()).to.deep.equal({});
    });

    it(`${name}, after a code, ends the attempt: a second code is not sent unasked`, async () => {
      const script = [challenge('SMS_MFA'), ...replies(), challenge('SMS_MFA')];
      const { port, signIn, service, content } = open(script, device('ann'));
      await signIn();
      expect(wordOf(await port.answer(code, never))).to.equal('session-expired');
      expect([service.sent.length, content()]).to.deep.equal([script.length - 1, {}]);
    });
  }

  it('is not what a clock means that is off: the device is kept, and the proof passes once the clock is right', async () => {
    const incorrect = (serverTime: number) =>
      refusal('NotAuthorizedException', 'Incorrect username or password.', 400, {
        date: new Date(serverTime).toUTCString(),
      });
    const now = Date.UTC(2026, 0, 1);
    const script = [deviceChallenge(), verifier(), incorrect(now + 600_000), deviceChallenge(), verifier(), tokens()];
    const { signIn, content } = open(script, device('ann'));
    expect(await signIn()).to.deep.equal({
      kind: 'failed',
      error: { code: 'clock-skew', retryable: false, minutes: 10 },
    });
    expect(content()).to.deep.equal(device('ann'));
    expect(wordOf(await signIn())).to.equal('signed-in');
    const timely = open([deviceChallenge(), verifier(), incorrect(now + 180_000), tokens()], device('ann'));
    expect(wordOf(await timely.signIn())).to.equal('signed-in');
    expect(timely.service.sent.at(-1)!.params.AuthParameters).not.to.have.property('DEVICE_KEY');
  });

  it('is not what a session that ended, or a network that is down, means', async () => {
    const ended = refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.');
    for (const reply of [ended, new TypeError('Failed to fetch')]) {
      const { signIn, content } = open([deviceChallenge(), verifier(), reply], device('ann'));
      await signIn();
      expect(content()).to.deep.equal(device('ann'));
    }
  });
});

describe('whoever is signed in', () => {
  const signedIn = { ...storedSession('eve'), ...device('eve') };
  const content = () => {
    const { AuthenticationResult } = JSON.parse(tokens()) as { AuthenticationResult: Record<string, string> };
    const { IdToken, AccessToken } = AuthenticationResult;
    return { ...signedIn, ...storedSession('eve', { idToken: IdToken!, accessToken: AccessToken! }) };
  };

  it('has the device remembered', async () => {
    const { port, service } = open(['{}', refusal('InternalErrorException', '', 500)], content());
    expect(await port.rememberDevice(never)).to.deep.equal({ kind: 'done' });
    const { AccessToken: _, ...params } = service.sent[0]!.params as DeviceParams;
    expect(params).to.deep.equal({ DeviceKey: 'key-0', DeviceRememberedStatus: 'remembered' });
    expect(wordOf(await port.rememberDevice(never))).to.equal('service-unavailable');
    expect(await rejection(port.rememberDevice(AbortSignal.abort('left')))).to.equal('left');
  });

  it('has it forgotten', async () => {
    for (const reply of ['', noDevice()]) {
      const { port, service, content: now } = open([reply], content());
      const AccessToken = now()[`${keyPrefix}.eve.accessToken`];
      expect(await port.forgetDevice(never)).to.equal(true);
      expect([service.operations(), devices(now())]).to.deep.equal([['ForgetDevice'], {}]);
      expect(service.sent[0]!.params).to.deep.equal({ AccessToken, DeviceKey: 'key-0' });
      expect(Object.keys(now())).to.have.lengthOf(5);
    }
  });

  it('has it forgotten here also while the service cannot be asked, and there the next time', async () => {
    const { port, content: now } = open([new TypeError('Failed to fetch'), ''], content());
    expect(await port.forgetDevice(never)).to.equal(false);
    expect(devices(now()), 'the tokens need its key').to.deep.equal({ 'eve.deviceKey': 'key-0' });
    expect(await port.forgetDevice(never)).to.equal(true);
    expect(devices(now())).to.deep.equal({});
  });

  it('by a session that the service has ended is to sign in again', async () => {
    const revoked = refusal('NotAuthorizedException', 'Access Token has been revoked');
    const { port } = open([revoked], content());
    expect(wordOf(await port.rememberDevice(never))).to.equal('session-expired');
  });

  it('on no device of the pool’s has nothing remembered, and nothing forgotten', async () => {
    const present = Object.entries(content()).filter(([key]) => !(key in device('eve')));
    const { port, service } = open([], Object.fromEntries(present));
    expect(await port.forgetDevice(never)).to.equal(false);
    const error = { code: 'session-expired', retryable: false };
    expect(await port.rememberDevice(never)).to.deep.equal({ kind: 'failed', error });
    expect(service.sent).to.be.empty;
  });

  it('is nobody: nothing is asked', async () => {
    const { port, service } = open([], device('eve'));
    expect(await port.forgetDevice(never)).to.equal(false);
    expect(wordOf(await port.rememberDevice(never))).to.equal('session-expired');
    expect(service.sent).to.be.empty;
  });
});
