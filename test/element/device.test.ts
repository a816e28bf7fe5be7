/** Remembered devices: a browser that stands for the second factor from the next sign-in on. */
import { expect } from '@open-wc/testing';
import { visitScenario, type Person } from '../support/person.js';
import { call } from '../user-pool/call.js';
import { holdFetch } from './held-fetch.js';

const offer = 'Remember this device?';
const remember = 'Remember this device';

/** Password, code: as often as the pool asks for one. */
async function signInByCode(person: Person): Promise<void> {
  await person.signIn('dee');
  await person.sees('Check your phone');
  await person.enterSentCode();
}

async function signOut(person: Person): Promise<void> {
  const times = person.heard('login-signed-out').length + 1;
  await person.activate('Sign out');
  await person.hears('login-signed-out', times);
}

/** A sign-in after which nothing more was asked. */
async function signInAtOnce(person: Person, times: number): Promise<void> {
  await person.signIn('dee');
  await person.hears('login-success', times);
}

const stored = ({ element }: Person): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.includes(element.clientId) && /device|randomPassword/i.test(key))
    .map((key) => key.split('.').at(-1)!)
    .sort();

const deviceKeys = ['deviceGroupKey', 'deviceKey', 'randomPasswordKey'];

describe('a device', () => {
  for (const authFlow of ['password', 'srp'] as const)
    it(`that is remembered stands for the code, until it is forgotten (auth-flow="${authFlow}")`, async () => {
      const person = await visitScenario('device', { authFlow, storage: 'local' });
      await signInByCode(person);
      await person.sees(offer);
      expect(person.focused?.querySelector('h2')?.textContent).to.equal(offer);
      expect(person.status).to.match(/^Remember this device\? You will need no code here the next time\./);
      expect(person.heard('login-success'), 'before the answer').to.be.empty;
      await person.activate(remember);
      await person.hears('login-success');
      expect(stored(person)).to.deep.equal(deviceKeys);
      await signOut(person);
      expect(stored(person), 'it outlives the session').to.deep.equal(deviceKeys);

      await signInAtOnce(person, 2);
      expect(person.heard('login-step').map(({ step }) => step)).to.deep.equal([
        'code',
        'remember-device',
        'signed-in',
        'sign-in',
        'signed-in',
      ]);
      expect(await person.messages()).to.equal(1);
      if (authFlow === 'srp') return;

      expect(await person.element.forgetDevice()).to.equal(true);
      expect(stored(person)).to.deep.equal([]);
      await signOut(person);
      await signInByCode(person);
      await person.sees(offer);
      expect(await person.messages()).to.equal(2);
    });

  it('is asked about again after "Not now"', async () => {
    const person = await visitScenario('device');
    await signInByCode(person);
    await person.sees(offer);
    await person.activate('Not now');
    await person.hears('login-success');
    await signOut(person);
    await person.signIn('dee');
    await person.sees('Check your phone');
    expect(await person.messages()).to.equal(2);
  });

  it('is remembered without a question with remember-device="always", and never with "never"', async () => {
    for (const { rememberDevice, messages } of [
      { rememberDevice: 'always', messages: 1 },
      { rememberDevice: 'never', messages: 2 },
    ] as const) {
      const person = await visitScenario('device', { rememberDevice });
      await signInByCode(person);
      await person.hears('login-success');
      await signOut(person);
      if (messages === 1) await signInAtOnce(person, 2);
      else await signInByCode(person);
      await person.hears('login-success', 2);
      expect(person.heard('login-step').map(({ step }) => step)).not.to.include('remember-device');
      expect(await person.messages(), rememberDevice).to.equal(messages);
    }
  });

  it('that the pool has forgotten is dropped once, and the sign-in goes on with one message', async () => {
    const held = holdFetch();
    const person = await visitScenario('device', { storage: 'local', rememberDevice: 'always', fetch: held.fetch });
    await signInByCode(person);
    await person.hears('login-success');
    await forgetAtThePool(person);
    await signOut(person);
    expect(stored(person)).to.deep.equal(deviceKeys);

    const before = held.bodies.length;
    await signInByCode(person);
    await person.hears('login-success', 2);
    expect(person.heard('login-failure')).to.be.empty;
    const named = held.bodies.slice(before).map(({ AuthParameters }) => AuthParameters as object | undefined);
    expect(named.filter((parameters) => parameters && 'DEVICE_KEY' in parameters)).to.have.lengthOf(1);
    expect(await person.messages()).to.equal(2);
  });
});

/** As the person does it from another device, or an administrator. */
async function forgetAtThePool(person: Person): Promise<void> {
  const session = await person.element.getSession();
  const AccessToken = session!.getAccessToken().getJwtToken();
  const { device_key: DeviceKey } = session!.getAccessToken().decodePayload();
  const answer = await call(person.pool, 'ForgetDevice', { AccessToken, DeviceKey });
  expect(answer.status).to.equal(200);
}
