import { expect } from '@open-wc/testing';
import type { Clock } from '../../src/flow/ports.js';
import { FakeClock } from '../support/fake-clock.js';
import { visit, visitScenario, type Person } from '../support/person.js';
import { ann, openPool, otherCode } from '../support/pool.js';
import { holdFetch } from './held-fetch.js';
import { listenToLiveRegion } from './live-region.js';
import { until } from './until.js';

const tooLong = 'That took too long. Please sign in again.';

async function atCodeStep(clock?: Clock, sessionMinutes = 3, doFetch?: typeof fetch): Promise<Person> {
  const pool = await openPool({ users: [ann], settings: { authSessionValidity: sessionMinutes } });
  const own = { ...(clock && { clock }), ...(doFetch && { fetch: doFetch }) };
  const person = await visit({ pool, set: { authFlow: 'password', sessionMinutes, ...own } });
  await person.signIn('ann');
  await person.hears('login-code-sent');
  return person;
}

describe('the time for a code', () => {
  for (const sessionMinutes of [3, 15]) {
    it(`is announced once at 60 and once at 20 seconds of ${sessionMinutes} minutes`, async () => {
      const clock = new FakeClock();
      const person = await atCodeStep(clock, sessionMinutes);
      const told = listenToLiveRegion(person);
      const pass = async (seconds: number) => {
        for (; seconds > 0; seconds--) clock.advance(1000);
        await person.element.updateComplete;
      };
      await pass(sessionMinutes * 60 - 61);
      expect(told).to.deep.equal([]);
      await pass(1);
      expect(told).to.deep.equal(['60 seconds left for this step.']);
      expect(person.line('Code'), 'for those who see').to.equal('60 seconds left for this step.');
      await pass(39);
      expect(told).to.have.lengthOf(1);
      await pass(1);
      expect(told[1]).to.equal('20 seconds left for this step.');
      await pass(19);
      expect(told).to.have.lengthOf(2);
      expect(await person.messages()).to.equal(1);
    });
  }

  it('is not overstated when the device slept through the first announcement', async () => {
    const clock = new FakeClock();
    let slept = 0;
    const person = await atCodeStep({ now: () => clock.now() + slept, after: (...timer) => clock.after(...timer) });
    slept = 150_000;
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    await person.element.updateComplete;
    // 30 of 180 seconds are left.
    expect(person.status).to.equal('30 seconds left for this step.');
    expect(await person.messages()).to.equal(1);
  });

  it('ends at the first step, with the name kept and a sentence that says why', async () => {
    const clock = new FakeClock();
    const person = await atCodeStep(clock);
    await person.type('Code', '123');
    const told = listenToLiveRegion(person);
    clock.advance(179_000);
    clock.advance(1000);
    await person.sees('Sign in');
    expect(await person.hears('login-failure')).to.include({ code: 'session-expired', step: 'code' });
    expect(person.field('User name').value).to.equal('ann');
    expect(person.field('Password').value).to.equal('');
    expect(person.hint('Password')).to.equal(tooLong);
    expect(told.filter((sentence) => sentence === tooLong)).to.have.lengthOf(1);
    expect(person.focused).to.equal(person.field('Password'));
    expect(await person.messages()).to.equal(1);
  });

  it('is read anew when the page comes back from sleep', async () => {
    const clock = new FakeClock();
    let slept = 0;
    const person = await atCodeStep({ now: () => clock.now() + slept, after: (...timer) => clock.after(...timer) });
    slept = 180_000;
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await person.sees('Sign in');
    expect(person.hint('Password')).to.equal(tooLong);
    expect(await person.messages()).to.equal(1);
  });

  it('takes no focus away from elsewhere on the page when it ends', async () => {
    const clock = new FakeClock();
    const outer = document.body.appendChild(document.createElement('input'));
    const person = await atCodeStep(clock);
    outer.focus();
    clock.advance(180_000);
    await person.sees('Sign in');
    expect(document.activeElement).to.equal(outer);
    outer.remove();
    expect(await person.messages()).to.equal(1);
  });

  it('is the service’s to judge: what it says of a code that comes late counts', async () => {
    const person = await atCodeStep();
    const code = await person.pool.lastCode();
    await person.pool.advance(181_000);
    await person.enterCode(code);
    await person.sees('Sign in');
    expect(await person.hears('login-failure')).to.include({ code: 'session-expired', step: 'code' });
    expect(person.field('User name').value).to.equal('ann');
    expect(person.hint('Password')).to.equal(tooLong);
    expect(person.focused).to.equal(person.field('Password'));
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.hears('login-code-sent', 2);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(2);
  });

  it('is spent with the session: a code answered elsewhere leads to the first step', async () => {
    // As when the same answer went out twice, by a proxy that repeats requests.
    const twice: typeof fetch = async (input, init) => {
      if (String(init?.body).includes('SMS_MFA_CODE')) await fetch(input, { ...init });
      return fetch(input, init);
    };
    const person = await atCodeStep(undefined, 3, twice);
    await person.enterSentCode();
    await person.sees('Sign in');
    expect(await person.hears('login-failure')).to.include({ code: 'session-spent', step: 'code' });
    expect(person.hint('Password')).to.equal('Please sign in again.');
    expect(person.field('User name').value).to.equal('ann');
    expect(person.heard('login-success')).to.be.empty;
    expect(await person.messages()).to.equal(1);
  });

  it('does not run on after the code was taken', async () => {
    const clock = new FakeClock();
    const person = await atCodeStep(clock);
    await person.enterCode(otherCode(await person.pool.lastCode()));
    await person.hears('login-failure');
    await person.enterSentCode();
    await person.hears('login-success');
    clock.advance(600_000);
    await person.element.updateComplete;
    expect(person.heading).to.equal('You are signed in');
    // The one that is left is the session's, which is refreshed before it ends.
    expect(clock.pending).to.equal(1);
    expect(person.heard('login-failure')).to.have.lengthOf(1);
    expect(await person.messages()).to.equal(1);
  });
});

