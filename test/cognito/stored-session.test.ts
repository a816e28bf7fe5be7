import { expect } from '@open-wc/testing';
import type { AuthPort } from '../../src/flow/ports.js';
import { heldBack, jwt, refusal, type Reply, tokens } from '../support/scripted-service.js';
import {
  clientId,
  errorOfRejection,
  keyPrefix,
  never,
  openScripted,
  openShelf,
  storedSession,
  until,
} from './open-scripted.js';

const expired = { from: -7200, until: -3600 };
const aged = (username: string, refreshToken = 'refresh-0') =>
  storedSession(username, { idToken: jwt(expired), accessToken: jwt(expired), refreshToken });
const valid = (username: string) => storedSession(username, { idToken: jwt(), accessToken: jwt() });
/** What a refresh is answered with: no new refresh token. */
const refreshed = () => tokens({ RefreshToken: undefined });

const gone = ['Refresh Token has expired', 'Refresh Token has been revoked', 'Invalid Refresh Token'];

/** How a session ends here. */
const endings: Readonly<Record<string, { replies: () => Reply[]; by: (port: AuthPort) => Promise<unknown> }>> = {
  'is refused': { replies: () => [refusal('NotAuthorizedException', gone[0]!)], by: (port) => port.getSession() },
  'is signed out of': { replies: () => ['', ''], by: (port) => port.signOut(false, never) },
};

/** Why the service could not be asked: nobody is signed out by it. */
const obstacles: Readonly<Record<string, [Reply, code: string]>> = {
  'the network is down': [new TypeError('Failed to fetch'), 'Offline'],
  'the service is down': [new Response('', { status: 503 }), 'HttpError'],
  'a portal answers': ['<html>', 'BadResponse'],
  'the answer has no tokens': ['{}', 'BadResponse'],
  'the answer is a challenge': ['{"ChallengeName":"SMS_MFA","Session":"a session of some length"}', 'BadResponse'],
  'there are too many requests': [
    refusal('TooManyRequestsException', 'Rate exceeded', 429),
    'TooManyRequestsException',
  ],
};

