import { expect } from '@open-wc/testing';
import { visit, type Person } from '../support/person.js';
import { bob, openPool } from '../support/pool.js';
import { holdFetch } from './held-fetch.js';
import { until } from './until.js';

async function signedIn(set: object = {}): Promise<Person> {
  const pool = await openPool({ users: [bob] });
  const person = await visit({ pool, set: { authFlow: 'password', storage: 'local', ...set } });
  await person.signIn('bob');
  await person.hears('login-success');
  return person;
}

const operations = async ({ pool }: Person) => (await pool.log()).map(({ operation }) => operation);
const storedKeys = ({ pool }: Person) => Object.keys(localStorage).filter((key) => key.includes(pool.clientId));

describe('signing out', () => {
  it('with the button ends the session on this device and leads to the first step', async () => {
    const person = await signedIn();
    expect(storedKeys(person)).not.to.be.empty;
    await person.activate('Sign out');
    expect(await person.hears('login-signed-out')).to.deep.equal({ username: 'bob', global: false });
    expect(person.heading).to.equal('Sign in');
    expect(storedKeys(person)).to.be.empty;
    expect(await operations(person))
      .to.include('RevokeToken')
      .and.not.to.include('GlobalSignOut');
    expect(await person.element.getSession()).to.equal(null);
    expect(person.focused).to.equal(person.field('User name'));
    expect(await person.messages()).to.equal(0);
  });

  it('with signOut({ global: true }) ends it on every device', async () => {
    const person = await signedIn();
    person.element.signOut({ global: true });
    expect(await person.hears('login-signed-out')).to.deep.equal({ username: 'bob', global: true });
    expect(await operations(person)).to.include('GlobalSignOut');
    expect(storedKeys(person)).to.be.empty;
    expect(await person.messages()).to.equal(0);
  });

  it('signs out here when the service cannot be reached, and says that it was here only', async () => {
    const offline: typeof fetch = (input, init) =>
      String(init?.body).includes('AccessToken') ? Promise.reject(new TypeError('Failed')) : fetch(input, init);
    const warn = console.warn;
    const warned: unknown[] = [];
    console.warn = (...message) => warned.push(message.join(' '));
    try {
      const person = await signedIn({ fetch: offline });
      person.element.signOut({ global: true });
      expect(await person.hears('login-signed-out')).to.deep.equal({ username: 'bob', global: false });
      expect(person.heard('login-failure')).to.be.empty;
      expect(storedKeys(person)).to.be.empty;
      expect(warned.join()).to.include('The service did not end the session');
      expect(await person.messages()).to.equal(0);
    } finally {
      console.warn = warn;
    }
  });

  it('says that it is busy meanwhile, and heeds no second press', async () => {
    const held = holdFetch();
    const person = await signedIn({ fetch: held.fetch });
    held.hold();
    await person.activate('Sign out');
    await until(() => person.hasButton('Signing out…'));
    expect(person.status).to.equal('Signing out…');
    await person.press('Enter');
    held.release();
    await person.hears('login-signed-out');
    const revocations = (await operations(person)).filter((operation) => operation === 'RevokeToken');
    expect(revocations).to.have.lengthOf(1);
    expect(person.heard('login-signed-out')).to.have.lengthOf(1);
    expect(await person.messages()).to.equal(0);
  });

  it('ends an earlier visit’s session from the first step, without talk of signing in', async () => {
    const earlier = await signedIn();
    earlier.element.remove();
    const held = holdFetch();
    const person = await visit({ pool: earlier.pool, set: { storage: 'local', fetch: held.fetch } });
    held.hold();
    person.element.signOut();
    await until(() => held.bodies.length === 1);
    expect(person.status).not.to.include('Signing in');
    expect(person.hasButton('Signing in…')).to.equal(false);
    held.release();
    await person.hears('login-signed-out');
    expect(storedKeys(person)).to.be.empty;
    expect(await person.messages()).to.equal(0);
  });
});
