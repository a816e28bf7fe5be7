/** What an earlier visit left behind, what other tabs do to it, and who is confirmed without touching it. */
import { expect } from '@open-wc/testing';
import type { StorageChoice } from '../../src/cognito/storage.js';
import { challenge, handshake, jwt, refusal, type Reply, tokens } from '../support/scripted-service.js';
import {
  clearStored,
  clientId,
  errorOfRejection,
  keyPrefix,
  never,
  openScripted,
  openShelf,
  rejection,
  settled,
  storedSession,
} from './open-scripted.js';

const expired = { from: -7200, until: -3600 };
const stored = (username: string, claims: object = {}) =>
  storedSession(username, { idToken: jwt({ ...claims }), accessToken: jwt() });
const aged = (username: string) => storedSession(username, { idToken: jwt(expired), accessToken: jwt(expired) });
const uuid = '0b8f5a5e-1c1d-4d0c-9a35-2f4a9b1c7e11';

describe('restoring', () => {
  const names: [name: string, username: string, claims: object, shown: string][] = [
    ['a name', 'eve', { email: 'eve@example.org' }, 'eve'],
    ['a UUID with an e-mail address', uuid, { email: 'eve@example.org', phone_number: '+4911' }, 'eve@example.org'],
    ['a UUID with a phone number', uuid, { email: '', phone_number: '+4911' }, '+4911'],
    ['a UUID with a preferred name', uuid, { email: 7, preferred_username: 'eve' }, 'eve'],
    ['a UUID alone', uuid, {}, uuid],
  ];
  for (const [name, username, claims, shown] of names)
    it(`somebody whom the pool knows by ${name} calls them ${shown}`, async () => {
      const { storage } = openShelf(stored(username, claims));
      const { port, service } = openScripted([], { storage });
      expect(await port.restore(never)).to.deep.equal({ kind: 'session', username: shown });
      expect(service.sent).to.be.empty;
    });

  it('calls whoever signed in here by the name they typed', async () => {
    const { storage } = openShelf();
    const { port, signIn } = openScripted([handshake(), tokens()], { storage, authFlow: 'srp' });
    await signIn();
    expect(await port.restore(never)).to.deep.equal({ kind: 'session', username: 'ann' });
    expect(await openScripted([], { storage }).port.restore(never)).to.have.property('username', 'ann-id');
  });

  it('calls somebody as before when their address has changed', async () => {
    const { storage } = openShelf(storedSession(uuid, { idToken: jwt(expired), accessToken: jwt(expired) }));
    const withEmail = (email: string) => tokens({ IdToken: jwt({ email, until: 0 }), AccessToken: jwt({ until: 0 }) });
    const { port, service } = openScripted([withEmail('eve@example.org'), withEmail('eva@example.org')], { storage });
    for (const _ of ['before', 'after'])
      expect(await port.restore(never)).to.have.property('username', 'eve@example.org');
    expect(service.sent).to.have.lengthOf(2);
  });

  it('finds nobody where nobody is signed in, refreshes what ran out, and takes away what is refused', async () => {
    expect(await openScripted([]).port.restore(never)).to.equal(null);
    const [good, bad] = [openShelf(aged('eve')), openShelf(aged('eve'))];
    const one = openScripted([tokens()], { storage: good.storage });
    expect(await one.port.restore(never)).to.have.property('username', 'eve');
    const gone = refusal('NotAuthorizedException', 'Refresh Token has expired');
    expect(await openScripted([gone], { storage: bad.storage }).port.restore(never)).to.equal(null);
    expect(bad.content()).to.deep.equal({});
  });

  it('rejects when the service cannot be asked, or the signal is aborted', async () => {
    const { storage } = openShelf(aged('eve'));
    const { port } = openScripted([new TypeError('Failed to fetch')], { storage });
    expect(await errorOfRejection(port.restore(never))).to.equal('Offline');
    expect(await rejection(port.restore(AbortSignal.abort('left')))).to.equal('left');
  });

  it('follows the app’s own SDK when it signed somebody else in', async () => {
    const shelf = openShelf();
    const { port, signIn } = openScripted([tokens()], { storage: shelf.storage });
    await signIn();
    for (const [key, value] of Object.entries(stored('eve'))) shelf.storage.setItem(key, value);
    expect(await port.restore(never)).to.have.property('username', 'eve');
  });
});

