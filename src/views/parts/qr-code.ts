import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { until } from 'lit/directives/until.js';
import type { View } from '../step-view.js';

/** A QR code as a picture; its place is kept while the library that draws it is loaded. */
export const qrCode = (content: string, { text: { setUpTotp: text } }: View): TemplateResult =>
  html`<div class="cml-qr" part="qr-code">
    ${guard([content, text], () => until(draw(content, text.qrCode).catch(() => missing(text.qrCodeMissing))))}
  </div>`;

/** On a screen nothing is smudged: large squares count for more than error correction. The margin is the code's own (ISO/IEC 18004). */
const draw = (content: string, label: string): Promise<TemplateResult> =>
  import('uqr').then(({ encode }) => picture(encode(content, { ecc: 'L', border: 4 }).data, label));

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

/** The key beside it does the same. */
const missing = (sentence: string): TemplateResult => html`<p class="cml-qr-missing" .textContent=${sentence}></p>`;
