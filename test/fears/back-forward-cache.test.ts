import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { Network } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

const leave = () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const comeBack = () => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

describe('a page that was put into the back-forward cache', () => {
  let network: Network;
  let clock: FakeClock;
  let person: Person;

  beforeEach(async () => {
    network = new Network();
    clock = new FakeClock(Date.now());
    const { fetch } = network;
    person = await visit({ pool: await openPool({ users: [ann] }), set: { fetch, clock, authFlow: 'password' } });
  });

  async function coolsDown(): Promise<void> {
    clock.advance(30_000);
    await person.element.updateComplete;
  }

  async function asksForThePassword(): Promise<void> {
    await coolsDown();
    person.button('Send a new code').click();
    await person.element.updateComplete;
    expect(person.intro).to.equal('Enter your password and we will send a new code.');
    expect(person.field('Password').value).to.equal('');
    expect(person.focused).to.equal(person.field('Password'));
    expect(await person.messages()).to.equal(1);
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.hears('login-code-sent', 2);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(2);
  }

  async function goToCode(): Promise<void> {
    await person.signIn('ann');
    await person.sees('Check your phone');
  }

  it('has not kept the password: a new code needs it again', async () => {
    await goToCode();
    leave();
    comeBack();
    await asksForThePassword();
  });

  it('has not kept the password of a sign-in that was under way', async () => {
    network.hold();
    await person.signIn('ann');
    await network.waits();
    leave();
    comeBack();
    await network.release();
    await person.sees('Check your phone');
    await asksForThePassword();
  });

  it('would have sent a new code without asking, had it stayed', async () => {
    await goToCode();
    comeBack();
    await coolsDown();
    person.button('Send a new code').click();
    await person.hears('login-code-sent', 2);
    expect(await person.messages()).to.equal(2);
  });

  it('still takes the code that was sent', async () => {
    await goToCode();
    await person.type('Code', '12');
    leave();
    clock.sleep(60_000);
    comeBack();
    await person.element.updateComplete;
    expect(person.field('Code').value).to.equal('12');
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
  });

  it('reads the clock again, and says so when the time ran out meanwhile', async () => {
    await goToCode();
    leave();
    clock.sleep(181_000);
    expect(person.heading).to.equal('Check your phone');
    comeBack();
    expect(await person.hears('login-failure')).to.include({ code: 'session-expired', step: 'code' });
    await person.sees('Sign in');
    expect(person.hint('Password')).to.equal('That took too long. Please sign in again.');
    expect(person.field('User name').value).to.equal('ann');
    expect(person.field('Password').value).to.equal('');
  });
});
