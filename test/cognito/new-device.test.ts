import { expect } from '@open-wc/testing';
import type { CognitoOptions } from '../../src/cognito/config.js';
import { challenge, refusal, type Reply, silence, tokens } from '../support/scripted-service.js';
import { code, devices, type DeviceParams, open } from './open-device.js';
import { never, rejection, settled, until, wordOf } from './open-scripted.js';

const newDevice = () => tokens({ NewDeviceMetadata: { DeviceKey: 'key-1', DeviceGroupKey: 'group-1' } });
const asks = '{"UserConfirmationNecessary":true}';

describe('a device that the pool does not know', () => {
  const settings: [CognitoOptions['rememberDevice'], confirmed: string, offers: string[], operations: string[]][] = [
    ['ask', asks, ['device'], []],
    ['always', asks, [], ['UpdateDeviceStatus']],
    ['never', asks, [], []],
    ['ask', '{}', [], []],
    ['always', '{"UserConfirmationNecessary":false}', [], []],
  ];
  for (const [rememberDevice, confirmed, offers, operations] of settings)
    it(`is confirmed with remember-device="${rememberDevice}", and ${confirmed} offers [${offers}]`, async () => {
      const { port, signIn, service, content } = open(
        [challenge('SMS_MFA'), newDevice(), confirmed, '{}'],
        {},
        {
          rememberDevice,
        },
      );
      await signIn();
      expect(await port.answer(code, never)).to.deep.equal({ kind: 'signed-in', offers });
      expect(service.operations().slice(2)).to.deep.equal(['ConfirmDevice', ...operations]);
      const without = rememberDevice === 'never' || offers.length > 0;
      const names = ['deviceKey', ...(without ? [] : ['deviceGroupKey', 'randomPasswordKey'])];
      expect(Object.keys(devices(content())).sort()).to.deep.equal(names.sort().map((name) => `ann.${name}`));
      expect(devices(content())['ann.deviceKey']).to.equal('key-1');
    });

  it('is described by a salt and a verifier in base64 and by the browser’s name', async () => {
    const { signIn, service } = open([newDevice(), '{}']);
    await signIn();
    const { DeviceName, DeviceSecretVerifierConfig, AccessToken, ...rest } = service.sent[1]!.params as DeviceParams;
    expect([AccessToken!.split('.').length, rest]).to.deep.equal([3, { DeviceKey: 'key-1' }]);
    expect(navigator.userAgent.startsWith(DeviceName!) && DeviceName!.length).to.be.within(1, 128);
    const { Salt, PasswordVerifier } = DeviceSecretVerifierConfig!;
    // Of 16 random bytes as a number: a first one of zero, 1 in 512 times, is left out.
    expect(atob(Salt).length).to.be.within(13, 17);
    expect(atob(PasswordVerifier).length).to.be.within(381, 385);
    expect(new Set(atob(PasswordVerifier)).size, 'different bytes').to.be.above(50);
  });

  /** The browser’s name, as the getter gives it, while something is done. */
  async function whileNamed(get: () => string, work: () => Promise<unknown>): Promise<void> {
    const before = Object.getOwnPropertyDescriptor(navigator, 'userAgent');
    Object.defineProperty(navigator, 'userAgent', { configurable: true, get });
    try {
      await work();
    } finally {
      if (before) Object.defineProperty(navigator, 'userAgent', before);
      else Reflect.deleteProperty(navigator, 'userAgent');
    }
  }

  it('is described by no more than the first 128 characters of a long name', async () => {
    const { signIn, service } = open([newDevice(), '{}']);
    await whileNamed(() => 'Browser '.repeat(20), signIn);
    expect((service.sent[1]!.params as DeviceParams).DeviceName).to.equal('Browser '.repeat(16));
  });

  it('costs no sign-in when this device cannot describe it, and no more is told of that', async () => {
    const { signIn, service, warnings } = open([newDevice()]);
    const fail = () => {
      throw new Error('Secret.');
    };
    await whileNamed(fail, async () => expect(wordOf(await signIn())).to.equal('signed-in'));
    expect(service.sent).to.have.lengthOf(1);
    expect(warnings).to.deep.equal(['The pool does not remember this device: it could not be confirmed.']);
  });

  const failures: [name: string, reply: Reply, why: string][] = [
    ['is refused', refusal('InvalidParameterException', 'No.'), 'InvalidParameterException'],
    ['cannot be sent', new TypeError('Failed to fetch'), 'Offline'],
    ['is answered with something else', '<html>', 'BadResponse'],
  ];
  for (const [name, reply, why] of failures)
    it(`costs no sign-in when its confirmation ${name}`, async () => {
      const { signIn, warnings, content } = open([newDevice(), reply]);
      expect(await signIn()).to.deep.equal({ kind: 'signed-in', offers: [] });
      expect([devices(content()), Object.keys(content()).length]).to.deep.equal([{}, 5]);
      expect(warnings).to.deep.equal([`The pool does not remember this device: ${why}.`]);
    });

  it('is waited for 5 s, and not stored by a confirmation that comes later', async () => {
    const { signIn, service, clock, content } = open([newDevice(), silence]);
    const outcome = signIn();
    await until(() => service.sent.length === 2);
    expect(content(), 'nothing is stored by halves').to.deep.equal({});
    clock.advance(5000);
    expect(wordOf(await outcome)).to.equal('signed-in');
    expect([devices(content()), clock.pending]).to.deep.equal([{}, 0]);
  });

  it('stays confirmed when it could not be remembered', async () => {
    const script = [newDevice(), asks, refusal('InternalErrorException', '', 500)];
    const { signIn, content, warnings } = open(script, {}, { rememberDevice: 'always' });
    expect(await signIn()).to.deep.equal({ kind: 'signed-in', offers: [] });
    expect([Object.keys(devices(content())).length, warnings.length]).to.deep.equal([3, 1]);
  });

  it('is dropped with the tokens by whoever takes the sign-in back', async () => {
    const { signIn, service, content, warnings } = open([newDevice(), silence]);
    const controller = new AbortController();
    const outcome = rejection(signIn(controller.signal));
    await until(() => service.sent.length === 2);
    controller.abort('taken back');
    expect(await outcome).to.equal('taken back');
    await settled();
    expect([content(), warnings]).to.deep.equal([{}, []]);
  });

  it('keeps its password once the person wants it remembered and the pool knows, and not before', async () => {
    const { port, signIn, content } = open([newDevice(), asks, '{}']);
    await signIn();
    expect(Object.keys(devices(content()))).to.deep.equal(['ann.deviceKey']);
    expect(wordOf(await port.rememberDevice(never))).to.equal('done');
    expect(Object.keys(devices(content()))).to.have.lengthOf(3);
  });

  for (const leave of ['abandon', 'skipOffer'] as const)
    it(`has no password any more once the person has left the question, by ${leave}`, async () => {
      const { port, signIn, content } = open([newDevice(), asks, '{}']);
      await signIn();
      await port[leave](never);
      await port.rememberDevice(never);
      expect(Object.keys(devices(content()))).to.deep.equal(['ann.deviceKey']);
    });

  it('has none any more once the pool has not taken the answer: the person is not asked again', async () => {
    const { port, signIn, content } = open([newDevice(), asks, refusal('InternalErrorException', '', 500), '{}']);
    await signIn();
    expect(wordOf(await port.rememberDevice(never))).to.equal('service-unavailable');
    await port.rememberDevice(never);
    expect(Object.keys(devices(content()))).to.deep.equal(['ann.deviceKey']);
  });

  it('that shall never be remembered has none, whatever the page asks for', async () => {
    const { port, signIn, content } = open([newDevice(), asks, '{}'], {}, { rememberDevice: 'never' });
    await signIn();
    expect(wordOf(await port.rememberDevice(never))).to.equal('done');
    expect(Object.keys(devices(content()))).to.deep.equal(['ann.deviceKey']);
  });
});
