import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { visit, type Person } from '../support/person.js';
import { FakeClock } from '../support/fake-clock.js';
import { ann, openPool } from '../support/pool.js';
import { settled } from './states.js';

const nameOf = (element: Element | null): string => {
  if (element instanceof HTMLInputElement) return element.labels?.[0]?.textContent?.trim() ?? element.ariaLabel ?? '';
  return element?.ariaLabel ?? element?.textContent?.trim() ?? '';
};

/** What Tab passes, from the first stop in the element until the focus leaves it. */
async function stops(person: Person): Promise<string[]> {
  const before = document.createElement('button');
  const after = document.createElement('button');
  person.element.before(before);
  person.element.after(after);
  before.focus();
  const passed: string[] = [];
  for (let presses = 0; presses < 12; presses++) {
    await sendKeys({ press: 'Tab' });
    if (document.activeElement === after) break;
    passed.push(nameOf(person.focused));
    expect(isRinged(person.focused!), `the ring of "${passed.at(-1)}"`).to.equal(true);
  }
  before.remove();
  after.remove();
  return passed;
}

/** WCAG 2.4.7 and 2.4.13: an outline at least two pixels thick that is not clipped by being drawn inside. */
function isRinged(element: Element): boolean {
  const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
  return outlineStyle === 'solid' && parseFloat(outlineWidth) >= 2 && parseFloat(outlineOffset) >= 0;
}

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`with the keyboard alone, fields="${fields}"`, () => {
    const arrive = async (set = {}) => visit({ pool: await openPool({ users: [ann] }), set: { fields, ...set } });

    it('a person signs in and out again', async () => {
      const person = await arrive();
      await sendKeys({ press: 'Tab' });
      expect(person.focused).to.equal(person.field('User name'));
      await sendKeys({ type: 'ann' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ type: ann.password });
      for (const control of ['Show password', 'Forgot password?', 'Sign in']) {
        await sendKeys({ press: 'Tab' });
        expect(nameOf(person.focused)).to.equal(control);
      }
      await sendKeys({ press: ' ' });
      await person.hears('login-code-sent');
      await sendKeys({ type: await person.pool.lastCode() });
      await sendKeys({ press: 'Tab' });
      expect(nameOf(person.focused)).to.equal('Continue');
      await sendKeys({ press: 'Enter' });
      await person.hears('login-success');
      await sendKeys({ press: 'Tab' });
      expect(nameOf(person.focused)).to.equal('Sign out');
      await sendKeys({ press: ' ' });
      await person.hears('login-signed-out');
      expect(person.focused).to.equal(person.field('User name'));
      expect(await person.messages()).to.equal(1);
    });

    it('every control is reached in the order it is read, with a visible focus', async () => {
      const clock = new FakeClock();
      const person = await arrive({ clock, authFlow: 'password', resend: 'ask' });
      expect(await stops(person)).to.deep.equal([
        ...['User name', 'Password', 'Show password', 'Forgot password?', 'Sign in'],
      ]);
      await person.signIn('ann');
      await person.hears('login-code-sent');
      await settled(person);
      expect(await stops(person)).to.deep.equal(['Code', 'Continue', 'Back']);
      clock.advance(30_000);
      await person.element.updateComplete;
      expect(await stops(person)).to.deep.equal(['Code', 'Continue', 'Send a new code', 'Back']);
      await person.activate('Send a new code');
      await settled(person);
      expect(await stops(person)).to.deep.equal([
        'Password',
        'Show password',
        'Send a new code',
        'I have a code',
        'Back',
      ]);
      expect(await person.messages()).to.equal(1);
    });

    it('"Back" is pressed with Space', async () => {
      const person = await arrive({ authFlow: 'password' });
      await person.signIn('ann');
      await person.hears('login-code-sent');
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      expect(nameOf(person.focused)).to.equal('Back');
      await sendKeys({ press: ' ' });
      await person.sees('Sign in');
      expect(person.focused).to.equal(person.field('Password'));
      expect(await person.messages()).to.equal(1);
    });
  });
}
