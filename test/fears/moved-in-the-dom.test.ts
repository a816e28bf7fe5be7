import { aTimeout, expect } from '@open-wc/testing';
import { controlStyles } from '../../src/styles/controls.js';
import { Network } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

const sheet = controlStyles.styleSheet!;

/** A place on the page, gone after the test. */
function place(tag = 'div'): HTMLElement {
  const made = document.createElement(tag);
  document.body.append(made);
  places.push(made);
  return made;
}

function shadowOf(content = ''): ShadowRoot {
  const root = place().attachShadow({ mode: 'open' });
  root.innerHTML = content;
  return root;
}

const places: HTMLElement[] = [];

afterEach(() => {
  for (const made of places.splice(0)) made.remove();
});

/** Where the element is moved to. */
const moves: Record<string, (element: Element) => void> = {
  'another parent': (element) => place('section').append(element),
  'another place in the same parent': (element) => element.parentNode!.prepend(element),
  'the shadow root of another element': (element) => shadowOf().append(element),
  'a slot of another element': (element) => {
    const root = shadowOf('<header><slot name="one"></slot></header><slot></slot>');
    root.host.append(element);
  },
  'one slot of an element and then another': (element) => {
    const root = shadowOf('<header><slot name="one"></slot></header><slot name="two"></slot>');
    element.slot = 'one';
    root.host.append(element);
    element.slot = 'two';
    root.host.prepend(element);
  },
  'a dialog': (element) => {
    const dialog = place('dialog') as HTMLDialogElement;
    dialog.append(element);
    dialog.showModal();
  },
};

describe('moving the element', () => {
  let network: Network;
  let person: Person;

  beforeEach(async () => {
    network = new Network();
    const { fetch } = network;
    person = await visit({ pool: await openPool({ users: [ann] }), set: { fetch, authFlow: 'password' } });
  });

  /** How the main button looks: the styles of the form in the light DOM. */
  const look = (button: string) => {
    const { display, minHeight, borderRadius, backgroundColor, color } = getComputedStyle(person.button(button));
    return { display, minHeight, borderRadius, backgroundColor, color };
  };

  for (const [where, move] of Object.entries(moves)) {
    it(`to ${where} disturbs neither request nor code step nor look`, async () => {
      const before = look('Sign in');
      network.hold();
      await person.signIn('ann');
      await network.waits();
      move(person.element);
      await network.release();
      await person.sees('Check your phone');
      expect(network.requests[0]!.signal?.aborted).to.equal(false);
      await person.type('Code', '12');
      move(person.element);
      await aTimeout(20);
      expect(person.field('Code').value).to.equal('12');
      expect(look('Continue')).to.deep.equal(before);
      await person.enterSentCode();
      await person.hears('login-success');
      expect(person.told.map(({ type }) => type)).to.deep.equal([
        'login-step',
        'login-code-sent',
        'login-step',
        'login-success',
      ]);
      expect(await person.messages()).to.equal(1);
    });
  }

  it('takes its style sheet along, and leaves none behind', () => {
    const root = shadowOf();
    root.append(person.element);
    expect(root.adoptedStyleSheets).to.deep.equal([sheet]);
    expect(document.adoptedStyleSheets).not.to.include(sheet);
    document.body.append(person.element);
    expect(root.adoptedStyleSheets).to.deep.equal([]);
    expect(document.adoptedStyleSheets.filter((candidate) => candidate === sheet)).to.have.length(1);
  });

  it('leaves the style sheet to an element that stays, and every sheet of the page', async () => {
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets.push(own);
    const other = await visit({ pool: person.pool });
    shadowOf().append(person.element);
    expect(document.adoptedStyleSheets).to.include.members([own, sheet]);
    other.element.remove();
    expect(document.adoptedStyleSheets).to.deep.equal([own]);
    document.adoptedStyleSheets = [];
  });

  it('while the code field has the focus lets the person go on at once', async () => {
    await person.signIn('ann');
    await person.sees('Check your phone');
    expect(person.focused).to.equal(person.field('Code'));
    place().append(person.element);
    person.element.focus();
    expect(person.focused).to.equal(person.field('Code'));
    person.paste('Code', await person.pool.lastCode());
    await person.press('Enter');
    await person.hears('login-success');
  });
});
