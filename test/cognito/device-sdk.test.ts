/** A device that the SDK remembered is used by us, and the other way round: against the local pool, which checks each proof. */
import { expect } from '@open-wc/testing';
import {
  AuthenticationDetails,
  CognitoUser,
  CognitoUserPool,
} from 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js';
import { openCognito } from '../../src/cognito/open-cognito.js';
import { ann, openPool, password, type TestPool } from '../support/pool.js';
import { FakeClock } from '../support/fake-clock.js';
import { never, openShelf, wordOf } from './open-scripted.js';

type Shelf = ReturnType<typeof openShelf>;

const openTracking = () => openPool({ users: [ann], settings: { deviceTracking: 'opt-in' } });

const openPort = ({ userPoolId, clientId, endpoint }: TestPool, { storage }: Shelf) =>
  openCognito({
    userPoolId,
    clientId,
    endpoint,
    storage,
    authFlow: 'srp',
    clock: new FakeClock(),
    warn: () => undefined,
  });

/** An app's user, as it would make it. */
function openUser({ userPoolId, clientId, endpoint }: TestPool, { storage }: Shelf) {
  const Storage = { ...storage, clear: () => undefined };
  const Pool = new CognitoUserPool({ UserPoolId: userPoolId, ClientId: clientId, endpoint, Storage });
  return new CognitoUser({ Username: 'ann', Pool, Storage });
}

/** @returns whether the pool asked for a code */
const signInBySdk = (user: CognitoUser, pool: TestPool): Promise<boolean> =>
  new Promise((resolve, onFailure) => {
    const details = new AuthenticationDetails({ Username: 'ann', Password: password });
    const callbacks = (asked: boolean) => ({
      onSuccess: () => resolve(asked),
      onFailure,
      mfaRequired: () => void pool.lastCode().then((code) => user.sendMFACode(code, callbacks(true))),
      challenge: onFailure,
    });
    user.authenticateUser(details, callbacks(false));
  });

const credentials = { username: 'ann', password };

describe('a remembered device', () => {
  it('of ours spares the app’s SDK the code, and its tokens are refreshed', async () => {
    const [pool, shelf] = [await openTracking(), openShelf()];
    const port = openPort(pool, shelf);
    expect(wordOf(await port.signIn(credentials, never))).to.equal('code-needed');
    const outcome = await port.answer({ kind: 'code', code: await pool.lastCode() }, never);
    expect(outcome).to.deep.equal({ kind: 'signed-in', offers: ['device'] });
    expect(await port.rememberDevice(never)).to.deep.equal({ kind: 'done' });
    expect(await signInBySdk(openUser(pool, shelf), pool)).to.equal(false);
    expect(await pool.outbox()).to.have.lengthOf(1);
    await pool.advance(3_600_000);
    const key = Object.keys(shelf.content()).find((name) => name.endsWith('.clockDrift'))!;
    shelf.storage.setItem(key, '-3600'); // this device's clock moves along
    expect((await openPort(pool, shelf).getSession())?.isValid()).to.equal(true);
  });

  it('of the app’s SDK spares us the code, until it is forgotten', async () => {
    const [pool, shelf] = [await openTracking(), openShelf()];
    const user = openUser(pool, shelf);
    expect(await signInBySdk(user, pool)).to.equal(true);
    await new Promise((onSuccess, onFailure) => user.setDeviceStatusRemembered({ onSuccess, onFailure }));
    const port = openPort(pool, shelf);
    expect(await port.signIn(credentials, never)).to.deep.equal({ kind: 'signed-in', offers: [] });
    expect(await pool.outbox()).to.have.lengthOf(1);
    expect(await port.forgetDevice(never)).to.equal(true);
    expect(wordOf(await port.signIn(credentials, never))).to.equal('code-needed');
    expect(Object.keys(shelf.content()).filter((key) => /device|randomPassword/.test(key))).to.be.empty;
  });
});
