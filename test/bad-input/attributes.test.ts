import { expect, waitUntil } from '@open-wc/testing';
import { isLocalAddress } from '../../src/cognito/config.js';
import { readEndpoint, readOptions, type RawOptions } from '../../src/element/attributes.js';
import { DeveloperConsole } from '../../src/element/developer-console.js';
import { FakeClock } from '../support/fake-clock.js';
import { listenToAccidents, listenToConsole, Network } from '../support/faults.js';
import { visit } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

const unknown: Record<string, string> = {
  'auth-flow': 'auth-flow="SRP" is none of srp, password, custom, custom-srp, choice; srp is used.',
  'preferred-factor': 'preferred-factor="face" is none of password, sms, email, passkey; the person chooses.',
  mode: 'mode="sudo" is none of sign-in, reauth; sign-in is used.',
  'login-with': 'login-with="fax" is none of username, email, phone; username is used.',
  'password-reset': 'password-reset="yes" is none of offer, off; offer is used.',
  passkeys: 'passkeys="on" is none of off, sign-in, offer; off is used.',
  'remember-device': 'remember-device="maybe" is none of ask, always, never; ask is used.',
  resume: 'resume="local" is none of off, session; off is used.',
  storage: 'storage="cookie" is none of local, session, memory; local is used.',
  resend: 'resend="never" is none of keep, ask, off; keep is used.',
  fields: 'fields="light" is none of slotted, shadow; slotted is used.',
  theme: 'theme="blue" is none of auto, light, dark; auto is used.',
};

const minutes = [0, 2, 2.5, 16, -3, NaN, Infinity, 'five' as unknown as number];

const defaults = {
  authFlow: 'srp',
  preferredFactor: undefined,
  mode: 'sign-in',
  loginWith: 'username',
  phoneCountry: undefined,
  passwordReset: 'offer',
  passkeys: 'off',
  rememberDevice: 'ask',
  storage: 'local',
  sessionMinutes: 3,
  resume: 'off',
  resend: 'keep',
  fields: 'slotted',
  theme: 'auto',
} as const;

const told = (text: string) => ({ level: 'warn', text: `<cognito-mfa-login>: ${text}` });

describe('an attribute with a value that is not one of its words', () => {
  let lines: ReturnType<typeof listenToConsole>;
  let accidents: readonly string[];

  beforeEach(() => {
    lines = listenToConsole();
    accidents = listenToAccidents();
  });

  it('is told once for each, and the defaults are in force', async () => {
    const clock = new FakeClock(Date.now());
    const pool = await openPool({ users: [ann] });
    const person = await visit({ pool, set: { clock } });
    for (const [name, text] of Object.entries(unknown)) person.element.setAttribute(name, text.split('"')[1]!);
    await person.element.updateComplete;
    await person.signIn('ann');
    await person.sees('Check your phone');
    expect(
      (await pool.log()).map(({ operation }) => operation),
      'SRP',
    ).to.deep.equal(['InitiateAuth', 'RespondToAuthChallenge']);
    expect(person.form.getRootNode()).to.equal(document);
    clock.advance(30_000);
    await person.element.updateComplete;
    expect(person.hasButton('Send a new code')).to.equal(true);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(lines.map(({ text }) => text).sort()).to.deep.equal(
      Object.values(unknown)
        .map((text) => told(text).text)
        .sort(),
    );
    expect(accidents).to.deep.equal([]);
  });

  for (const value of minutes) {
    it(`is told of session-minutes ${value}, and three minutes are in force`, () => {
      const options = readOptions({ ...defaults, sessionMinutes: value }, new DeveloperConsole());
      expect(options.sessionMinutes).to.equal(3);
      expect(lines).to.deep.equal([told(`session-minutes="${value}" is no whole number from 3 to 15; 3 is used.`)]);
    });
  }

  for (const value of ['', '16', 'three']) {
    it(`is told of session-minutes="${value}", and three minutes are in force`, async () => {
      const clock = new FakeClock(Date.now());
      const pool = await openPool({ users: [ann] });
      const person = await visit({ pool, set: { clock, authFlow: 'password' } });
      person.element.setAttribute('session-minutes', value);
      await person.signIn('ann');
      await person.sees('Check your phone');
      expect(lines).to.have.length(1);
      expect(lines[0]!.text).to.match(
        /^<cognito-mfa-login>: session-minutes="\S*" is no whole number from 3 to 15; 3 is used\.$/,
      );
      clock.advance(179_000);
      expect(person.heading).to.equal('Check your phone');
      clock.advance(1_000);
      await person.hears('login-failure');
    });
  }

  it('takes the minutes also as the text that a template sets the property to', () => {
    const text = '5' as unknown as number;
    expect(readOptions({ ...defaults, sessionMinutes: text }, new DeveloperConsole()).sessionMinutes).to.equal(5);
    expect(lines).to.deep.equal([]);
  });

  it('falls back silently when a framework takes the property away', () => {
    const none = Object.fromEntries(Object.keys(defaults).map((name, place) => [name, place % 2 ? null : undefined]));
    const options = readOptions(none as unknown as RawOptions, new DeveloperConsole());
    expect(options).to.deep.equal(defaults);
    expect(lines).to.deep.equal([]);
  });

  it('is told of a storage object that is none', async () => {
    const storage = { getItem: () => null } as unknown as Storage;
    await visit({ pool: await openPool({ users: [ann] }), set: { storage } });
    expect(lines.map(({ text }) => text)).to.deep.equal([
      '<cognito-mfa-login>: storage="an object" is none of local, session, memory; local is used.',
    ]);
  });
});

