import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { holdFetch } from './held-fetch.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool, password, wrongPassword } from '../support/pool.js';

const arrive = async (fields: 'slotted' | 'shadow') =>
  visit({ pool: await openPool({ users: [ann] }), set: { fields, authFlow: 'password' } });

/** No driver can switch Caps Lock on, so the key press says that it is. */
async function pressWithCapsLock({ element }: Person, field: HTMLInputElement, on: boolean): Promise<void> {
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: on, bubbles: true, composed: true }));
  await element.updateComplete;
}

afterEach(() => document.body.removeAttribute('dir'));

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`the password with fields="${fields}"`, () => {
    it('can be read when the person wants to, and is hidden at the next press', async () => {
      const person = await arrive(fields);
      await person.type('Password', 'abc');
      await person.press('Tab');
      expect(person.focused).to.equal(person.button('Show password'));
      await sendKeys({ press: ' ' });
      await person.element.updateComplete;
      const field = person.field('Password');
      expect([field.type, field.value]).to.deep.equal(['text', 'abc']);
      expect(person.focused).to.equal(person.button('Hide password'));
      await person.activate('Hide password');
      await person.element.updateComplete;
      expect([field.type, field.value]).to.deep.equal(['password', 'abc']);
      expect(await person.messages()).to.equal(0);
    });

    it('is hidden again when it is submitted', async () => {
      const person = await arrive(fields);
      await person.type('User name', 'ann');
      await person.type('Password', wrongPassword);
      await person.activate('Show password');
      await person.activate('Sign in');
      await person.element.updateComplete;
      expect(person.field('Password').type, 'while it is checked').to.equal('password');
      await person.hears('login-failure');
      expect(person.field('Password').type, 'when it was refused').to.equal('password');
      expect(await person.messages()).to.equal(0);
    });

    it('is hidden when the person comes back to it, however it was left', async () => {
      const held = holdFetch();
      const pool = await openPool({ users: [ann] });
      const person = await visit({ pool, set: { fields, authFlow: 'password', fetch: held.fetch } });
      await person.type('User name', 'ann');
      await person.type('Password', password);
      held.hold();
      await person.activate('Sign in');
      await person.element.updateComplete;
      await person.activate('Show password');
      await person.element.updateComplete;
      expect(person.field('Password').type, 'while it is checked').to.equal('password');
      held.release();
      await person.hears('login-code-sent');
      await person.activate('Back');
      await person.sees('Sign in');
      expect(person.field('Password').type).to.equal('password');
      expect(await person.messages()).to.equal(1);
    });

    it('is hidden again when the person leaves the step', async () => {
      const person = await arrive(fields);
      await person.type('Password', 'abc');
      await person.activate('Show password');
      await person.element.updateComplete;
      person.element.startOver();
      await person.element.updateComplete;
      expect([person.field('Password').type, person.field('Password').value]).to.deep.equal(['password', '']);
      expect(await person.messages()).to.equal(0);
    });

    for (const [where, dir, pageDir] of [
      ['a form from left to right', 'ltr', 'ltr'],
      ['such a form on a page from right to left', 'ltr', 'rtl'],
      ['a form from right to left', 'rtl', 'ltr'],
    ] as const) {
      it(`has its button beside it, not over it, in whichever script: ${where}`, async () => {
        document.body.dir = pageDir;
        const person = await arrive(fields);
        person.element.dir = dir;
        await person.activate('Show password');
        await person.element.updateComplete;
        const width = person.button('Hide password').getBoundingClientRect().width;
        for (const [text, direction] of [
          ['abc', 'ltr'],
          ['كلمة', 'rtl'],
        ] as const) {
          await person.type('Password', text);
          const style = getComputedStyle(person.field('Password'));
          expect(style.direction).to.equal(direction);
          const [left, right] = [parseFloat(style.paddingLeft), parseFloat(style.paddingRight)];
          expect(dir === 'ltr' ? right : left, text).to.be.at.least(width);
          if (dir === 'ltr' && direction === 'ltr') expect(left, 'in line with the field above').to.be.below(width / 2);
        }
      });
    }

    it('is told that Caps Lock is on, for as long as it is', async () => {
      const person = await arrive(fields);
      const field = person.field('Password');
      field.focus();
      await pressWithCapsLock(person, field, true);
      expect(person.hint('Password')).to.equal('Caps Lock is on.');
      await pressWithCapsLock(person, field, false);
      expect(person.hint('Password')).to.equal('');
      expect(await person.messages()).to.equal(0);
    });
  });
}

describe('the Caps Lock hint', () => {
  it('stands beside an error, since it may well be what was wrong', async () => {
    const person = await arrive('slotted');
    await person.signIn('ann', wrongPassword);
    await person.hears('login-failure');
    await pressWithCapsLock(person, person.field('Password'), true);
    expect(person.hint('Password')).to.match(/^The user name or password is not right\. ?Caps Lock is on\.$/);
    expect(await person.messages()).to.equal(0);
  });

  it('goes when the person leaves the field', async () => {
    const person = await arrive('slotted');
    const field = person.field('Password');
    field.focus();
    await pressWithCapsLock(person, field, true);
    person.field('User name').focus();
    await person.element.updateComplete;
    expect(person.hint('Password')).to.equal('');
  });

  it('says nothing at the user name, where case seldom matters', async () => {
    const person = await arrive('slotted');
    await pressWithCapsLock(person, person.field('User name'), true);
    expect(person.hint('Password')).to.equal('');
  });

  it('bears the keydown of an autofill, which is no KeyboardEvent', async () => {
    const person = await arrive('slotted');
    person.field('Password').dispatchEvent(new Event('keydown', { bubbles: true }));
    await person.element.updateComplete;
    expect(person.hint('Password')).to.equal('');
  });
});