describe('watching the session', () => {
  const shared = openShelf().storage;
  const changed = (key: string | null, storageArea: Storage | null = localStorage) =>
    dispatchEvent(new StorageEvent('storage', { key, storageArea }));
  let calls = 0;
  const count = () => void (calls += 1);
  const stops: (() => void)[] = [];
  const watch = (options: Parameters<typeof openScripted>[1] = { storage: 'local' }, script: Reply[] = []) => {
    const opened = openScripted(script, options);
    stops.push(opened.port.watchSession(count));
    return opened;
  };
  /** The window's own are in its prototype; those of the tests outside a browser are not. */
  const listening = ['addEventListener', 'removeEventListener'] as const;
  const own = listening.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const replaceListening = (by: Record<(typeof listening)[number], unknown>) => Object.assign(globalThis, by);
  beforeEach(() => (calls = 0));
  afterEach(() => {
    for (const [name, descriptor] of own) {
      if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      else Reflect.deleteProperty(globalThis, name);
    }
    for (const stop of stops.splice(0)) stop();
    clearStored();
  });

  it('calls back once when another tab changes several of this client’s keys', async () => {
    watch();
    for (const key of [`${keyPrefix}.LastAuthUser`, `${keyPrefix}.eve.refreshToken`, null]) changed(key);
    expect(calls).to.equal(0);
    await settled();
    expect(calls).to.equal(1);
    changed(`${keyPrefix}.LastAuthUser`);
    await settled();
    expect(calls).to.equal(2);
  });

  it('heeds no other keys, no other client and no other storage', async () => {
    watch();
    watch({ storage: 'session' });
    watch({ storage: openShelf().storage });
    const ofEve = ['deviceKey', 'userData', 'refreshToken.old'].map((name) => `${keyPrefix}.eve.${name}`);
    const others = ['theme', `${keyPrefix}2.LastAuthUser`, ...ofEve];
    for (const key of others) changed(key);
    changed(`${keyPrefix}.LastAuthUser`, null);
    await settled();
    expect(calls).to.equal(0);
  });

  const places: [name: string, one: StorageChoice, other: StorageChoice, told: number][] = [
    ['local', 'local', 'local', 1],
    ['session', 'session', 'session', 1],
    ['its own', shared, shared, 1],
    ['another', 'local', 'session', 0],
    ['memory, of its own', 'memory', 'memory', 0],
  ];
  for (const [name, one, other, told] of places)
    it(`tells another port of the page whose storage is ${name}, at a sign-in and a sign-out, and not itself`, async () => {
      const here = openScripted([tokens(), ''], { storage: one });
      let own = 0;
      stops.push(here.port.watchSession(() => void own++));
      watch({ storage: other });
      watch({ storage: other, clientId: 'another' });
      await here.signIn();
      await settled();
      expect(calls).to.equal(told);
      await here.port.signOut(false, never);
      await settled();
      expect([calls, own]).to.deep.equal([2 * told, 0]);
    });

  it('ends for one, and goes on for another', async () => {
    const { port } = watch();
    port.watchSession(count)();
    changed(null);
    await settled();
    expect(calls).to.equal(1);
  });

  it('is not told of who was confirmed and nothing more', async () => {
    watch({ storage: shared });
    await openScripted([tokens()], { storage: shared, mode: 'reauth' }).signIn();
    await settled();
    expect(calls).to.equal(0);
  });

  it('leaves no listener behind', () => {
    const done: string[] = [];
    const note = (what: string) => (type: string) => void done.push(`${what} ${type}`);
    replaceListening({ addEventListener: note('add'), removeEventListener: note('remove') });
    const { port } = openScripted([]);
    const [one, other] = [port.watchSession(count), port.watchSession(count)];
    one();
    expect(done).to.deep.equal(['add storage']);
    other();
    expect(done).to.deep.equal(['add storage', 'remove storage']);
  });

  it('is nothing where there is no window', () => {
    replaceListening({ addEventListener: undefined, removeEventListener: undefined });
    const { port } = openScripted([]);
    expect(() => port.watchSession(count)()).not.to.throw();
  });

  it('is not told of what changed nobody: a refresh, a name without tokens', async () => {
    const names = openShelf({ [`${keyPrefix}.LastAuthUser`]: 'eve' });
    expect(await watch({ storage: names.storage }).port.restore(never)).to.equal(null);
    const shelf = openShelf(aged('eve'));
    const { port } = watch({ storage: shelf.storage }, [tokens({ RefreshToken: undefined })]);
    expect(await port.restore(never)).to.have.property('kind', 'session');
    await settled();
    expect(calls).to.equal(0);
  });

  it('ends when it is told to, also with a call on its way', async () => {
    watch();
    changed(null);
    stops.pop()!();
    changed(null);
    await settled();
    expect(calls).to.equal(0);
  });

  it('tells of a session that was ended elsewhere, and of nothing that was asked for here', async () => {
    for (const [key, value] of Object.entries(aged('eve'))) localStorage.setItem(key, value);
    const { port } = watch(undefined, [refusal('NotAuthorizedException', 'Refresh Token has been revoked')]);
    watch({ storage: 'local' });
    await port.getSession();
    await settled();
    expect(calls, 'both ports').to.equal(2);
    await port.getSession();
    await port.signOut(false, never);
    await settled();
    expect(calls).to.equal(2);
  });
});

