import { expect } from '@open-wc/testing';
import { tokens } from '../../src/styles/tokens.js';
import { firstStep } from '../accessibility/states.js';
import { pageCss, rgb } from './place.js';

const mainButton = (form: HTMLFormElement) => getComputedStyle(form.querySelector('.cml-button')!);

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`tokens with fields="${fields}"`, () => {
    it('are taken from the page’s root', async () => {
      pageCss(':root { --cml-accent: rgb(1, 2, 3); --cml-radius: 3px; }');
      const { form } = await firstStep.reach({ fields });
      expect(mainButton(form).backgroundColor).to.equal('rgb(1, 2, 3)');
      expect(mainButton(form).borderTopLeftRadius).to.equal('3px');
      expect(getComputedStyle(form.querySelector('input')!).borderTopLeftRadius).to.equal('3px');
    });

    it('are taken from the element before the root', async () => {
      pageCss(':root { --cml-accent: rgb(1, 2, 3); } cognito-mfa-login { --cml-accent: rgb(4, 5, 6); }');
      const { form, element } = await firstStep.reach({ fields });
      expect(mainButton(form).backgroundColor).to.equal('rgb(4, 5, 6)');
      element.style.setProperty('--cml-accent', 'rgb(7, 8, 9)');
      expect(mainButton(form).backgroundColor).to.equal('rgb(7, 8, 9)');
    });

    it('are the theme’s where the page sets none', async () => {
      for (const theme of ['light', 'dark'] as const) {
        const { form, element } = await firstStep.reach({ fields, theme });
        expect(mainButton(form).backgroundColor).to.equal(rgb(tokens.accent![theme]!));
        expect(getComputedStyle(form.querySelector('label')!).color).to.equal(rgb(tokens.text![theme]!));
        const surface = element.shadowRoot!.querySelector('.frame')!;
        expect(getComputedStyle(surface).backgroundColor).to.equal(rgb(tokens.surface![theme]!));
        element.remove();
      }
    });
  });
}

describe('the frame', () => {
  it('can be switched off, for a page that brings its own card', async () => {
    pageCss('cognito-mfa-login { --cml-padding: 0px; --cml-frame-border: 0px; --cml-surface: transparent; }');
    const { element, form } = await firstStep.reach();
    const frame = getComputedStyle(element.shadowRoot!.querySelector('.frame')!);
    expect([frame.paddingTop, frame.borderTopWidth, frame.backgroundColor]).to.deep.equal([
      '0px',
      '0px',
      'rgba(0, 0, 0, 0)',
    ]);
    expect(form.getBoundingClientRect().width).to.equal(element.getBoundingClientRect().width);
  });

  it('can be switched off with a zero that has no unit', async () => {
    pageCss('cognito-mfa-login { --cml-padding: 0; --cml-frame-border: 0; }');
    const { element } = await firstStep.reach();
    const frame = getComputedStyle(element.shadowRoot!.querySelector('.frame')!);
    expect([frame.paddingTop, frame.borderTopWidth]).to.deep.equal(['0px', '0px']);
  });

  it('is at most 24rem wide, and as wide as its place where that is less', async () => {
    pageCss('cognito-mfa-login { font-size: 16px; }');
    const { element } = await firstStep.reach();
    expect(element.getBoundingClientRect().width).to.equal(384);
    pageCss('body { inline-size: 300px; }');
    expect(element.getBoundingClientRect().width).to.equal(300);
  });
});

describe('the theme', () => {
  const surface = (element: Element) => getComputedStyle(element.shadowRoot!.querySelector('.frame')!).backgroundColor;
  const [light, dark] = [tokens.surface!.light, tokens.surface!.dark!].map((colour) => () => rgb(colour)) as [
    () => string,
    () => string,
  ];

  it('"auto" follows the page’s color-scheme, not the system’s alone', async () => {
    const { element } = await firstStep.reach();
    expect(surface(element)).to.equal(light());
    pageCss(':root { color-scheme: dark; }');
    expect(surface(element)).to.equal(dark());
  });

  it('"light" and "dark" hold whatever the page’s color-scheme is', async () => {
    pageCss(':root { color-scheme: dark; }');
    const { element } = await firstStep.reach({ theme: 'light' });
    expect(element.getAttribute('theme')).to.equal('light');
    expect(surface(element)).to.equal(light());
    pageCss(':root { color-scheme: light; }');
    element.theme = 'dark';
    await element.updateComplete;
    expect(surface(element)).to.equal(dark());
  });

  it('that is none of them warns and stays automatic', async () => {
    const { warn } = console;
    const warned: string[] = [];
    console.warn = (message: string) => warned.push(message);
    const { element } = await firstStep.reach({ theme: 'neon' as 'dark' }).finally(() => (console.warn = warn));
    expect(surface(element)).to.equal(light());
    expect(warned.join()).to.include('theme="neon" is none of auto, light, dark');
  });
});

describe('the font', () => {
  const fonts = ({ element, form }: Awaited<ReturnType<typeof firstStep.reach>>) =>
    [element.shadowRoot!.querySelector('h2')!, form.querySelector('label')!, form.querySelector('input')!].map(
      (node) => getComputedStyle(node).fontFamily,
    );

  it('is the system’s in a page that sets none', async () => {
    expect(fonts(await firstStep.reach())).to.deep.equal(Array(3).fill('system-ui, sans-serif'));
  });

  for (const fields of ['slotted', 'shadow'] as const) {
    it(`is the page’s where it sets one, with fields="${fields}"`, async () => {
      pageCss('body { font-family: Georgia, serif; }');
      expect(fonts(await firstStep.reach({ fields }))).to.deep.equal(Array(3).fill('Georgia, serif'));
    });
  }
});
