import { expect } from '@open-wc/testing';

const requests = () => performance.getEntriesByType('resource') as PerformanceResourceTiming[];
const fetches = () => requests().filter(({ initiatorType }) => ['fetch', 'xmlhttprequest'].includes(initiatorType));
/** What this page writes; others that stand beside it write into the same storage. */
const written: string[] = [];
const inner = Reflect.get(Storage.prototype, 'setItem');
const note = function (this: Storage, key: string, value: string) {
  written.push(key);
  inner.call(this, key, value);
};

const outside = () => ({
  // Sorted, since Firefox moves a name to the end when it is used for the first time.
  globals: Object.getOwnPropertyNames(globalThis).sort(),
  symbols: Object.getOwnPropertyNames(Symbol),
  written: [...written],
  fetches: fetches().length,
  body: document.documentElement.outerHTML,
});

describe('importing the headless entry', () => {
  before(() => Reflect.set(Storage.prototype, 'setItem', note));
  after(() => Reflect.set(Storage.prototype, 'setItem', inner));

  it('changes nothing outside, and neither does making a login', async () => {
    outside(); // the first look itself makes Firefox fill in the global names that it uses
    const before = outside();
    const { createLogin } = await import('../../src/headless.js');
    const login = createLogin({ userPoolId: 'eu-west-1_Ab12Cd34E', clientId: '1h57kf5cpq17m0eml12example' });
    login.subscribe(() => undefined)();
    expect(outside()).to.deep.equal(before);
    expect(customElements.get('cognito-mfa-login')).to.equal(undefined);
  });

  it('loads neither lit, nor a view, nor what speaks to the service', async () => {
    await import('../../src/headless.js');
    const addresses = requests().map(({ name }) => new URL(name).pathname);
    const loaded = addresses.filter((path) => path.startsWith('/src/'));
    const unwanted = /\/(views|styles|element|i18n)\/|open-cognito|node_modules\/lit/;
    expect(loaded.filter((path) => path.startsWith('/src/headless.'))).to.have.length(1);
    expect(loaded.filter((path) => unwanted.test(path))).to.deep.equal([]);
    expect(addresses.filter((path) => path.includes('amazon-cognito'))).to.deep.equal([]);
  });
});

describe('options of the headless login', () => {
  for (const sessionMinutes of [2, 16, NaN])
    it(`refuse a session of ${sessionMinutes} minutes at once`, async () => {
      const { createLogin } = await import('../../src/headless.js');
      const options = { userPoolId: 'eu-west-1_Ab12Cd34E', clientId: '4example23client', sessionMinutes };
      expect(() => createLogin(options)).to.throw(RangeError, 'from 3 to 15');
    });
});