describe('mode="reauth"', () => {
  const newDevice = { NewDeviceMetadata: { DeviceKey: 'key-2', DeviceGroupKey: 'group-2' } };

  it('stores nothing, and has the session of whoever was confirmed from then on', async () => {
    const content = { ...stored('ann'), theme: 'dark' };
    const shelf = openShelf(content);
    const script = [challenge('SMS_MFA'), tokens(newDevice), ''];
    const { port, signIn, service } = openScripted(script, { storage: shelf.storage, mode: 'reauth' });
    expect(await port.restore(never)).to.equal(null);
    expect(await port.getSession(), 'nobody is confirmed yet').to.equal(null);
    await signIn();
    expect(await port.answer({ kind: 'code', code: '123456' }, never)).to.deep.equal({ kind: 'signed-in', offers: [] });
    expect(service.operations(), 'no device is confirmed').to.deep.equal(['InitiateAuth', 'SMS_MFA']);
    expect((await port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-1');
    port.abandon();
    expect(await port.getSession()).not.to.equal(null);
    expect(await port.restore(never)).to.equal(null);
    expect(shelf.content()).to.deep.equal(content);
  });

  it('leaves another person’s session alone, too, and refreshes its own in memory', async () => {
    const shelf = openShelf(stored('eve'));
    const before = shelf.content();
    const short = tokens({ IdToken: jwt({ until: 0 }), AccessToken: jwt({ until: 0 }) });
    const script = [short, tokens({ RefreshToken: 'refresh-2' })];
    const { port, signIn } = openScripted(script, { storage: shelf.storage, mode: 'reauth' });
    await signIn();
    expect((await port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-2');
    expect(shelf.content()).to.deep.equal(before);
  });

  it('still ends the stored session on signing out', async () => {
    const shelf = openShelf(stored('ann'));
    const { port, service } = openScripted([''], { storage: shelf.storage, mode: 'reauth' });
    await port.signOut(false, never);
    expect(shelf.content()).to.deep.equal({});
    expect(service.sent[0]!.params).to.deep.equal({ Token: 'refresh-0', ClientId: clientId });
  });

  it('revokes what a confirmation brought when another one takes its place, and when signing out', async () => {
    const shelf = openShelf(stored('ann'));
    const content = shelf.content();
    const down = refusal('InternalErrorException', '', 500);
    const script = [tokens(), tokens({ RefreshToken: 'refresh-2' }), down, '', ''];
    const { port, signIn, service } = openScripted(script, { storage: shelf.storage, mode: 'reauth' });
    const revoked = () => service.sent.map(({ params }) => params.Token).filter(Boolean);
    await signIn();
    port.abandon();
    expect(revoked(), 'the page may still ask for it').to.be.empty;
    await signIn();
    expect(revoked()).to.deep.equal(['refresh-1']);
    expect((await port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-2');
    expect(shelf.content()).to.deep.equal(content);
    expect(await port.signOut(false, never)).to.deep.equal({ kind: 'signed-out', global: false });
    expect(revoked()).to.have.members(['refresh-0', 'refresh-1', 'refresh-2']);
    expect(await port.getSession()).to.equal(null);
  });
});
