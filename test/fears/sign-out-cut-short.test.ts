import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { listenToAccidents, Network } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { bob, openPool } from '../support/pool.js';

/** The keys of the pool's own client: test files share the browser's storage. */
const tokenKeys = ({ pool }: Person): string[] =>
  Object.keys(localStorage).filter((key) => key.includes(pool.clientId));

/** A page signs the person out and goes elsewhere in the same breath, as the logout route of an app does. */
describe('an element that leaves the page right after signOut()', () => {
  let network: Network;
  let person: Person;
  let accidents: readonly string[];

  beforeEach(async () => {
    accidents = listenToAccidents();
    network = new Network();
    const { fetch } = network;
    const pool = await openPool({ users: [bob] });
    person = await visit({ pool, set: { fetch, authFlow: 'password', storage: 'local' } });
    await person.signIn('bob');
    await person.hears('login-success');
    expect(tokenKeys(person)).to.have.lengthOf(5);
  });

  const revoked = async () => (await person.pool.log()).some(({ operation }) => operation === 'RevokeToken');

  it('signs the person out all the same, here and at the service', async () => {
    person.element.signOut();
    person.element.remove();
    await waitUntil(() => tokenKeys(person).length === 0, 'tokens are left');
    await waitUntil(revoked, 'the refresh token is left');
    expect(person.heard('login-signed-out'), 'whoever left hears no more').to.be.empty;
    expect(accidents).to.deep.equal([]);
  });

  it('comes back signed out, when it left while the service was asked', async () => {
    network.hold();
    person.element.signOut();
    await network.waits();
    expect(tokenKeys(person), 'before the service has answered').to.be.empty;
    person.element.remove();
    await aTimeout(20);
    await network.release();
    document.body.append(person.element);
    await person.element.updateComplete;
    expect(person.heading).to.equal('Sign in');
    expect(await person.element.getSession()).to.equal(null);
    expect(accidents).to.deep.equal([]);
  });

  it('may sign in anew while the service is asked, and the late answer changes nothing', async () => {
    network.hold();
    person.element.signOut();
    await network.waits();
    person.element.startOver();
    await person.sees('Sign in');
    network.pass();
    await person.signIn('bob');
    await person.hears('login-success', 2);
    await network.release();
    expect(person.heading).to.equal('You are signed in');
    expect((await person.element.getSession())?.isValid()).to.equal(true);
    expect(accidents).to.deep.equal([]);
  });
});
