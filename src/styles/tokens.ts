import { css, unsafeCSS, type CSSResult } from 'lit';

interface Token {
  readonly light: string;
  /** Where it differs from `light`. */
  readonly dark?: string;
  readonly meaning: string;
}

/**
 * Every custom property that a page can set, on the element or on anything around it, without the prefix `--cml-`. Colours meet
 * WCAG 2.2 AA against the surface in both themes: 4.5:1 for text, 3:1 for borders.
 */
export const tokens: Readonly<Record<string, Token>> = {
  accent: { light: '#0b57d0', dark: '#a8c7fa', meaning: 'Main button, links, focus ring.' },
  'accent-text': { light: '#ffffff', dark: '#062e6f', meaning: 'Text on the main button.' },
  text: { light: '#17181c', dark: '#e8eaed', meaning: 'Headings, labels and what is typed.' },
  muted: { light: '#565b64', dark: '#a4a9b3', meaning: 'Explanations and quiet lines.' },
  danger: { light: '#b3261e', dark: '#ffb4ab', meaning: 'Errors and the border of a field in error.' },
  surface: { light: '#ffffff', dark: '#17181c', meaning: 'Background of the frame.' },
  'surface-border': { light: '#dfe2e7', dark: '#2e3138', meaning: 'Border of the frame.' },
  field: { light: '#ffffff', dark: '#17181c', meaning: 'Background of the fields.' },
  'field-border': { light: '#7f848e', dark: '#7f848e', meaning: 'Border of the fields.' },
  radius: { light: '0.625em', meaning: 'Corners of fields and buttons.' },
  'frame-radius': { light: '1em', meaning: 'Corners of the frame.' },
  'frame-border': { light: '1px', meaning: 'Width of the frame’s border; 0 for a page with a card of its own.' },
  padding: { light: '2em', meaning: 'Space inside the frame; 0 for a page with a card of its own.' },
  width: { light: '24em', meaning: 'The largest width.' },
};

/** A page sets `--cml-accent`; styles read `--_accent`, so that it may be set anywhere above the element. */
const declare = (value: (token: Token) => string): CSSResult =>
  unsafeCSS(
    Object.entries(tokens)
      .map(([name, token]) => `--_${name}: var(--cml-${name}, ${value(token)});`)
      .join(' '),
  );

const bothThemes = ({ light, dark }: Token): string => (dark ? `light-dark(${light}, ${dark})` : light);

/** A camera wants dark on light, whatever the theme: no page's to set. */
const qrColours = unsafeCSS('--_qr-dark: #000000; --_qr-light: #ffffff;');

export const tokenStyles = css`
  :host {
    ${declare(({ light }) => light)}
    ${qrColours}
  }
  /* Browsers from before 2024 know no light-dark() and stay light. */
  @supports (color: light-dark(red, red)) {
    :host {
      ${declare(bothThemes)}
    }
  }
  /* Otherwise the page's own color-scheme holds, so that the element is never dark on a light page. */
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  /* A light element with the browser's dark controls would have white text in a field that the browser fills in. */
  @supports not (color: light-dark(red, red)) {
    :host,
    :host([theme='dark']) {
      color-scheme: light;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_text);
      --_field-border: var(--_text);
      --_surface-border: var(--_text);
    }
  }
`;
