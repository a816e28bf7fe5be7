/**
 * What people have set in their system. Where the browser under test cannot be told such a setting, the page is not asked and
 * the test has nothing to say: Chromium can be told all of them.
 */
import { expect } from '@open-wc/testing';
import { emulate, stopEmulating } from './emulate.js';
import { asking, busy, firstStep, refused, smsCode } from './states.js';

afterEach(stopEmulating);

const shown = (element: Element) => getComputedStyle(element);

describe('with reduced motion', () => {
  it('nothing fades in, and the spinner turns slowly', async () => {
    if (!(await emulate('prefers-reduced-motion', 'reduce'))) return;
    const { form } = await busy.reach();
    expect(shown(form.querySelector('.cml-step')!).animationName).to.equal('none');
    expect(parseFloat(shown(form.querySelector('.cml-spinner')!).animationDuration)).to.be.at.least(2);
  });

  it('is not taken for granted: a step’s change is a short fade otherwise', async () => {
    if (!(await emulate('prefers-reduced-motion', 'no-preference'))) return;
    const { form } = await firstStep.reach();
    const { animationName, animationDuration } = shown(form.querySelector('.cml-step')!);
    expect(animationName).not.to.equal('none');
    expect(parseFloat(animationDuration)).to.be.below(0.3);
  });
});

describe('with more contrast', () => {
  for (const theme of ['light', 'dark'] as const) {
    it(`quiet texts and borders have the text’s colour in the ${theme} theme`, async () => {
      if (!(await emulate('prefers-contrast', 'more'))) return;
      const { form, element } = await firstStep.reach({ theme });
      const { color } = shown(form.querySelector('label')!);
      expect(shown(form.querySelector('input')!).borderTopColor).to.equal(color);
      expect(shown(element.shadowRoot!.querySelector('.intro')!).color).to.equal(color);
      expect(shown(element.shadowRoot!.querySelector('.frame')!).borderTopColor).to.equal(color);
    });
  }
});

describe('with forced colours', () => {
  it('buttons and fields keep a border, since backgrounds go', async () => {
    for (const { reach } of [firstStep, refused, smsCode, asking]) {
      const { form, element } = await reach();
      for (const control of form.querySelectorAll('.cml-button, .cml-input:not(.cml-hidden)')) {
        const { borderTopWidth, borderTopStyle } = shown(control);
        expect([borderTopStyle, parseFloat(borderTopWidth) >= 1], control.outerHTML).to.deep.equal(['solid', true]);
      }
      element.remove();
    }
  });

  it('the border of the main button can be seen', async () => {
    if (!(await emulate('forced-colors', 'active'))) return;
    const { form, element } = await firstStep.reach();
    const canvas = Object.assign(document.body.appendChild(document.createElement('i')), { style: 'color: Canvas' });
    const button = form.querySelector('.cml-button')!;
    expect(shown(button).borderTopColor).not.to.equal(shown(canvas).color);
    expect(shown(button).borderTopColor).not.to.equal('rgba(0, 0, 0, 0)');
    canvas.remove();
    expect(element.isConnected).to.equal(true);
  });

  it('an error is a sentence with an icon, and not a colour alone', async () => {
    await emulate('forced-colors', 'active');
    const person = await refused.reach();
    expect(person.hint('Password')).not.to.equal('');
    expect(person.form.querySelector('.cml-problem svg')!.getBoundingClientRect().width).to.be.above(8);
  });

  it('the focus is an outline, and no shadow, which would go', async () => {
    await emulate('forced-colors', 'active');
    const person = await firstStep.reach();
    await person.type('User name', '');
    expect(shown(person.field('User name')).outlineStyle).to.equal('solid');
  });
});
