import { aTimeout, expect } from '@open-wc/testing';
import { visit, type Person } from '../support/person.js';
import { ann, bob, openPool, wrongPassword } from '../support/pool.js';
import { holdFetch } from './held-fetch.js';
import { until } from './until.js';

const modes = ['slotted', 'shadow'] as const;

async function arrive(fields: (typeof modes)[number], authFlow: 'srp' | 'password' = 'srp') {
  const held = holdFetch();
  const pool = await openPool({ users: [ann, bob] });
  const person = await visit({ pool, set: { fields, authFlow, fetch: held.fetch } });
  return { person, held };
}

const busy = ({ form }: Person): string | null => form.ariaBusy ?? form.getAttribute('aria-busy');

for (const fields of modes) {
  describe(`while the password is checked, with fields="${fields}"`, () => {
    it('the form is busy and says so, and keeps focus and fields', async () => {
      const { person, held } = await arrive(fields);
      expect(busy(person)).to.equal('false');
      held.hold();
      await person.signIn('bob');
      await until(() => held.bodies.length === 1);
      expect(busy(person)).to.equal('true');
      expect(person.hasButton('Signing in…')).to.equal(true);
      expect(person.status).to.equal('Signing in…');
      expect(person.button('Signing in…').disabled, 'a disabled button would drop the focus').to.equal(false);
      expect(person.button('Signing in…').ariaDisabled ?? 'true').to.equal('true');
      expect(person.focused).to.equal(person.field('Password'));
      expect([person.field('User name').readOnly, person.field('Password').readOnly]).to.deep.equal([true, true]);
      held.release();
      await person.hears('login-success');
      expect(await person.messages()).to.equal(0);
    });

    it('a second submission does nothing', async () => {
      const { person, held } = await arrive(fields, 'password');
      held.hold();
      await person.signIn('ann');
      await person.press('Enter');
      person.button('Signing in…').click();
      await until(() => held.bodies.length > 0);
      await aTimeout(100);
      expect(held.bodies).to.have.lengthOf(1);
      held.release();
      await person.hears('login-code-sent');
      expect(await person.messages()).to.equal(1);
    });
  });
}

describe('busy', () => {
  it('is over when the answer is a refusal', async () => {
    const { person } = await arrive('slotted');
    await person.signIn('bob', wrongPassword);
    await person.hears('login-failure');
    expect(busy(person)).to.equal('false');
    expect(person.hasButton('Sign in')).to.equal(true);
    expect(person.field('Password').readOnly).to.equal(false);
    expect(await person.messages()).to.equal(0);
  });

  it('shows at the code step too', async () => {
    const { person, held } = await arrive('slotted', 'password');
    await person.signIn('ann');
    await person.hears('login-code-sent');
    held.hold();
    await person.enterSentCode();
    await until(() => busy(person) === 'true');
    expect(person.hasButton('Checking…')).to.equal(true);
    expect(person.status).to.equal('Checking…');
    expect(person.focused).to.equal(person.field('Code'));
    held.release();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
  });

  it('shows within 100 ms, and SRP waits until it has reached the screen', async () => {
    const { person, held } = await arrive('slotted');
    await import('../../src/cognito/open-cognito.js'); // as on any page that stood for a moment
    const { AuthenticationHelper } = await import('amazon-cognito-identity-js');
    const { generateRandomSmallA } = AuthenticationHelper.prototype;
    const { requestAnimationFrame } = window;
    const times: Partial<Record<'submitted' | 'busy' | 'painted' | 'srp', number>> = {};
    const note = (what: keyof typeof times) => (times[what] ??= performance.now());
    person.form.addEventListener('submit', () => note('submitted'));
    new MutationObserver(() => note('busy')).observe(person.form, { attributeFilter: ['aria-busy'] });
    // The first that SRP does is to draw its secret number.
    AuthenticationHelper.prototype.generateRandomSmallA = function () {
      note('srp');
      return generateRandomSmallA.call(this);
    };
    // A screen that is slow to show the next frame.
    window.requestAnimationFrame = (callback) =>
      Number(setTimeout(() => callback(note('painted')), times.submitted ? 60 : 0));
    try {
      await person.signIn('bob');
      await person.hears('login-success');
    } finally {
      AuthenticationHelper.prototype.generateRandomSmallA = generateRandomSmallA;
      window.requestAnimationFrame = requestAnimationFrame;
    }
    expect(times.busy! - times.submitted!).to.be.below(100);
    // A page in the background has no frames: nobody waits longer than 100 ms for one.
    expect(times.srp! - times.busy!).to.be.at.least(Math.min(times.painted! - times.busy!, 95));
    expect(held.bodies).to.have.lengthOf(2);
    expect(await person.messages()).to.equal(0);
  });
});
