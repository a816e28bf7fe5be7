/** The focus goes with the person: to what comes next, never to nothing, and never away from elsewhere on the page. */
import { expect, waitUntil } from '@open-wc/testing';
import { holdFetch } from '../element/held-fetch.js';
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

/** A box that a script or a click may focus, with a place for the element in it. */
interface Box {
  readonly box: HTMLElement;
  readonly into: ParentNode;
}

function put(tag = 'div', content = ''): HTMLElement {
  const made = document.body.appendChild(document.createElement(tag));
  made.innerHTML = content;
  made.tabIndex = -1;
  places.push(made);
  return made;
}

function shadowOf(host: Element, content: string): ShadowRoot {
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = content;
  return root;
}

const places: HTMLElement[] = [];
afterEach(() => places.splice(0).forEach((made) => made.remove()));

const boxes: Record<string, () => Box> = {
  'a box with a tabindex': () => {
    const box = put();
    return { box, into: box };
  },
  'an open dialog': () => {
    const box = put('dialog') as HTMLDialogElement;
    box.showModal();
    return { box, into: box };
  },
  'a box around the shadow root that the element is in': () => {
    const box = put('div', '<section></section>');
    return { box, into: shadowOf(box.firstElementChild!, '<main></main>').querySelector('main')! };
  },
  'the host of that shadow root': () => {
    const box = put();
    return { box, into: shadowOf(box, '') };
  },
  'a box around the slot that the element is in': () => {
    const host = put();
    host.removeAttribute('tabindex');
    const root = shadowOf(host, '<div tabindex="-1"><slot></slot></div>');
    return { box: root.querySelector('div')!, into: host };
  },
};

/** A field beside the element, and the place for the element. */
const neighbours: Record<string, () => Box> = {
  'in the same dialog': () => {
    const { box, into } = boxes['an open dialog']!();
    return { box: box.appendChild(document.createElement('input')), into };
  },
  'in a shadow root beside it': () => {
    const { box, into } = boxes['a box with a tabindex']!();
    const host = box.appendChild(document.createElement('div'));
    return { box: shadowOf(host, '<input />').querySelector('input')!, into };
  },
  'in the shadow root that it is in, too': () => {
    const root = shadowOf(put(), '<input /><main></main>');
    return { box: root.querySelector('input')!, into: root.querySelector('main')! };
  },
  'in the shadow root that it is slotted into': () => {
    const host = put();
    return { box: shadowOf(host, '<input /><slot></slot>').querySelector('input')!, into: host };
  },
  'outside the shadow root that it is in': () => ({ box: outer, into: shadowOf(put(), '') }),
};

describe('the focus on what is around the element', () => {
  const arrive = async (into: ParentNode, set = {}) =>
    visit({ pool: await openPool({ users: [ann] }), into, set: { authFlow: 'password', ...set } });

  /** Signs in, and has the focus elsewhere when the answer comes. */
  async function pressThenFocus({ box, into }: Box): Promise<Person> {
    const held = holdFetch();
    const person = await arrive(into, { fetch: held.fetch });
    held.hold();
    await person.signIn('ann');
    await waitUntil(() => held.bodies.length === 1);
    box.focus();
    expect(person.focused).to.equal(box);
    held.release();
    await person.hears('login-code-sent');
    return person;
  }

  for (const [what, make] of Object.entries(boxes)) {
    it(`follows the person who pressed something in it: ${what}`, async () => {
      const person = await pressThenFocus(make());
      expect(person.focused).to.equal(person.field('Code'));
      expect(await person.messages()).to.equal(1);
    });

    it(`stays there when time alone has passed: ${what}`, async () => {
      const clock = new FakeClock();
      const { box, into } = make();
      const person = await arrive(into, { clock });
      await person.signIn('ann');
      await person.hears('login-code-sent');
      box.focus();
      clock.advance(180_000);
      await person.sees('Sign in');
      expect(person.focused).to.equal(box);
    });
  }

  for (const [where, make] of Object.entries(neighbours)) {
    it(`is not that on a neighbour ${where}`, async () => {
      const neighbour = make();
      const person = await pressThenFocus(neighbour);
      expect(person.focused).to.equal(neighbour.box);
    });
  }
});
