import { expect } from '@open-wc/testing';
import type { CognitoMfaLogin, TokenStorage } from '../../src/index.js';
import { failingStorage, listenToAccidents, listenToConsole, sessionKeys } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

const refused = new DOMException('The operation is insecure.', 'SecurityError');
const full = new DOMException('The quota has been exceeded.', 'QuotaExceededError');

const warning = '<cognito-mfa-login>: The storage refused the tokens, so the session lasts as long as this page.';

/** As browsers refuse: wholly, for writing alone, or for writing after a few items. */
const storages: Record<string, () => TokenStorage> = {
  'a storage that throws at everything': () => failingStorage(['getItem', 'setItem', 'removeItem'], refused),
  'a storage that throws at reading': () => failingStorage(['getItem'], refused),
  'a full storage': () => failingStorage(['setItem'], full),
};

async function signIn(storage: CognitoMfaLogin['storage']): Promise<Person> {
  const person = await visit({ pool: await openPool({ users: [ann] }), set: { storage, authFlow: 'password' } });
  await person.signIn('ann');
  await person.sees('Check your phone');
  await person.enterSentCode();
  await person.hears('login-success');
  return person;
}

async function hasSession({ element }: Person): Promise<void> {
  const session = await element.getSession();
  expect(session?.isValid()).to.equal(true);
  expect(session?.getIdToken().decodePayload()['cognito:username']).to.equal('ann');
}

describe('signing in where tokens cannot be stored', () => {
  let accidents: readonly string[];
  let lines: ReturnType<typeof listenToConsole>;

  beforeEach(() => {
    accidents = listenToAccidents();
    lines = listenToConsole();
  });

  for (const [name, make] of Object.entries(storages)) {
    it(`succeeds with ${name}, and tells the developer once`, async () => {
      const person = await signIn(make());
      await hasSession(person);
      await hasSession(person);
      expect(lines).to.deep.equal([{ level: 'warn', text: warning }]);
      expect(person.told.map(({ type }) => type)).to.deep.equal([
        'login-step',
        'login-code-sent',
        'login-step',
        'login-success',
      ]);
      expect(await person.messages()).to.equal(1);
      expect(accidents).to.deep.equal([]);
    });
  }

  it('leaves nothing behind of tokens that fit in part', async () => {
    const storage = failingStorage([], full);
    const write = storage.setItem.bind(storage);
    storage.items.set('the page’s own', 'kept');
    storage.setItem = (key, value) => {
      if (storage.items.size > 2) throw full;
      write(key, value);
    };
    const person = await signIn(storage);
    expect(Object.fromEntries(storage.items)).to.deep.equal({ 'the page’s own': 'kept' });
    await hasSession(person);
    expect(lines.map(({ text }) => text)).to.deep.equal([warning]);
  });

  it('leaves an earlier session whole when the new one does not fit', async () => {
    const storage = failingStorage([], full);
    const person = await signIn(storage);
    const before = Object.fromEntries(storage.items);
    expect(Object.keys(before).sort()).to.deep.equal(sessionKeys(person.pool.clientId, 'ann').sort());
    const write = storage.setItem.bind(storage);
    storage.setItem = (key, value) => {
      if (key.endsWith('.refreshToken') && value !== before[key]) throw full;
      write(key, value);
    };
    person.element.startOver();
    await person.element.updateComplete;
    await person.signIn('ann');
    await person.sees('Check your phone');
    await person.enterSentCode();
    await person.hears('login-success', 2);
    expect(Object.fromEntries(storage.items)).to.deep.equal(before);
  });

  it('signs out where nothing can be removed', async () => {
    const person = await signIn(failingStorage(['setItem', 'removeItem'], refused));
    person.button('Sign out').click();
    await person.hears('login-signed-out');
    expect(await person.element.getSession()).to.equal(null);
    expect(accidents).to.deep.equal([]);
  });

  it('succeeds where the browser refuses localStorage itself, and tells the developer once', async () => {
    const own = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
    const get = () => {
      throw refused;
    };
    Object.defineProperty(window, 'localStorage', { configurable: true, get });
    try {
      await hasSession(await signIn('local'));
    } finally {
      Object.defineProperty(window, 'localStorage', own);
    }
    expect(lines).to.deep.equal([{ level: 'warn', text: warning }]);
    expect(accidents).to.deep.equal([]);
  });
});
