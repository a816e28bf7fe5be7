/** The focus goes with the person: to what comes next, never to nothing, and never away from elsewhere on the page. */
import { expect, waitUntil } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool, otherCode, wrongPassword } from '../support/pool.js';

const outer = document.createElement('input');
outer.ariaLabel = 'elsewhere';
beforeEach(() => document.body.prepend(outer));
afterEach(() => outer.remove());

for (const fields of ['slotted', 'shadow'] as const) {
  const arrive = async (set = {}) =>
    visit({ pool: await openPool({ users: [ann] }), set: { fields, authFlow: 'password', ...set } });

  /** Watches, as often as the browser lets it, whether the focus is ever on nothing. A page in the background has no frames. */
  function watch({ element }: Person) {
    const looks: boolean[] = [];
    const timer = setInterval(
      () => looks.push(document.activeElement === element || element.contains(document.activeElement)),
      4,
    );
    return () => {
      clearInterval(timer);
      return { looks: looks.length, lost: looks.filter((there) => !there).length };
    };
  }

  describe(`the focus with fields="${fields}"`, () => {
    it('is not taken when the element arrives', async () => {
      await arrive();
      expect(document.activeElement).to.equal(document.body);
      outer.focus();
      await arrive({ username: 'ann' });
      expect(document.activeElement).to.equal(outer);
    });

    it('is never on nothing, from the first field to signing out', async () => {
      const clock = new FakeClock();
      const person = await arrive({ clock });
      person.field('User name').focus();
      const stop = watch(person);
      await person.signIn('ann', wrongPassword);
      await person.hears('login-failure');
      await person.type('Password', ann.password);
      await person.activate('Sign in');
      await person.hears('login-code-sent');
      await person.enterCode(otherCode(await person.pool.lastCode()));
      await person.hears('login-failure', 2);
      clock.advance(30_000);
      await person.element.updateComplete;
      await person.activate('Send a new code');
      await person.hears('login-code-sent', 2);
      await person.activate('Back');
      await person.sees('Sign in');
      await person.type('Password', ann.password);
      await person.activate('Sign in');
      await person.hears('login-code-sent', 3);
      await person.enterSentCode();
      await person.hears('login-success');
      await person.activate('Sign out');
      await person.hears('login-signed-out');
      const { looks, lost } = stop();
      expect(looks).to.be.above(20);
      expect(lost).to.equal(0);
      expect(await person.messages()).to.equal(3);
    }).timeout(30_000); // a whole afternoon at the keyboard

    it('stays elsewhere when an answer comes', async () => {
      const person = await arrive();
      await person.signIn('ann', wrongPassword);
      outer.focus();
      await person.hears('login-failure');
      expect(document.activeElement).to.equal(outer);
      await person.type('Password', ann.password);
      await person.press('Enter');
      outer.focus();
      await person.hears('login-code-sent');
      expect(document.activeElement).to.equal(outer);
      await person.enterSentCode();
      outer.focus();
      await person.hears('login-success');
      expect(document.activeElement).to.equal(outer);
      expect(await person.messages()).to.equal(1);
    });

    it('stays in another shadow root when an answer comes', async () => {
      const host = document.body.appendChild(document.createElement('div'));
      host.attachShadow({ mode: 'open' }).innerHTML = '<input aria-label="elsewhere" />';
      const inner = host.shadowRoot!.querySelector('input')!;
      const person = await arrive();
      await person.signIn('ann');
      inner.focus();
      await person.hears('login-code-sent');
      expect(host.shadowRoot!.activeElement).to.equal(inner);
      host.remove();
      expect(await person.messages()).to.equal(1);
    });

    it('is not taken by the passing of time while the person is nowhere', async () => {
      const clock = new FakeClock();
      const person = await arrive({ clock });
      await person.signIn('ann');
      await person.hears('login-code-sent');
      person.field('Code').blur();
      clock.advance(180_000);
      await person.sees('Sign in');
      expect(document.activeElement).to.equal(document.body);
      expect(await person.messages()).to.equal(1);
    });

    it('goes to the first field that is empty, and then to the next', async () => {
      const person = await arrive();
      await person.activate('Sign in');
      await waitUntil(() => person.hint('User name') !== '');
      await person.element.updateComplete;
      expect(person.focused).to.equal(person.field('User name'));
      await person.type('User name', 'ann');
      await person.press('Enter');
      await waitUntil(() => person.hint('Password') !== '');
      await person.element.updateComplete;
      expect(person.focused).to.equal(person.field('Password'));
      expect(await person.messages()).to.equal(0);
    });
  });
}
