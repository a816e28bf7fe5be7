/** WCAG 2.2, 1.4.3 and 1.4.11, reckoned from the tokens themselves: every pair that is ever seen together. */
import { expect } from '@open-wc/testing';
import { tokens } from '../../src/styles/tokens.js';

type Colour = readonly [red: number, green: number, blue: number];

const parse = (hex: string): Colour => {
  const [red, green, blue] = [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
  return [red!, green!, blue!];
};

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: Colour, other: Colour): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** The button under the pointer: `filter: brightness(0.94)` darkens its text and its background alike. */
const hovered = (colour: Colour): Colour => [colour[0] * 0.94, colour[1] * 0.94, colour[2] * 0.94];

const text = 4.5;
const border = 3;

const pairs: readonly (readonly [front: string, back: string, least: number])[] = [
  ['text', 'surface', text],
  ['text', 'field', text],
  ['muted', 'surface', text],
  ['muted', 'field', text], // the reveal button's eye
  ['danger', 'surface', text],
  ['accent', 'surface', text],
  ['accent-text', 'accent', text],
  ['field-border', 'surface', border],
  ['field-border', 'field', border],
  ['danger', 'field', border],
];

const themes = ['light', 'dark'] as const;
const colour = (name: string, theme: (typeof themes)[number]): Colour =>
  parse(tokens[name]![theme] ?? tokens[name]!.light);

for (const theme of themes) {
  describe(`contrast in the ${theme} theme`, () => {
    for (const [front, back, least] of pairs) {
      it(`of ${front} on ${back} is at least ${least}:1`, () => {
        expect(contrast(colour(front, theme), colour(back, theme))).to.be.at.least(least);
      });
    }

    it('of the main button under the pointer is at least 4.5:1', () => {
      const [front, back] = [hovered(colour('accent-text', theme)), hovered(colour('accent', theme))];
      expect(contrast(front, back)).to.be.at.least(text);
    });
  });
}

describe('contrast', () => {
  it('is reckoned right', () => {
    expect(contrast(parse('#000000'), parse('#ffffff'))).to.be.closeTo(21, 0.01);
    expect(contrast(parse('#777777'), parse('#ffffff'))).to.be.closeTo(4.48, 0.01);
  });

  it('covers every colour there is, the frame’s border aside, which says nothing', () => {
    const seen = new Set(pairs.flatMap(([front, back]) => [front, back]));
    const colours = Object.entries(tokens).filter(([, { light }]) => light.startsWith('#'));
    expect(colours.map(([name]) => name).filter((name) => !seen.has(name))).to.deep.equal(['surface-border']);
  });
});
