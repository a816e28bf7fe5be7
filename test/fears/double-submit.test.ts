import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { FakeClock } from '../support/fake-clock.js';
import { Network } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool, wrongPassword } from '../support/pool.js';

/** The ways to submit twice; the answer is held meanwhile. */
const twice: Record<string, (person: Person, button: string, network: Network) => Promise<void>> = {
  'Enter twice': async (person) => {
    await person.press('Enter');
    await person.press('Enter');
  },
  'Enter and a click': async (person, button) => {
    const submit = person.button(button);
    await person.press('Enter');
    submit.click();
  },
  'a double click': async (person, button) => {
    const submit = person.button(button);
    submit.click();
    submit.click();
  },
  'Enter and again when the request is under way': async (person, button, network) => {
    await person.press('Enter');
    await network.waits();
    await person.press('Enter');
    person.button(`${button === 'Sign in' ? 'Signing in' : 'Checking'}…`).click();
    await aTimeout(50);
  },
};

describe('submitting twice', () => {
  let network: Network;
  let clock: FakeClock;
  let person: Person;

  beforeEach(async () => {
    network = new Network();
    clock = new FakeClock(Date.now());
    const { fetch } = network;
    person = await visit({ pool: await openPool({ users: [ann] }), set: { fetch, clock, authFlow: 'password' } });
  });

  async function goToCode(): Promise<void> {
    await person.signIn('ann');
    await person.sees('Check your phone');
  }

  it('by holding Enter down does not use up the tries that the service allows', async () => {
    await person.type('User name', 'ann');
    await person.type('Password', wrongPassword);
    await sendKeys({ down: 'Enter' });
    await person.hears('login-failure');
    // As the keyboard repeats it; drivers do not all do so for a key that stays down.
    const repeated = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true });
    expect(person.field('Password').dispatchEvent(repeated), 'whether the browser may submit').to.equal(false);
    await sendKeys({ down: 'Enter' });
    await sendKeys({ up: 'Enter' });
    await aTimeout(100);
    expect(network.requests).to.have.length(1);
    expect(await person.messages()).to.equal(0);
  });

  for (const [way, submit] of Object.entries(twice)) {
    it(`sends one message after ${way} in the first step`, async () => {
      await person.type('User name', 'ann');
      await person.type('Password', ann.password);
      network.hold();
      await submit(person, 'Sign in', network);
      await network.waits();
      await network.release();
      await person.sees('Check your phone');
      expect(network.requests).to.have.length(1);
      expect(await person.messages()).to.equal(1);
      expect(person.told.map(({ type }) => type)).to.deep.equal(['login-step', 'login-code-sent']);
    });

    it(`succeeds once after ${way} in the code step`, async () => {
      await goToCode();
      await person.type('Code', await person.pool.lastCode());
      network.hold();
      await submit(person, 'Continue', network);
      await network.waits();
      await network.release();
      await person.hears('login-success');
      expect(network.asked('RespondToAuthChallenge')).to.equal(1);
      expect(person.told.map(({ type }) => type).slice(2)).to.deep.equal(['login-step', 'login-success']);
      expect(await person.messages()).to.equal(1);
    });
  }

  it('sends one message after the SRP flow was begun twice', async () => {
    person.element.authFlow = 'srp';
    await person.type('User name', 'ann');
    await person.type('Password', ann.password);
    const submit = person.button('Sign in');
    await person.press('Enter');
    submit.click();
    await person.sees('Check your phone');
    await aTimeout(50);
    expect(network.requests.map(({ operation }) => operation)).to.deep.equal([
      'InitiateAuth',
      'RespondToAuthChallenge',
    ]);
    expect(await person.messages()).to.equal(1);
  });

  it('sends one new code after a double click on the button for it', async () => {
    await goToCode();
    clock.advance(30_000);
    await person.element.updateComplete;
    const resend = person.button('Send a new code');
    resend.click();
    resend.click();
    await person.hears('login-code-sent', 2);
    await aTimeout(50);
    expect(person.heard('login-code-sent').map(({ count }) => count)).to.deep.equal([1, 2]);
    expect(await person.messages()).to.equal(2);
  });

  it('signs out once after two clicks', async () => {
    await goToCode();
    await person.enterSentCode();
    await person.hears('login-success');
    network.hold();
    const signOut = person.button('Sign out');
    signOut.click();
    await network.waits();
    signOut.click();
    await network.release();
    await person.hears('login-signed-out');
    await aTimeout(50);
    expect(person.heard('login-signed-out')).to.have.length(1);
    expect(network.asked('RevokeToken')).to.equal(1);
  });
});
