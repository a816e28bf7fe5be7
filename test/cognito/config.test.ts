import { expect } from '@open-wc/testing';
import { configFrom, findConfigFault, isLocalAddress, isLocalHost, parseUrl } from '../../src/cognito/config.js';
import type { CognitoOptions } from '../../src/cognito/config.js';
import { clientId, codeAnswer, errorOf, never, openScripted, userPoolId } from './open-scripted.js';
import { FakeClock } from '../support/fake-clock.js';

const configured = (options: Partial<CognitoOptions>) =>
  configFrom({ userPoolId, clientId, clock: new FakeClock(), warn: () => undefined, ...options });
const fault = (options: Partial<CognitoOptions>) => findConfigFault(configured(options));

/** What an app's environment lacks, or a template without types has in an id's place. */
const noTexts = [undefined, null, 5] as unknown as readonly string[];

const faults: Readonly<Record<string, readonly Partial<CognitoOptions>[]>> = {
  ids: [{ userPoolId: '', clientId: '' }, ...noTexts.map((id) => ({ userPoolId: id, clientId: id }))],
  'user-pool-id': [
    '',
    'eu-west-1',
    'eu-west-1_',
    '_abc',
    'eu-west-1_a b',
    'eu-west-1_ab\n',
    `eu-west-1_${'a'.repeat(46)}`,
    'evil.com/x_a',
    'x?_a',
    ...noTexts,
  ].map((id) => ({ userPoolId: id })),
  'client-id': ['', 'a b', 'a-b', 'a/b', 'ä', 'c'.repeat(129), 'abc\n', ...noTexts].map((id) => ({ clientId: id })),
  endpoint: [
    ...['', '/', 'idp', '//idp.example', 'https://', 'http://idp.example/', 'http://localhost.evil.example/'],
    ...['http://127.0.0.1.evil.example/', 'http://0.0.0.0/', 'http://192.168.0.1/', 'javascript:alert(1)'],
    ...['data:application/json,{}', 'blob:https://idp.example/1', 'file:///etc/passwd', 'ws://localhost/'],
    ...['https://ann:secret@idp.example/', 'https://ann@idp.example/'],
  ].map((endpoint) => ({ endpoint })),
  'flow-unsupported': ['user_auth', '', 'SRP'].map((flow) => ({ authFlow: flow as 'srp' })),
};

describe('a setting', () => {
  for (const [hint, examples] of Object.entries(faults))
    for (const example of examples)
      it(`${Object.keys(example)} ${JSON.stringify(Object.values(example))} is a fault of ${hint}, and nothing is ever sent`, async () => {
        expect(fault(example)).to.equal(hint);
        const { port, signIn, service } = openScripted([], example);
        const expected = { code: 'config-error', retryable: false, hint };
        expect(errorOf(await signIn())).to.deep.equal(expected);
        expect(errorOf(await port.answer(codeAnswer('123456'), never))).to.deep.equal(expected);
        expect(errorOf(await port.signOut(true, never))).to.deep.equal(expected);
        expect(errorOf(await port.requestReset('ann', never))).to.deep.equal(expected);
        expect(errorOf(await port.addPasskey(never))).to.deep.equal(expected);
        expect(errorOf(await port.skipOffer(never))).to.deep.equal(expected);
        expect(await port.offerPasskey('ann', never)).to.equal(false);
        expect(await port.restore(never)).to.equal(null);
        expect(await port.getSession()).to.equal(null);
        port.abandon();
        expect(service.sent).to.have.lengthOf(0);
      });

  const fine: readonly Partial<CognitoOptions>[] = [
    { userPoolId: 'us-gov-west-1_Ab1' },
    { userPoolId: `eu-west-1_${'a'.repeat(45)}` },
    { clientId: 'c'.repeat(128) },
    { endpoint: 'https://idp.example/path' },
    { endpoint: 'https://192.168.0.1:8443/' },
    { endpoint: 'http://localhost:9229/' },
    { endpoint: 'http://pool.localhost/' },
    { endpoint: 'http://127.0.0.1:4000/pools/1/' },
    { endpoint: 'http://[::1]:4000/' },
    { authFlow: 'password' },
    { authFlow: 'srp' },
    { authFlow: 'custom' },
    { authFlow: 'custom-srp' },
    { authFlow: 'choice' },
  ];
  for (const example of fine) it(`${JSON.stringify(example)} is fine`, () => expect(fault(example)).to.equal(null));
});

describe('a default', () => {
  const regions: [userPoolId: string, endpoint: string][] = [
    ['eu-west-1_Ab12', 'https://cognito-idp.eu-west-1.amazonaws.com/'],
    ['us-gov-west-1_Ab12', 'https://cognito-idp.us-gov-west-1.amazonaws.com/'],
    ['cn-north-1_Ab12', 'https://cognito-idp.cn-north-1.amazonaws.com.cn/'],
    ['eusc-de-east-1_Ab12', 'https://cognito-idp.eusc-de-east-1.amazonaws.eu/'],
  ];
  for (const [id, endpoint] of regions)
    it(`of the endpoint is ${endpoint} for ${id}`, () => {
      expect(configured({ userPoolId: id }).endpoint).to.equal(endpoint);
    });

  it('of the flow is SRP, of the storage the browser’s own, of the metadata none, of a new device to ask', () => {
    const config = configured({ authFlow: undefined, storage: undefined, clientMetadata: undefined });
    const expected = { authFlow: 'srp', storage: 'local', clientMetadata: {}, rememberDevice: 'ask' };
    expect(config).to.deep.include({ ...expected, mode: 'sign-in', resume: 'off', sessionMinutes: 3 });
  });

  it('gives way to what the page sets', () => {
    const set = { rememberDevice: 'never', mode: 'reauth', resume: 'session', sessionMinutes: 5 } as const;
    expect(configured(set)).to.deep.include(set);
  });

  it('of fetch is the page’s own, as it is by then', async () => {
    const { fetch } = configured({});
    const original = globalThis.fetch;
    const asked: unknown[] = [];
    globalThis.fetch = (...request) => {
      asked.push(request);
      return Promise.resolve(new Response('there'));
    };
    try {
      const response = await fetch('https://idp.example/', { method: 'POST' });
      expect(await response.text()).to.equal('there');
      expect(asked).to.deep.equal([['https://idp.example/', { method: 'POST' }]]);
    } finally {
      globalThis.fetch = original;
    }
  });
});

describe('a host name', () => {
  it('means this machine only where the browser is sure of it', () => {
    const local = ['localhost', 'a.localhost', '127.0.0.1', '127.8.9.10', '[::1]'];
    const foreign = [
      '',
      'localhost.example',
      'xlocalhost',
      '127.0.0',
      '127.0.0.1.example',
      '[::2]',
      '10.0.0.1',
      '0.0.0.0',
    ];
    expect(local.filter((name) => !isLocalHost(name))).to.deep.equal([]);
    expect(foreign.filter(isLocalHost)).to.deep.equal([]);
  });
});

describe('an address', () => {
  it('leads to this machine by its host alone', () => {
    const local = ['http://localhost:8000/', 'https://127.0.0.1/pool', 'http://[::1]/'];
    const foreign = ['', 'localhost', '/', 'https://idp.example/localhost', 'http://localhost.example/'];
    expect(local.filter((address) => !isLocalAddress(address))).to.deep.equal([]);
    expect(foreign.filter(isLocalAddress)).to.deep.equal([]);
  });

  it('that is none is read as none', () => expect(parseUrl('//idp.example')).to.equal(null));
});