/** At a step with a clock, by the step's name: the field that has its line under it, and the way there. */
const timed: Record<string, [label: string, arrive: (clock: Clock) => Promise<Person>]> = {
  code: ['Code', (clock) => atCodeStep(clock)],
  'set-up-totp': ['Code', (clock) => through('set-up-totp', { clock }, 'Set up a second step')],
  'set-up-email': ['E-mail address', (clock) => through('set-up-email', { clock })],
  'new-password': ['New password', (clock) => through('new-password', { clock })],
  'custom-challenge': ['Answer', (clock) => through('custom-srp', { clock, authFlow: 'custom-srp' })],
};

/** Signs in to a scenario, and goes on from a choice that has one way only. */
async function through(scenario: string, set: Parameters<typeof visitScenario>[1], choice?: string): Promise<Person> {
  const person = await visitScenario(scenario, set);
  await person.signIn(person.pool.username);
  if (choice) {
    await person.sees(choice);
    await person.activate('Continue');
  }
  return person;
}

describe('the seconds that are left', () => {
  for (const [step, [label, arrive]] of Object.entries(timed)) {
    // Screen readers say a description anew whenever it changes.
    it(`pass under the field of ${step}, and do not describe it`, async () => {
      const clock = new FakeClock(Date.now());
      const person = await arrive(clock);
      await until(() => person.heard('login-step').at(-1)?.step === step && person.has(label));
      person.field(label).focus();
      await person.press('Enter');
      await person.element.updateComplete;
      const described = person.hint(label);
      expect(described, 'with a problem, or with rules').not.to.equal('');
      clock.advance(121_000);
      for (const seconds of [59, 58, 57]) {
        await person.element.updateComplete;
        expect(person.line(label)).to.include(`${seconds} seconds left for this step.`);
        expect(person.hint(label)).to.equal(described);
        clock.advance(1000);
      }
    });
  }

  it('are never fewer than none, while a late answer is awaited', async () => {
    const clock = new FakeClock();
    const held = holdFetch();
    const person = await atCodeStep(clock, 3, held.fetch);
    clock.advance(179_000);
    held.hold();
    await person.enterSentCode();
    await until(() => held.bodies.length === 2);
    expect(person.line('Code')).to.equal('1 second left for this step.');
    // No longer than a request may take.
    for (const seconds of [1, 1, 10]) {
      clock.advance(seconds * 1000);
      await person.element.updateComplete;
      expect(person.line('Code')).to.equal('');
    }
    expect([person.heading, person.status]).to.deep.equal(['Check your phone', 'Checking…']);
    held.release();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
  });
});