describe('the endpoint as an attribute', () => {
  const ignored = 'endpoint is ignored as an attribute outside localhost; set it as a property.';
  let lines: ReturnType<typeof listenToConsole>;

  beforeEach(() => {
    lines = listenToConsole();
  });

  const read = (attribute: string | null, pageIsLocal: boolean, property?: string) =>
    readEndpoint(
      { property, attribute },
      (address) => isLocalAddress(address) && (pageIsLocal || address !== location.href),
      new DeveloperConsole(),
    );

  it('is heeded where page and address are on this machine', () => {
    for (const address of ['http://127.0.0.1:9229/', 'https://localhost/pool', 'http://[::1]:80/']) {
      expect(read(address, true)).to.equal(address);
    }
    expect(lines).to.deep.equal([]);
  });

  it('is ignored on a public page, and the developer is told', () => {
    expect(read('http://127.0.0.1:9229/', false)).to.equal(undefined);
    expect(lines).to.deep.equal([told(ignored)]);
  });

  for (const address of [
    'https://evil.example/',
    'https://localhost.evil.example/',
    'https://127.0.0.1.evil.example/',
    'https://localhost@evil.example/',
    '//evil.example/',
    '/pool',
    'localhost',
    '',
  ]) {
    it(`is ignored when it is "${address}", and the developer is told`, () => {
      expect(read(address, true)).to.equal(undefined);
      expect(lines).to.deep.equal([told(ignored)]);
    });
  }

  it('gives way to the property', () => {
    expect(read('https://evil.example/', false, 'https://proxy.example/')).to.equal('https://proxy.example/');
    expect(lines).to.deep.equal([]);
  });

  it('takes no password elsewhere, and the region’s own service is asked', async () => {
    const network = new Network();
    network.replace(() => Promise.reject(new TypeError('Failed to fetch')));
    const { fetch } = network;
    const pool = await openPool({ users: [ann] });
    const person = await visit({ pool, set: { fetch, endpoint: undefined, userPoolId: 'eu-west-1_Ab12Cd34E' } });
    person.element.setAttribute('endpoint', 'https://evil.example/');
    await person.signIn('ann');
    await person.hears('login-failure');
    expect(network.requests.map(({ url }) => url)).to.deep.equal(['https://cognito-idp.eu-west-1.amazonaws.com/']);
    await waitUntil(() => lines.length > 1, 'nothing told of the missing answer', { timeout: 5000 });
    expect(lines[0]).to.deep.equal(told(ignored));
    expect(lines[1]!.text).to.contain('No answer came.');
    expect(lines).to.have.length(2);
  });

  it('signs in on localhost', async () => {
    const pool = await openPool({ users: [ann] });
    const person = await visit({ pool, set: { endpoint: undefined, authFlow: 'password' } });
    person.element.setAttribute('endpoint', pool.endpoint);
    await person.signIn('ann');
    await person.sees('Check your phone');
    expect(lines).to.deep.equal([]);
  });
});
