import { expect } from '@open-wc/testing';
import type { StorageChoice, TokenStorage } from '../../src/cognito/storage.js';
import { challenge, handshake, heldBack, jwt, tokens } from '../support/scripted-service.js';
import {
  clearStored,
  codeAnswer,
  keyPrefix,
  never,
  openScripted,
  openShelf,
  storedSession,
  until,
  wordOf,
} from './open-scripted.js';

const refuse = (): never => {
  throw new DOMException('The storage refuses.', 'QuotaExceededError');
};

/** Storages that a browser or a page may come with. */
const refusing: Readonly<Record<string, (below: TokenStorage) => TokenStorage>> = {
  'that refuses to write': (below) => ({ ...below, setItem: refuse }),
  'that refuses to read': (below) => ({ ...below, getItem: refuse, setItem: refuse }),
  'that refuses everything': () => ({ getItem: refuse, setItem: refuse, removeItem: refuse }),
  ...Object.fromEntries(
    [1, 2, 3, 4].map((room) => [`that is full after ${room} of five keys`, (below) => fullAfter(room, below)]),
  ),
};

function fullAfter(room: number, below: TokenStorage): TokenStorage {
  let left = room;
  return { ...below, setItem: (key, value) => (left-- > 0 ? below.setItem(key, value) : refuse()) };
}

/** Takes so many characters, as JSON. */
const withRoom = (room: number, { storage, content }: ReturnType<typeof openShelf>): TokenStorage => ({
  ...storage,
  setItem(key, value) {
    if (JSON.stringify({ ...content(), [key]: value }).length > room) refuse();
    storage.setItem(key, value);
  },
});

/** As the SDK's own CookieStorage, which knows no null. */
const withoutNull = (below: TokenStorage): TokenStorage => ({
  ...below,
  getItem: (key) => (below.getItem(key) ?? undefined) as string | null,
});

const localKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(keyPrefix));

describe('the tokens', () => {
  afterEach(clearStored);

  it('are stored in the SDK’s own keys', async () => {
    const shelf = openShelf({ theme: 'dark' });
    const [id, access] = [jwt({ sub: '1' }), jwt({ sub: '2' })];
    const script = [handshake(), tokens({ IdToken: id, AccessToken: access })];
    const { signIn } = openScripted(script, { authFlow: 'srp', storage: shelf.storage });
    await signIn();
    const session = storedSession('ann-id', { idToken: id, accessToken: access, refreshToken: 'refresh-1' });
    // The drift is one where a second ended between the making of the tokens and their storing.
    const drift = { [`${keyPrefix}.ann-id.clockDrift`]: '0' };
    expect({ ...shelf.content(), ...drift }).to.deep.equal({ ...session, theme: 'dark' });
  });

  it('of whoever was signed in before are gone, what the app stored for that person aside', async () => {
    const shelf = openShelf({ ...storedSession('eve'), [`${keyPrefix}.eve.deviceKey`]: 'device' });
    const { signIn } = openScripted([tokens()], { storage: shelf.storage });
    await signIn();
    const keys = Object.keys(shelf.content());
    expect(keys.filter((key) => key.includes('.eve.'))).to.deep.equal([`${keyPrefix}.eve.deviceKey`]);
    expect(keys.filter((key) => key.includes('.ann.'))).to.have.lengthOf(4);
    expect(shelf.content()[`${keyPrefix}.LastAuthUser`]).to.equal('ann');
  });

  it('are not stored before the last step', async () => {
    const shelf = openShelf();
    const { port, signIn } = openScripted([challenge('SMS_MFA'), tokens()], { storage: shelf.storage });
    await signIn();
    expect(shelf.content()).to.deep.equal({});
    await port.answer(codeAnswer('123456'), never);
    expect(Object.keys(shelf.content())).to.have.lengthOf(5);
  });

  const places: [StorageChoice, local: number, session: number][] = [
    ['local', 5, 0],
    ['session', 0, 5],
    ['memory', 0, 0],
    [openShelf().storage, 0, 0],
  ];
  for (const [storage, local, session] of places)
    it(`go to ${typeof storage === 'string' ? storage : 'an object of the page’s own'} and nowhere else`, async () => {
      const { port, signIn } = openScripted([tokens()], { storage });
      await signIn();
      expect(localKeys()).to.have.lengthOf(local);
      expect(Object.keys(sessionStorage)).to.have.lengthOf(session);
      expect((await port.getSession())?.isValid()).to.equal(true);
    });
});

