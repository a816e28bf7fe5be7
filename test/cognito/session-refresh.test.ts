/** A session is refreshed before it ends, once for all tabs. */
import { expect } from '@open-wc/testing';
import { withLock } from '../../src/cognito/session-lock.js';
import { FakeClock } from '../support/fake-clock.js';
import { heldBack, jwt, refusal, tokens } from '../support/scripted-service.js';
import { clientId, keyPrefix, never, openScripted, openShelf, settled, storedSession, until } from './open-scripted.js';

/** A session that began and ends so many seconds from now. */
function ending(from: number, untilThen: number) {
  const token = jwt({ from, until: untilThen });
  return storedSession('eve', { idToken: token, accessToken: token });
}
const refreshed = () => tokens({ RefreshToken: undefined });
const rotated = (RefreshToken: string) => tokens({ RefreshToken });

describe('a session', () => {
  const due: [name: string, from: number, until: number, requests: number][] = [
    ['of an hour is left alone with 70 s to go', -3530, 70, 0],
    ['of an hour is refreshed with 50 s to go', -3550, 50, 1],
    ['of a minute is left alone in its first half', -20, 40, 0],
    ['of a minute is refreshed in its second half', -40, 20, 1],
  ];
  for (const [name, from, end, requests] of due)
    it(name, async () => {
      const { storage } = openShelf(ending(from, end));
      const { port, service } = openScripted([refreshed()], { storage });
      const session = (await port.getSession())!;
      expect(session.isValid()).to.equal(true);
      expect(service.sent).to.have.lengthOf(requests);
      // Seconds since 1970, by which the next look is planned.
      const left = session.getAccessToken().getExpiration() - Date.now() / 1000;
      expect(left).to.be.closeTo(requests ? 3600 : end, 5);
    });

  it('is reckoned by the service’s clock, not by this device’s', async () => {
    const token = jwt({ from: -3550 - 600, until: 50 - 600 });
    const content = { ...storedSession('eve', { idToken: token, accessToken: token }) };
    const { storage } = openShelf({ ...content, [`${keyPrefix}.eve.clockDrift`]: '900' });
    const { port, service } = openScripted([refreshed()], { storage });
    expect((await port.getSession())?.isValid()).to.equal(true);
    expect(service.sent, 'this device is a quarter of an hour ahead').to.be.empty;
  });

  it('without a refresh token is given while it lasts, and nobody is asked', async () => {
    for (const [content, given] of [
      [ending(-3550, 50), true],
      [ending(-7200, -3600), false],
    ] as const) {
      const { storage } = openShelf({ ...content, [`${keyPrefix}.eve.refreshToken`]: '' });
      const { port, service } = openScripted([], { storage });
      expect((await port.getSession()) !== null).to.equal(given);
      expect(service.sent).to.be.empty;
    }
  });

  it('of whoever was confirmed last is not taken for that of who was before, however late that is refreshed', async () => {
    const spent = jwt({ until: 0 }); // made now, since the SDK takes this device's clock to be off otherwise
    const { reply, answer } = heldBack();
    const evesTokens = tokens({ IdToken: spent, AccessToken: spent });
    const script = [evesTokens, reply, '', tokens({ RefreshToken: 'refresh-of-ann' })];
    const { port, service } = openScripted(script, { mode: 'reauth' });
    await port.signIn({ username: 'eve', password: 'Red-Harbour-8' }, never);
    const asked = port.getSession();
    await until(() => service.sent.length === 2);
    await port.signOut(false, never);
    await port.signIn({ username: 'ann', password: 'Blue-Lagoon-7' }, never);
    answer(new Response(refreshed()));
    await asked;
    expect((await port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-of-ann');
  });

  it('is given as it is while it lasts, where it cannot be refreshed before its end', async () => {
    const content = ending(-3550, 50);
    const { storage, content: now } = openShelf(content);
    const { port } = openScripted([new TypeError('Failed to fetch')], { storage });
    expect((await port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-0');
    expect(now()).to.deep.equal(content);
  });

  it('that was ended elsewhere is gone before its time', async () => {
    const shelf = openShelf(ending(-3550, 50));
    const script = [refusal('NotAuthorizedException', 'Refresh Token has been revoked')];
    const { port } = openScripted(script, { storage: shelf.storage });
    expect(await port.getSession()).to.equal(null);
    expect(shelf.content()).to.deep.equal({});
  });

  it('of a device that the pool has forgotten is over', async () => {
    const key = { [`${keyPrefix}.eve.deviceKey`]: 'key' };
    const shelf = openShelf({ ...ending(-7200, -3600), ...key });
    const script = [refusal('ResourceNotFoundException', 'Device does not exist.')];
    const { port } = openScripted(script, { storage: shelf.storage });
    expect(await port.getSession()).to.equal(null);
    expect(shelf.content()).to.deep.equal(key);
  });
});

describe('two tabs', () => {
  it('refresh with one request, and both have what it brought', async () => {
    const shelf = openShelf(ending(-7200, -3600));
    const { reply, answer } = heldBack();
    const one = openScripted([reply], { storage: shelf.storage });
    const two = openScripted([], { storage: shelf.storage });
    const asked = [one.port.getSession(), two.port.getSession()];
    await until(() => one.service.sent.length === 1);
    await settled();
    answer(new Response(rotated('refresh-2')));
    const tokensOf = (await Promise.all(asked)).map((session) => session?.getRefreshToken().getToken());
    expect(tokensOf).to.deep.equal(['refresh-2', 'refresh-2']);
    expect(two.service.sent).to.be.empty;
  });

  it('of two clients wait for one another no more than of two users', async () => {
    const { reply, answer } = heldBack();
    const one = openScripted([reply], { storage: openShelf(ending(-7200, -3600)).storage });
    const content = Object.entries(ending(-7200, -3600)).map(([key, value]) => [key.replace(clientId, 'other'), value]);
    const storage = openShelf(Object.fromEntries(content)).storage;
    const two = openScripted([refreshed()], { storage, clientId: 'other' });
    const asked = one.port.getSession();
    await until(() => one.service.sent.length === 1);
    expect(await two.port.getSession()).not.to.equal(null);
    answer(new Response(refreshed()));
    expect(await asked).not.to.equal(null);
  });

  it('go on with what the other one stored', async () => {
    const shelf = openShelf(ending(-7200, -3600));
    const one = openScripted([rotated('refresh-2')], { storage: shelf.storage });
    const two = openScripted([rotated('refresh-3')], { storage: shelf.storage });
    const first = await one.port.getSession();
    const access = jwt({ from: -7200, until: -3600 });
    shelf.storage.setItem(`${keyPrefix}.eve.accessToken`, access);
    await two.port.getSession();
    expect(two.service.sent[0]!.params.RefreshToken).to.equal('refresh-2');
    const session = await one.port.getSession();
    expect(session).not.to.equal(first);
    expect(session?.getRefreshToken().getToken()).to.equal('refresh-3');
    expect(one.service.sent).to.have.lengthOf(1);
  });

  it('leave it at a sign-out in one of them, however late a refresh comes in the other', async () => {
    const shelf = openShelf(ending(-7200, -3600));
    const { reply, answer } = heldBack();
    const one = openScripted([reply], { storage: shelf.storage });
    const two = openScripted([''], { storage: shelf.storage });
    const asked = one.port.getSession();
    await until(() => one.service.sent.length === 1);
    await two.port.signOut(false, never);
    answer(new Response(refreshed()));
    expect(await asked).to.equal(null);
    expect(shelf.content()).to.deep.equal({});
  });

  it('have somebody else signed in when the other one signed them in', async () => {
    const shelf = openShelf();
    const one = openScripted([tokens()], { storage: shelf.storage });
    const two = openScripted([tokens({ RefreshToken: 'refresh-2' })], { storage: shelf.storage });
    await one.signIn();
    await two.port.signIn({ username: 'eve', password: 'Red-Harbour-8' }, never);
    const content = shelf.content();
    expect((await one.port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-2');
    expect(shelf.content()).to.deep.equal(content);
  });

  it('have nobody signed in when the other one signed out', async () => {
    const shelf = openShelf();
    const one = openScripted([tokens()], { storage: shelf.storage });
    const two = openScripted([''], { storage: shelf.storage });
    await one.signIn();
    expect(await one.port.getSession()).not.to.equal(null);
    await two.port.signOut(false, never);
    expect(await one.port.getSession()).to.equal(null);
  });
});

describe('a refresh that a sign-out made late, in a browser without locks', () => {
  before(() => Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true }));
  after(() => Reflect.deleteProperty(navigator, 'locks'));

  it('leaves the one of whoever signed in next to be made once', async () => {
    const [late, next] = [heldBack(), heldBack()];
    const { storage } = openShelf(ending(-3550, 50));
    const { port, service } = openScripted([late.reply, '', next.reply, refreshed()], { storage });
    const before = port.getSession();
    await until(() => service.sent.length === 1);
    await port.signOut(false, never);
    for (const [key, value] of Object.entries(ending(-3550, 50))) storage.setItem(key, value);
    const asked = port.getSession();
    await until(() => service.sent.length === 3);
    late.answer(new Response(refreshed()));
    await before;
    const again = port.getSession();
    next.answer(new Response(refreshed()));
    expect(await again).to.equal(await asked);
  });
});

describe('the lock', () => {
  const clock = new FakeClock();
  afterEach(() => expect(clock.pending).to.equal(0));

  /** Ends after so many turns of the event loop. */
  const work = (log: string[], name: string) => async () => {
    log.push(`${name} begins`);
    await settled();
    log.push(`${name} ends`);
    return name;
  };

  it('lets one go after the other, and tells each what became of its own', async () => {
    const log: string[] = [];
    const results = await Promise.all(['a', 'b'].map((name) => withLock('test', work(log, name), clock)));
    expect(results).to.deep.equal(['a', 'b']);
    expect(log).to.deep.equal(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('is let go of by work that fails', async () => {
    const failing = withLock('test', () => Promise.reject(new Error('Failed.')), clock);
    const error = await failing.catch((reason: Error) => reason.message);
    expect([error, await withLock('test', () => Promise.resolve('next'), clock)]).to.deep.equal(['Failed.', 'next']);
  });

  it('is done without where the browser has none, or none for this page', async () => {
    const refusing = { request: () => Promise.reject(new DOMException('Opaque origin.', 'SecurityError')) };
    for (const locks of [undefined, refusing as Pick<LockManager, 'request'>])
      expect(await withLock('test', () => Promise.resolve('done'), clock, locks)).to.equal('done');
  });

  it('is waited for 35 s: a tab that sleeps with it keeps nobody from the session', async () => {
    let wake: () => void = () => undefined;
    const asleep = withLock('test', () => new Promise<void>((resolve) => (wake = resolve)), clock);
    await settled();
    const log: string[] = [];
    const waiting = withLock('test', work(log, 'a'), clock);
    clock.advance(34_999);
    await settled();
    expect(log).to.deep.equal([]);
    clock.advance(1);
    expect(await waiting).to.equal('a');
    wake();
    await asleep;
  });
});
