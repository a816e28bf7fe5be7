/** WCAG 2.2, 1.4.4, 1.4.10, 1.4.12 and 2.5.8: narrow, large, spaced out and touched. */
import { expect } from '@open-wc/testing';
import type { Person } from '../support/person.js';
import { resize } from './emulate.js';
import { settled, shapedStates } from './states.js';

let box: HTMLElement;
beforeEach(() => (box = document.body.appendChild(document.createElement('div'))));
afterEach(async () => {
  box.remove();
  document.documentElement.style.fontSize = '';
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== spacing);
  await resize(800);
});

/** What WCAG 1.4.12 lets a person set. */
const spacing = new CSSStyleSheet();
spacing.replaceSync(`* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`);

const roots = ({ element }: Person): ParentNode[] => [element, element.shadowRoot!];

/** Everything that sticks out of the element at its sides, or is cut off in itself. */
function lost(person: Person): string[] {
  const { left, right } = person.element.getBoundingClientRect();
  const all = roots(person).flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')]);
  return all
    .filter((node) => node instanceof HTMLElement && !node.closest('[role=status], .cml-hidden'))
    .filter((node) => {
      const area = node.getBoundingClientRect();
      const out = area.width > 0 && (area.left < left - 1 || area.right > right + 1);
      const cut =
        getComputedStyle(node).overflowX !== 'visible' &&
        !node.matches('input') &&
        node.scrollWidth > node.clientWidth + 1;
      return out || cut;
    })
    .map((node) => node.outerHTML.slice(0, 80));
}

const scrolls = (): boolean => document.documentElement.scrollWidth > document.documentElement.clientWidth;

async function inEveryState(check: (person: Person, name: string) => void | Promise<void>, set = {}): Promise<void> {
  for (const { name, reach } of shapedStates) {
    const person = await reach(set, box);
    await settled(person);
    await check(person, name);
    person.element.remove();
  }
}

for (const lang of ['en', 'de', 'ar']) {
  describe(`nothing is lost, lang="${lang}"`, () => {
    it('at a width of 320 px', async () => {
      // As wide as the page, less a scrollbar that takes room as Firefox's does; WebKitGTK's window is wider than that.
      box.style.maxWidth = '320px';
      document.body.style.margin = '0';
      await resize(320);
      await inEveryState(
        (person, name) => {
          expect(lost(person), name).to.be.empty;
          expect(scrolls(), `${name}: scrolls sideways`).to.equal(false);
        },
        { lang },
      );
    });
  });
}

describe('nothing is lost', () => {
  for (const where of ['the page', 'the element']) {
    it(`with text of twice the size on ${where}, and the text is twice as large`, async () => {
      await resize(1280);
      if (where === 'the page') document.documentElement.style.fontSize = '200%';
      else box.style.fontSize = '200%';
      await inEveryState((person, name) => {
        expect(lost(person), name).to.be.empty;
        expect(scrolls(), `${name}: scrolls sideways`).to.equal(false);
        const label = person.element.querySelector('label');
        if (label) expect(parseFloat(getComputedStyle(label).fontSize)).to.be.at.least(29);
      });
    });
  }

  for (const fields of ['slotted', 'shadow'] as const) {
    it(`with the text spacing that WCAG lets a person set, fields="${fields}"`, async () => {
      box.style.width = '320px';
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, spacing];
      await inEveryState(
        (person, name) => {
          const root = person.element.shadowRoot!;
          root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
          expect(lost(person), name).to.be.empty;
        },
        { fields },
      );
    });
  }
});

describe('every target', () => {
  for (const fields of ['slotted', 'shadow'] as const) {
    it(`is at least 24 px wide and high, fields and main buttons 44 px high, with fields="${fields}"`, async () => {
      await inEveryState(
        (person, name) => {
          for (const target of roots(person).flatMap((root) => [
            ...root.querySelectorAll('button, input:not(.cml-hidden)'),
          ])) {
            if (target.closest('[hidden]')) continue;
            const { width, height } = target.getBoundingClientRect();
            const least = target.matches('input, .cml-button') ? 44 : 24;
            expect(width, `width of ${target.outerHTML.slice(0, 80)} in ${name}`).to.be.at.least(24);
            expect(height, `height of ${target.outerHTML.slice(0, 80)} in ${name}`).to.be.at.least(least);
          }
        },
        { fields },
      );
    });
  }
});
