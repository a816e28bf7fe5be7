import { expect } from '@open-wc/testing';
import type { StorageChoice } from '../../src/headless.js';
import { bob, openPool, password, wrongPassword } from '../support/pool.js';
import { failureOf, loginOn, nameOf, openLogin } from './open-login.js';

const memory = () => {
  const items = new Map<string, string>();
  const storage: StorageChoice = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
  return { items, storage };
};

const refreshes = (log: readonly { operation: string }[]) =>
  log.filter(({ operation }) => operation === 'GetTokensFromRefreshToken').length;

describe('getSession', () => {
  it('is null before anyone signed in', async () => {
    const { pool, login } = await openLogin();
    expect(await login.getSession()).to.equal(null);
    expect(await pool.log()).to.deep.equal([]);
  });

  it('needs no request while the tokens are good', async () => {
    const { pool, login } = await openLogin();
    await login.signIn('bob', password);
    const { length } = await pool.log();
    const [one, other] = [await login.getSession(), await login.getSession()];
    expect(one!.getAccessToken().getJwtToken()).to.equal(other!.getAccessToken().getJwtToken());
    expect(await pool.log()).to.have.length(length);
  });

  it('refreshes tokens that have run out, once for all who ask', async () => {
    const { storage } = memory();
    const pool = await openPool({ settings: { accessTokenValidity: -1 }, users: [{ username: 'bob', password }] });
    await loginOn(pool, { storage }).login.signIn('bob', password);
    const before = refreshes(await pool.log());
    const { login } = loginOn(pool, { storage });
    const [one, other] = await Promise.all([login.getSession(), login.getSession()]);
    expect(one).not.to.equal(null);
    expect(other).to.equal(one);
    expect(refreshes(await pool.log()) - before).to.equal(1);
  });

  it('is there for the next page through the storage', async () => {
    const { storage } = memory();
    const { pool, login } = await openLogin({ storage });
    await login.signIn('bob', password);
    const session = await loginOn(pool, { storage }).login.getSession();
    expect(session!.getAccessToken().decodePayload()).to.include({ username: 'bob' });
  });

  it('outlives an attempt that failed, in memory too', async () => {
    const { login } = await openLogin();
    await login.signIn('bob', password);
    login.startOver();
    await failureOf(login.signIn('ann', wrongPassword));
    expect(await login.getSession()).not.to.equal(null);
  });
});

describe('signOut', () => {
  it('ends the session here, and elsewhere not', async () => {
    const { items, storage } = memory();
    const { pool, login } = await openLogin({ storage });
    await login.signIn('bob', password);
    expect(items.size).to.be.greaterThan(0);
    expect(await login.signOut()).to.deep.equal({ global: false });
    expect(login.state).to.deep.include({ name: 'sign-in', busy: null, error: null });
    expect(await login.getSession()).to.equal(null);
    expect(items.size).to.equal(0);
    expect((await pool.log()).at(-1)).to.include({ operation: 'RevokeToken', status: 200 });
  });

  it('ends it everywhere with global', async () => {
    const { pool, login } = await openLogin();
    await login.signIn('bob', password);
    expect(await login.signOut({ global: true })).to.deep.equal({ global: true });
    expect((await pool.log()).at(-1)).to.include({ operation: 'GlobalSignOut', status: 200 });
    expect(await login.getSession()).to.equal(null);
  });

  it('with global tells when the other devices could not be reached', async () => {
    let online = true;
    const { login } = await openLogin({
      fetch: (...request) => (online ? fetch(...request) : Promise.reject(new TypeError('Failed to fetch'))),
    });
    await login.signIn('bob', password);
    online = false;
    expect(await login.signOut({ global: true })).to.deep.equal({ global: false });
    expect(login.state.name).to.equal('sign-in');
  });

  it('ends a session of an earlier visit', async () => {
    const { items, storage } = memory();
    const { pool, login } = await openLogin({ storage });
    await login.signIn('bob', password);
    await loginOn(pool, { storage }).login.signOut();
    expect(items.size).to.equal(0);
  });

  it('takes back a sign-in under way', async () => {
    const { pool, login } = await openLogin();
    const call = nameOf(login.signIn('ann', password));
    expect(await login.signOut()).to.deep.equal({ global: false });
    expect(await call).to.equal('AbortError');
    expect(await pool.outbox()).to.deep.equal([]);
  });

  it('does nothing bad where nobody is signed in', async () => {
    const { pool, login } = await openLogin();
    expect(await login.signOut()).to.deep.equal({ global: false });
    expect(await pool.log()).to.deep.equal([]);
  });

  it('can be followed by another sign-in', async () => {
    const { login } = await openLogin();
    await login.signIn('bob', password);
    await login.signOut();
    expect(await login.signIn('bob', password)).to.include({ name: 'signed-in' });
  });
});

describe('restore', () => {
  it('finds somebody else who has signed in since', async () => {
    const pool = await openPool({ users: [bob, { username: 'tim', password }] });
    const [here, elsewhere] = [loginOn(pool, { storage: 'local' }).login, loginOn(pool, { storage: 'local' }).login];
    await here.signIn('bob', password);
    await elsewhere.restore();
    await elsewhere.signOut();
    await elsewhere.signIn('tim', password);
    expect(await here.restore()).to.include({ name: 'signed-in', username: 'tim' });
  });

  it('asked for by two guards of a route at once, answers both', async () => {
    const { pool, login } = await openLogin({ storage: 'local' });
    await login.signIn('bob', password);
    const { login: later } = loginOn(pool, { storage: 'local' });
    const found = await Promise.all([later.restore(), later.restore()]);
    expect(found.map((step) => step?.name)).to.deep.equal(['signed-in', 'signed-in']);
  });
});
