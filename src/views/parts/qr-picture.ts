import { html, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/**
 * A QR code; a chunk of its own with the library that makes it. On a screen nothing is smudged: large squares count for more than error
 * correction. The margin is the code's own (ISO/IEC 18004). Throws where the text is too long for one.
 */
export const qrPicture = (content: string, label: string): TemplateResult =>
  picture(encode(content, { ecc: 'L', border: 4 }).data, label);

/** Dark on light in every theme: cameras want it so. */
const picture = (squares: readonly (readonly boolean[])[], label: string): TemplateResult =>
  html`<svg
    class="cml-qr-picture"
    viewBox=${`0 0 ${squares.length} ${squares.length}`}
    role="img"
    aria-label=${label}
    shape-rendering="crispEdges"
  >
    <path class="cml-qr-light" d=${`M0 0h${squares.length}v${squares.length}H0z`} />
    <path class="cml-qr-dark" d=${squares.map(rowPath).join('')} />
  </svg>`;

const rowPath = (row: readonly boolean[], y: number): string =>
  row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join('');
