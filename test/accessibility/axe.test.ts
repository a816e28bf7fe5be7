/** axe with every rule on, in every state a person may see, over the light form and the shadow root. */
import { expect } from '@open-wc/testing';
import { challengeStates } from './challenge-states.js';
import { type SeenState, states } from './states.js';

type Theme = 'light' | 'dark';

function itFindsNothing({ name, reach }: SeenState, fields: 'slotted' | 'shadow', themes: readonly Theme[]): void {
  it(`in ${name}, ${themes.join(' and ')}`, async () => {
    const { element } = await reach({ fields });
    for (const theme of themes) {
      element.theme = theme;
      await element.updateComplete;
      await expect(element).to.be.accessible();
    }
  });
}

/** Most pages have one, and a page takes one banner. */
const banner = document.createElement('header');
banner.innerHTML = '<p>Example</p>';
before(() => document.body.prepend(banner));
after(() => banner.remove());

describe('axe finds nothing with fields="slotted"', () => {
  for (const state of states) itFindsNothing(state, 'slotted', ['light', 'dark']);
});

/** In one theme: the colours, all that a theme changes, are those of the slotted fields. */
describe('axe finds nothing with fields="shadow"', () => {
  for (const state of states) itFindsNothing(state, 'shadow', ['light']);
});

describe('axe finds nothing in what else a pool may ask for', () => {
  for (const state of challengeStates) itFindsNothing(state, 'slotted', ['light', 'dark']);
});

describe('axe', () => {
  it('looks into the shadow root and at the form, so that its silence means something', async () => {
    const { element, form } = await states[0]!.reach();
    element.shadowRoot!.querySelector('[part=header]')!.insertAdjacentHTML('beforeend', '<img src="data:," />');
    const inShadow = await Promise.resolve(expect(element).to.be.accessible()).then(() => '', String);
    expect(inShadow).to.include('image-alt');
    element.shadowRoot!.querySelector('img')!.remove();
    form.querySelector('label')!.remove();
    const inForm = await Promise.resolve(expect(element).to.be.accessible()).then(() => '', String);
    expect(inForm).to.include('label');
  });
});
