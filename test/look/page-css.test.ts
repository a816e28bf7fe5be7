/** The form stands in the page's own tree: whatever the page's CSS says of inputs and buttons, the person meets the same form. */
import { expect } from '@open-wc/testing';
import type { Person } from '../support/person.js';
import { tokens } from '../../src/styles/tokens.js';
import { firstStep, refused, smsCode } from '../accessibility/states.js';
import { pageCss, rgb } from './place.js';

/** What Bootstrap 5's reboot says of what we use. */
const bootstrap = `
  *, *::before, *::after { box-sizing: border-box; }
  body { margin: 0; font: 400 1rem/1.5 system-ui; }
  label { display: inline-block; }
  button { border-radius: 0; }
  input, button { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit; }
  button { text-transform: none; }
  button, [type=button], [type=submit] { -webkit-appearance: button; }
  img, svg { vertical-align: middle; }
  p { margin-top: 0; margin-bottom: 1rem; }
  h2 { font-size: 2rem; margin: 0 0 .5rem; font-weight: 500; }`;

/** What Tailwind's preflight says. */
const preflight = `
  *, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
  button, input { font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1; }
  svg { display: block; vertical-align: middle; }
  h2 { font-size: inherit; font-weight: inherit; }`;

const hostile = {
  'a reset': '* { margin: 0; padding: 0; box-sizing: content-box; border: 0; }',
  'rules for inputs':
    'input { height: 10px; border-radius: 0; background: pink; border: 3px dashed red; color: pink; }',
  'rules for inputs by type':
    'input[type=text], input[type=password] { width: 50%; max-width: 120px; margin: 20px; box-shadow: 0 0 9px red; }',
  'rules for buttons':
    'button { text-transform: uppercase; background: pink; color: red; height: 12px; width: auto; letter-spacing: 4px; }',
  'rules for buttons in states': 'button:hover, button:focus { background: pink; color: red; border: 4px solid red; }',
  'rules for labels':
    'label { display: inline; float: left; color: red; font-size: 30px; text-transform: uppercase; width: 90px; }',
  'rules for text': 'p, div, span { color: red; font-size: 30px; margin: 30px; text-align: right; }',
  'rules for pictures': 'svg { width: 100%; height: auto; fill: red; max-width: none; }',
  'rules for forms': 'form { padding: 40px; background: pink; border: 4px solid; color: red; text-align: center; }',
};

/** What a person sees of the controls: where they stand within the element, and their colours. */
function appearance({ element, form }: Person) {
  const origin = element.getBoundingClientRect();
  const seen =
    'label, .cml-input:not(.cml-hidden), .cml-button, .cml-reveal, .cml-hint, .cml-button span, .cml-problem span, svg';
  return [...form.querySelectorAll(seen)].map((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const { color, backgroundColor, borderTopColor, borderTopWidth, borderTopLeftRadius, textTransform } =
      getComputedStyle(node);
    const box = [left - origin.left, top - origin.top, width, height].map(Math.round);
    const name = node.getAttribute('name') ?? (node.getAttribute('class') || node.localName);
    const border = borderTopWidth === '0px' ? '' : `${borderTopWidth} ${borderTopColor}`;
    return { name, box: box.join(' '), color, backgroundColor, border, borderTopLeftRadius, textTransform };
  });
}

for (const { name, reach } of [firstStep, refused, smsCode]) {
  describe(`${name} looks the same`, () => {
    for (const [what, rules] of Object.entries({ ...hostile, 'all of them': Object.values(hostile).join('\n') })) {
      it(`whatever a page says: ${what}`, async () => {
        const width = 'cognito-mfa-login { font: 16px/1.5 sans-serif; inline-size: 384px; }';
        pageCss(width);
        const plain = await reach();
        const expected = appearance(plain);
        plain.element.remove();
        pageCss(rules);
        expect(appearance(await reach())).to.deep.equal(expected);
      });
    }
  });
}

describe('in a page', () => {
  for (const [name, rules] of Object.entries({ Bootstrap: bootstrap, Tailwind: preflight })) {
    it(`with the base rules of ${name}, fields and main button are 44 px high and coloured by the tokens`, async () => {
      pageCss(rules);
      const { form } = await firstStep.reach({ theme: 'light' });
      const button = form.querySelector('.cml-button')!;
      for (const control of [...form.querySelectorAll('input'), button]) {
        expect(control.getBoundingClientRect().height, control.outerHTML).to.be.at.least(44);
      }
      const field = getComputedStyle(form.querySelector('input')!);
      expect(field.borderTopColor).to.equal(rgb(tokens['field-border']!.light));
      expect(field.borderTopWidth).to.equal('1px');
      expect(getComputedStyle(button).backgroundColor).to.equal(rgb(tokens.accent!.light));
    });
  }

  for (const size of ['62.5%', '50%']) {
    it(`with html { font-size: ${size} }, fields and main button are still 44 px high`, async () => {
      pageCss(`html { font-size: ${size}; }`);
      for (const { reach } of [firstStep, smsCode]) {
        const { form, element } = await reach();
        for (const control of form.querySelectorAll('.cml-input:not(.cml-hidden), .cml-button')) {
          expect(control.getBoundingClientRect().height, control.outerHTML).to.be.at.least(44);
        }
        for (const link of form.querySelectorAll('.cml-link')) {
          expect(link.getBoundingClientRect().height, link.outerHTML).to.be.at.least(24);
        }
        element.remove();
      }
    });
  }

  it('with fields="shadow", rules for inputs do not reach the form at all', async () => {
    pageCss(Object.values(hostile).join('\n'));
    const { form } = await firstStep.reach({ fields: 'shadow', theme: 'light' });
    expect(getComputedStyle(form.querySelector('input')!).backgroundColor).to.equal(rgb(tokens.field!.light));
  });

  it('the element’s own rules reach nothing outside it', async () => {
    const outside = document.body.appendChild(document.createElement('button'));
    const before = getComputedStyle(outside).cssText || JSON.stringify(outside.getBoundingClientRect());
    await firstStep.reach();
    expect(getComputedStyle(outside).cssText || JSON.stringify(outside.getBoundingClientRect())).to.equal(before);
    outside.remove();
  });
});
