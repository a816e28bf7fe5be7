/** axe with every rule on, in every state a person may see, over the light form and the shadow root. */
import { expect } from '@open-wc/testing';
import { states } from './states.js';

const themes = ['light', 'dark'] as const;

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`axe finds nothing with fields="${fields}"`, () => {
    for (const { name, reach } of states) {
      it(`in ${name}, light and dark`, async () => {
        const { element } = await reach({ fields });
        for (const theme of themes) {
          element.theme = theme;
          await element.updateComplete;
          await expect(element).to.be.accessible();
        }
      });
    }
  });
}

describe('axe', () => {
  it('looks into the shadow root and at the form, so that its silence means something', async () => {
    const { element, form } = await states[0]!.reach();
    element.shadowRoot!.querySelector('header')!.insertAdjacentHTML('beforeend', '<img src="data:," />');
    const inShadow = await Promise.resolve(expect(element).to.be.accessible()).then(() => '', String);
    expect(inShadow).to.include('image-alt');
    element.shadowRoot!.querySelector('img')!.remove();
    form.querySelector('label')!.remove();
    const inForm = await Promise.resolve(expect(element).to.be.accessible()).then(() => '', String);
    expect(inForm).to.include('label');
  });
});
