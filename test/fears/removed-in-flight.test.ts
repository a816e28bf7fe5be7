import { aTimeout, expect } from '@open-wc/testing';
import { AuthenticationHelper } from 'amazon-cognito-identity-js';
import { FakeClock } from '../support/fake-clock.js';
import { listenToAccidents, Network, storedFor } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, bob, openPool } from '../support/pool.js';

/** Hooks into the SDK, since nothing outside can tell when it begins to compute. */
function whenProofBegins(act: () => void): Promise<void> {
  const helper = AuthenticationHelper.prototype;
  const original = helper.getPasswordAuthenticationKey;
  return new Promise((resolve) => {
    helper.getPasswordAuthenticationKey = function (...parameters) {
      helper.getPasswordAuthenticationKey = original;
      queueMicrotask(act);
      original.apply(this, parameters);
      resolve();
    };
  });
}

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`removing the element from the page, with fields="${fields}"`, () => {
    let network: Network;
    let clock: FakeClock;
    let person: Person;
    let accidents: readonly string[];

    beforeEach(async () => {
      network = new Network();
      clock = new FakeClock(Date.now());
      accidents = listenToAccidents();
      const pool = await openPool({ users: [ann, bob] });
      const { fetch } = network;
      person = await visit({ pool, set: { fetch, clock, fields, authFlow: 'password', storage: 'session' } });
    });

    /** Takes the element away for good, and whatever was under way with it. */
    async function removed(): Promise<void> {
      const heard = person.told.length;
      person.element.remove();
      await network.release();
      expect(person.told.slice(heard), 'events after the element was removed').to.deep.equal([]);
      expect(accidents).to.deep.equal([]);
      expect(clock.pending, 'timers that were left behind').to.equal(0);
      expect(storedFor(person.pool.clientId)).to.deep.equal({});
    }

    async function reinserted(): Promise<void> {
      document.body.append(person.element);
      await person.element.updateComplete;
      expect(person.heading).to.equal('Sign in');
      expect(person.field('User name').value).to.equal('ann');
      expect(person.field('Password').value).to.equal('');
      expect(person.field('Password').type).to.equal('password');
      expect(person.form.ariaBusy).to.equal('false');
      expect(person.has('Code')).to.equal(false);
    }

    async function goToCode(): Promise<void> {
      await person.signIn('ann');
      await person.sees('Check your phone');
    }

    it('before the first request is made sends none', async () => {
      person.element.authFlow = 'srp';
      person.form.addEventListener('submit', () => queueMicrotask(() => person.element.remove()));
      await person.signIn('ann');
      await aTimeout(150);
      await removed();
      expect(network.requests).to.be.empty;
      await reinserted();
    });

    it('while SRP computes its proof sends no further request', async () => {
      person.element.authFlow = 'srp';
      const proving = whenProofBegins(() => person.element.remove());
      await person.signIn('ann');
      await proving;
      await aTimeout(150);
      await removed();
      expect(network.requests.map(({ operation }) => operation)).to.deep.equal(['InitiateAuth']);
      expect(person.told).to.be.empty;
      await reinserted();
    });

    it('while a request is under way aborts it', async () => {
      network.hold();
      await person.signIn('ann');
      await network.waits();
      await removed();
      expect(network.requests[0]!.signal?.aborted).to.equal(true);
      expect(person.told).to.be.empty;
      await reinserted();
    });

    it('while a code is checked aborts that, and signs nobody in', async () => {
      await goToCode();
      network.hold();
      await person.enterSentCode();
      await network.waits();
      await removed();
      expect(network.requests.at(-1)!.signal?.aborted).to.equal(true);
      expect(await person.element.getSession()).to.equal(null);
      await reinserted();
    });

    it('in the code step ends the attempt, and a new one begins at the beginning', async () => {
      await goToCode();
      await person.type('Code', '123');
      await removed();
      await reinserted();
      await person.type('Password', ann.password);
      await person.press('Enter');
      await person.sees('Check your phone');
      expect(await person.messages()).to.equal(2);
      await person.enterSentCode();
      await person.hears('login-success');
    });
  });
}

describe('removing the element after the person signed in', () => {
  it('keeps the session and the step', async () => {
    const person = await visit({ pool: await openPool({ users: [bob] }), set: { authFlow: 'password' } });
    await person.signIn('bob', bob.password);
    await person.hears('login-success');
    const heard = person.told.length;
    person.element.remove();
    await aTimeout(20);
    document.body.append(person.element);
    await person.element.updateComplete;
    expect(person.heading).to.equal('You are signed in');
    expect((await person.element.getSession())?.isValid()).to.equal(true);
    expect(person.told).to.have.length(heard);
  });
});