describe('a stored session', () => {
  it('that is valid is given without a request', async () => {
    const shelf = openShelf(valid('eve'));
    const { port, service } = openScripted([], { storage: shelf.storage });
    expect((await port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-0');
    expect(service.sent).to.have.lengthOf(0);
  });

  it('is nobody’s where there is none', async () => {
    const { port, service } = openScripted([]);
    expect(await port.getSession()).to.equal(null);
    expect(service.sent).to.have.lengthOf(0);
  });

  it('that has expired is refreshed with one request and keeps its refresh token', async () => {
    const shelf = openShelf(aged('eve'));
    const { port, service } = openScripted([refreshed()], { storage: shelf.storage });
    const session = await port.getSession();
    expect([session?.isValid(), session?.getRefreshToken().getToken()]).to.deep.equal([true, 'refresh-0']);
    expect(service.operations()).to.deep.equal(['GetTokensFromRefreshToken']);
    expect(service.sent[0]!.params).to.deep.equal({
      RefreshToken: 'refresh-0',
      ClientId: clientId,
      ClientMetadata: {},
    });
    expect(await port.getSession()).to.equal(session);
    expect(service.sent).to.have.lengthOf(1);
    expect(shelf.content()[`${keyPrefix}.eve.idToken`]).to.equal(session?.getIdToken().getJwtToken());
  });

  it('of another user is gone once somebody signs in, and with it what the SDK kept of them', async () => {
    const shelf = openShelf({ ...valid('eve'), [`${keyPrefix}.eve.userData`]: '{"Username":"eve"}' });
    const { signIn } = openScripted([tokens()], { storage: shelf.storage });
    await signIn();
    expect(Object.keys(shelf.content()).filter((key) => key.includes('.eve.'))).to.deep.equal([]);
  });

  it('names the device to which it is bound', async () => {
    const shelf = openShelf({ ...aged('eve'), [`${keyPrefix}.eve.deviceKey`]: 'eu-west-1_device' });
    const { port, service } = openScripted([refreshed()], { storage: shelf.storage });
    await port.getSession();
    expect(service.sent[0]!.params).to.have.property('DeviceKey', 'eu-west-1_device');
  });

  for (const name of ['RefreshTokenReuseException', 'UserNotFoundException', 'PasswordResetRequiredException'])
    it(`is over for good after ${name}`, async () => {
      const shelf = openShelf(aged('eve'));
      const { port } = openScripted([refusal(name, 'No.')], { storage: shelf.storage });
      expect(await port.getSession()).to.equal(null);
      expect(shelf.content()).to.deep.equal({});
    });

  it('takes over a new refresh token', async () => {
    const shelf = openShelf(aged('eve'));
    const { port } = openScripted([tokens({ RefreshToken: 'refresh-2' })], { storage: shelf.storage });
    expect((await port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-2');
    expect(shelf.content()[`${keyPrefix}.eve.refreshToken`]).to.equal('refresh-2');
  });

  it('asked for twice at once is refreshed with one request', async () => {
    const shelf = openShelf(aged('eve'));
    const { port, service } = openScripted([refreshed()], { storage: shelf.storage });
    const [one, two] = await Promise.all([port.getSession(), port.getSession()]);
    expect(one?.isValid()).to.equal(true);
    expect(two).to.equal(one);
    expect(service.sent).to.have.lengthOf(1);
  });

  for (const message of gone)
    it(`with “${message}” ends after exactly one request, and is taken away`, async () => {
      const shelf = openShelf({ ...aged('eve'), theme: 'dark' });
      const { port, service } = openScripted([refusal('NotAuthorizedException', message)], { storage: shelf.storage });
      expect(await port.getSession()).to.equal(null);
      expect(await port.getSession()).to.equal(null);
      expect(service.sent).to.have.lengthOf(1);
      expect(shelf.content()).to.deep.equal({ theme: 'dark' });
    });

  for (const [name, [reply, code]] of Object.entries(obstacles))
    it(`stays as it is while ${name}`, async () => {
      const content = aged('eve');
      const shelf = openShelf(content);
      const { port, service } = openScripted([reply, refreshed()], { storage: shelf.storage });
      expect(await errorOfRejection(port.getSession())).to.equal(code);
      expect(service.sent).to.have.lengthOf(1);
      expect(shelf.content()).to.deep.equal(content);
      expect((await port.getSession())?.isValid()).to.equal(true);
    });

  it('is given up after 15 s without an answer', async () => {
    const shelf = openShelf(aged('eve'));
    const { port, service, clock } = openScripted([() => new Promise(() => undefined)], { storage: shelf.storage });
    const asked = errorOfRejection(port.getSession());
    await until(() => service.sent.length === 1);
    clock.advance(15_000);
    expect(await asked).to.equal('Timeout');
  });

  it('of one user is refreshed in their name while another signed in last on this origin', async () => {
    const shelf = openShelf();
    const first = tokens({ IdToken: jwt(expiring()), AccessToken: jwt(expiring()) });
    const { port, signIn, service } = openScripted([first, refreshed()], { storage: shelf.storage });
    await signIn();
    for (const [key, value] of Object.entries(valid('eve'))) shelf.storage.setItem(key, value);
    const session = await port.getSession();
    expect(service.sent[1]!.params.RefreshToken).to.equal('refresh-1');
    const { [`${keyPrefix}.ann.idToken`]: annsToken, ...others } = shelf.content();
    expect(annsToken).to.equal(session?.getIdToken().getJwtToken());
    expect(others).to.include(valid('eve'));
  });

  it('is named again with its next refresh where its user’s name alone was taken away', async () => {
    const shelf = openShelf();
    const first = tokens({ IdToken: jwt(expiring()), AccessToken: jwt(expiring()) });
    const { port, signIn } = openScripted([first, refreshed()], { storage: shelf.storage });
    await signIn();
    shelf.storage.removeItem(`${keyPrefix}.LastAuthUser`);
    await port.getSession();
    expect(shelf.content()[`${keyPrefix}.LastAuthUser`]).to.equal('ann');
  });

  for (const [name, end] of Object.entries(endings))
    it(`of somebody else, whom the SDK signed in on this origin, is whole after one here ${name}`, async () => {
      const shelf = openShelf();
      const first = tokens({ IdToken: jwt(expiring()), AccessToken: jwt(expiring()) });
      const { port, signIn } = openScripted([first, ...end.replies()], { storage: shelf.storage });
      await signIn();
      for (const [key, value] of Object.entries(valid('eve'))) shelf.storage.setItem(key, value);
      await end.by(port);
      expect(shelf.content()).to.deep.equal(valid('eve'));
    });

  /** Somebody signs in while another's session, asked for before, is being refreshed. */
  async function signInBesideRefresh() {
    const shelf = openShelf(aged('eve'));
    const { reply: held, answer } = heldBack();
    const { port, signIn, service } = openScripted([held, tokens()], { storage: shelf.storage });
    const asked = port.getSession();
    await until(() => service.sent.length === 1);
    await signIn();
    return { shelf, port, asked, answer };
  }

  const latecomers: Readonly<Record<string, () => Response>> = {
    'is not stored over that of whoever signed in meanwhile': () => new Response(refreshed()),
    'does not take away that of whoever signed in meanwhile': () => refusal('NotAuthorizedException', gone[0]),
    'fails for nobody who signed in meanwhile': () => new Response('', { status: 503 }),
  };
  for (const [name, reply] of Object.entries(latecomers))
    it(`whose refresh comes late ${name}`, async () => {
      const { shelf, asked, answer } = await signInBesideRefresh();
      answer(reply());
      expect((await asked)?.getRefreshToken().getToken()).to.equal('refresh-1');
      expect(shelf.content()[`${keyPrefix}.LastAuthUser`]).to.equal('ann');
    });

  it('whose refresh comes late keeps nobody waiting who signed in meanwhile', async () => {
    const { port, asked, answer } = await signInBesideRefresh();
    expect((await port.getSession())?.getRefreshToken().getToken()).to.equal('refresh-1');
    answer(new Response('', { status: 503 }));
    expect((await asked)?.getRefreshToken().getToken()).to.equal('refresh-1');
  });
});

/** Tokens that are no longer valid, from an hour that the SDK takes to be this device's: it reckons with `iat`. */
const expiring = () => ({ until: 0 });

describe('signing out', () => {
  it('may be answered with no body', async () => {
    const { port, signIn, warnings } = openScripted([tokens(), '']);
    await signIn();
    expect(await port.signOut(true, never)).to.deep.equal({ kind: 'signed-out', global: true });
    expect(warnings).to.deep.equal([]);
  });

  it('holds while a refresh comes late', async () => {
    const shelf = openShelf(aged('eve'));
    const { reply: held, answer } = heldBack();
    const { port, service } = openScripted([held, ''], { storage: shelf.storage });
    const asked = port.getSession();
    await until(() => service.sent.length === 1);
    await port.signOut(false, never);
    answer(new Response(refreshed()));
    expect(await asked).to.equal(null);
    expect(await port.getSession()).to.equal(null);
    expect(shelf.content()).to.deep.equal({});
  });

  it('in another tab, and in again, is not undone by a refusal of the old tokens here', async () => {
    const shelf = openShelf(aged('eve'));
    const { reply: held, answer } = heldBack();
    const { port, service } = openScripted([held], { storage: shelf.storage });
    const asked = port.getSession();
    await until(() => service.sent.length === 1);
    for (const [key, value] of Object.entries({ ...valid('eve'), [`${keyPrefix}.eve.refreshToken`]: 'refresh-9' })) {
      shelf.storage.setItem(key, value);
    }
    answer(refusal('NotAuthorizedException', gone[1]) as Response);
    expect((await asked)?.getRefreshToken().getToken()).to.equal('refresh-9');
    expect(shelf.content()[`${keyPrefix}.eve.refreshToken`]).to.equal('refresh-9');
  });

  it('clears up also where a name without tokens is all there is', async () => {
    const shelf = openShelf({ [`${keyPrefix}.LastAuthUser`]: 'eve' });
    const { port, service } = openScripted([], { storage: shelf.storage });
    expect(await port.signOut(true, never)).to.deep.equal({ kind: 'signed-out', global: false });
    expect(shelf.content()).to.deep.equal({});
    expect(service.sent).to.be.empty;
  });

  it('where nobody is signed in asks nobody, and ends nothing', async () => {
    const { port, service } = openScripted([]);
    expect(await port.signOut(true, never)).to.deep.equal({ kind: 'signed-out', global: false });
    expect(service.sent).to.be.empty;
  });

  it('takes the tokens away before the service is asked, and asks with the refresh token alone', async () => {
    const shelf = openShelf(aged('eve'));
    const { reply: held, answer } = heldBack();
    const { port, service } = openScripted([held], { storage: shelf.storage });
    const out = port.signOut(false, never);
    expect(shelf.content()).to.deep.equal({});
    answer(new Response(''));
    await out;
    expect(service.sent.map(({ operation, params }) => [operation, params])).to.deep.equal([
      ['RevokeToken', { Token: 'refresh-0', ClientId: clientId }],
    ]);
  });

  it('everywhere refreshes an access token that has run out, and stores nothing of it', async () => {
    const shelf = openShelf(aged('eve'));
    const script = [refusal('NotAuthorizedException', 'Access Token has expired'), refreshed(), ''];
    const { port, service } = openScripted(script, { storage: shelf.storage });
    expect(await port.signOut(true, never)).to.deep.equal({ kind: 'signed-out', global: true });
    const asked = service.sent.map(({ operation }) => operation);
    expect(asked).to.deep.equal(['GlobalSignOut', 'GetTokensFromRefreshToken', 'GlobalSignOut']);
    expect(shelf.content()).to.deep.equal({});
  });

  it('everywhere asks with the access token, and no second time where that is not to blame', async () => {
    const shelf = openShelf(aged('eve'));
    const script = [refusal('TooManyRequestsException', 'Too many requests')];
    const { port, service, warnings } = openScripted(script, { storage: shelf.storage });
    const AccessToken = shelf.content()[`${keyPrefix}.eve.accessToken`];
    expect(await port.signOut(true, never)).to.deep.equal({ kind: 'signed-out', global: false });
    const asked = service.sent.map(({ operation, params }) => [operation, params]);
    expect(asked).to.deep.equal([['GlobalSignOut', { AccessToken }]]);
    expect(warnings).to.deep.equal(['The service did not end the session: TooManyRequestsException.']);
  });
});