describe('a storage', () => {
  for (const [name, over] of Object.entries(refusing))
    it(`${name} costs no sign-in: it succeeds in memory, with one warning and nothing half-written`, async () => {
      const shelf = openShelf({ theme: 'dark' });
      const { port, signIn, warnings, service } = openScripted([tokens()], { storage: over(shelf.storage) });
      expect(wordOf(await signIn())).to.equal('signed-in');
      for (let time = 0; time < 3; time++) expect((await port.getSession())?.isValid()).to.equal(true);
      expect(warnings).to.deep.equal(['The storage refused the tokens, so the session lasts as long as this page.']);
      expect(shelf.content()).to.deep.equal({ theme: 'dark' });
      expect(service.sent).to.have.lengthOf(1);
    });

  it('that fills up keeps the session that was in it', async () => {
    // One token shrinks, the next takes its room, the last does not fit: the way back has to fit at every step.
    const before = storedSession('ann', { idToken: 'i'.repeat(300), accessToken: 'a', refreshToken: 'r' });
    const shelf = openShelf(before);
    const grown = tokens({ AccessToken: jwt({ groups: 'g'.repeat(90) }), RefreshToken: 'R'.repeat(500) });
    const storage = withRoom(JSON.stringify(before).length, shelf);
    const { signIn, warnings } = openScripted([grown], { storage });
    await signIn();
    expect(warnings).to.have.lengthOf(1);
    expect(shelf.content()).to.deep.equal(before);
  });

  const token = jwt();
  const othersSession = (username: string, refreshToken: string) =>
    storedSession(username, { idToken: token, accessToken: token, refreshToken });
  /** Full at first; then as it is below. */
  function openFull(items: Record<string, string> = {}) {
    const { storage, content } = openShelf(items);
    let full = true;
    const setItem = (...item: [string, string]) => (full ? refuse() : storage.setItem(...item));
    const put = (items: Record<string, string>) => {
      full = false;
      for (const [key, value] of Object.entries(items)) storage.setItem(key, value);
    };
    return { storage: { ...storage, setItem }, content, put };
  }

  const meanwhile: [name: string, stored: Record<string, string> | null, then: string][] = [
    ['has room again takes them', {}, 'refresh-1'],
    ['was emptied meanwhile takes them', null, 'refresh-1'],
    ['took somebody else’s meanwhile keeps those', othersSession('eve', 'refresh-7'), 'refresh-7'],
    ['took newer ones of the same person keeps those', othersSession('ann', 'refresh-8'), 'refresh-8'],
  ];
  for (const [name, stored, then] of meanwhile)
    it(`that refused the tokens and ${name}`, async () => {
      const { storage, content, put } = openFull(othersSession('ann', 'refresh-0'));
      const { port, signIn } = openScripted([tokens()], { storage });
      await signIn();
      if (!stored) for (const key of Object.keys(content())) storage.removeItem(key);
      put(stored ?? {});
      for (let time = 0; time < 2; time++)
        expect((await port.getSession())?.getRefreshToken().getToken()).to.equal(then);
      const last = content()[`${keyPrefix}.LastAuthUser`]!;
      expect(content()[`${keyPrefix}.${last}.refreshToken`]).to.equal(then);
    });

  it('that took the tokens at last has them to stay, whoever signs in beside them', async () => {
    const { storage, put } = openFull();
    const { port, signIn } = openScripted([tokens()], { storage });
    await signIn();
    put({});
    await port.getSession();
    put(othersSession('eve', 'refresh-7'));
    expect((await port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-1');
  });

  it('that refused the tokens has the one before signed in until it takes them, and then nobody but who signed in', async () => {
    const { storage, content, put } = openFull(othersSession('eve', 'refresh-7'));
    const { port, signIn } = openScripted([tokens()], { storage });
    await signIn();
    await port.getSession();
    expect(content()[`${keyPrefix}.LastAuthUser`]).to.equal('eve');
    put({});
    await port.getSession();
    expect(content()).to.include({
      [`${keyPrefix}.LastAuthUser`]: 'ann',
      [`${keyPrefix}.ann.refreshToken`]: 'refresh-1',
    });
    expect(await port.restore(never)).to.have.property('username', 'ann');
  });

  it('that refuses all tokens has a late refresh give way to whoever signed in meanwhile', async () => {
    const { storage } = openFull();
    const { reply: held, answer } = heldBack();
    const short = tokens({ IdToken: jwt({ until: 0 }), AccessToken: jwt({ until: 0 }) });
    const script = [short, held, tokens({ RefreshToken: 'refresh-2' })];
    const { port, signIn, service } = openScripted(script, { storage });
    await signIn();
    const asked = port.getSession();
    await until(() => service.sent.length === 2);
    await signIn();
    answer(new Response(tokens({ RefreshToken: undefined })));
    for (const session of [await asked, await port.getSession()])
      expect(session?.getRefreshToken().getToken()).to.equal('refresh-2');
  });

  it('that refused the tokens is not written over while the device is to be remembered', async () => {
    const { storage, content, put } = openFull();
    const known = tokens({ NewDeviceMetadata: { DeviceKey: 'key-1', DeviceGroupKey: 'group-1' } });
    const { reply, answer } = heldBack();
    const { port, signIn, service } = openScripted([known, '{"UserConfirmationNecessary":true}', reply], { storage });
    await signIn();
    const remembered = port.rememberDevice(never);
    await until(() => service.sent.length === 3);
    put(othersSession('eve', 'refresh-7'));
    answer(new Response('{}'));
    await remembered;
    expect(content()).to.deep.equal(othersSession('eve', 'refresh-7'));
  });

  it('that the browser does not give is told of once', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, get: refuse });
    try {
      const { signIn, warnings } = openScripted([tokens()], { storage: 'local' });
      await signIn();
      expect(warnings).to.deep.equal(['The storage refused the tokens, so the session lasts as long as this page.']);
    } finally {
      if (own) Object.defineProperty(globalThis, 'localStorage', own);
      else Reflect.deleteProperty(globalThis, 'localStorage');
    }
  });

  it('that knows no null gets no key of its own making when it fills up', async () => {
    const shelf = openShelf();
    const { signIn } = openScripted([tokens()], { storage: withoutNull(fullAfter(2, shelf.storage)) });
    await signIn();
    expect(shelf.content()).to.deep.equal({});
  });

  it('that refuses leaves a sign-out to succeed', async () => {
    const { storage } = openShelf();
    const { port, signIn } = openScripted([tokens(), '{}'], { storage: { ...storage, setItem: refuse } });
    await signIn();
    expect(await port.signOut(false, never)).to.deep.equal({ kind: 'signed-out', global: false });
    expect(await port.getSession()).to.equal(null);
  });
});
