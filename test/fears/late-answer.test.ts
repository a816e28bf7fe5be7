import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { Network, storedFor } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, bob, openPool, wrongPassword } from '../support/pool.js';

describe('an answer that comes late', () => {
  let network: Network;
  let clock: FakeClock;
  let person: Person;

  beforeEach(async () => {
    network = new Network();
    clock = new FakeClock(Date.now());
    const pool = await openPool({ users: [ann, bob] });
    const { fetch } = network;
    person = await visit({ pool, set: { fetch, clock, authFlow: 'password', storage: 'session' } });
  });

  /** Everything that could show that the answer was heeded. */
  const trace = () => ({
    events: person.told.length,
    heading: person.heading,
    status: person.status,
    form: person.element.querySelector('form')?.innerHTML,
    stored: JSON.stringify(sessionStorage),
  });

  async function staysAsItIs(): Promise<void> {
    await person.element.updateComplete;
    const before = trace();
    await network.release();
    await person.element.updateComplete;
    expect(trace()).to.deep.equal(before);
  }

  async function goToCode(): Promise<void> {
    await person.signIn('ann');
    await person.sees('Check your phone');
  }

  it('changes nothing after the person started over in the first step', async () => {
    network.hold();
    await person.signIn('ann');
    await network.waits();
    person.element.startOver();
    await staysAsItIs();
    expect(person.heading).to.equal('Sign in');
    expect(person.told).to.be.empty;
    expect(person.field('User name').value).to.equal('ann');
    expect(person.field('Password').value).to.equal('');
    expect(person.form.ariaBusy).to.equal('false');
  });

  it('reports no failure after the person started over', async () => {
    network.hold();
    await person.signIn('ann', wrongPassword);
    await network.waits();
    person.element.startOver();
    await staysAsItIs();
    expect(person.told).to.be.empty;
    expect(person.hint('Password')).to.equal('');
  });

  it('signs nobody in after the person went back from the code step', async () => {
    await goToCode();
    network.hold();
    await person.enterSentCode();
    await network.waits();
    person.button('Back').click();
    await staysAsItIs();
    expect(person.heading).to.equal('Sign in');
    expect(person.heard('login-success')).to.be.empty;
    expect(storedFor(person.pool.clientId)).to.deep.equal({});
    expect(await person.element.getSession()).to.equal(null);
  });

  it('leaves alone the one who signed in meanwhile', async () => {
    await goToCode();
    network.hold();
    await person.enterSentCode();
    await network.waits();
    network.pass();
    person.element.startOver();
    await person.element.updateComplete;
    await person.signIn('bob', bob.password);
    await person.hears('login-success');
    await staysAsItIs();
    expect(person.heard('login-success').map(({ username }) => username)).to.deep.equal(['bob']);
    const session = await person.element.getSession();
    expect(session?.getAccessToken().decodePayload()['username']).to.equal('bob');
  });

  it('leaves alone the attempt of another that is under way', async () => {
    network.hold();
    await person.signIn('bob', bob.password);
    await network.waits();
    network.pass();
    person.element.startOver();
    await person.element.updateComplete;
    await goToCode();
    await staysAsItIs();
    expect(person.heading).to.equal('Check your phone');
    await person.enterSentCode();
    expect(await person.hears('login-success')).to.include({ username: 'ann' });
    expect(await person.messages()).to.equal(1);
  });

  it('of a new code changes nothing after the person went back', async () => {
    await goToCode();
    clock.advance(30_000);
    await person.element.updateComplete;
    network.hold();
    person.button('Send a new code').click();
    await network.waits();
    person.button('Back').click();
    await staysAsItIs();
    expect(person.heard('login-code-sent')).to.have.length(1);
    expect(person.heading).to.equal('Sign in');
  });

  it('changes nothing after the person was told of the time limit', async () => {
    network.hold();
    await person.signIn('ann');
    await network.waits();
    clock.advance(15_000);
    expect(await person.hears('login-failure')).to.include({ code: 'timeout', step: 'sign-in', retryable: true });
    await staysAsItIs();
    expect(person.hint('Password')).to.equal('The service did not answer in time. Try again.');
    expect(person.heard('login-failure')).to.have.length(1);
  });
});
