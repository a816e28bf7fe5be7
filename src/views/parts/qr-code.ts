import { html, noChange, render, type TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import type { View } from '../step-view.js';

/** A QR code as a picture; its place is kept while what draws it is loaded. */
export const qrCode = (content: string, { text: { setUpTotp: text } }: View): TemplateResult =>
  html`<div class="cml-qr" part="qr-code" ${drawn(content, text.qrCode, text.qrCodeMissing)}></div>`;

/** What a place is to show: it is drawn once, however often the step is rendered. */
const wanted = new WeakMap<Element, string>();

/** The chunk may come late, to a place that shows another by then, or has left. */
const draw = (place: HTMLElement, content: string, label: string, excuse: string): Promise<unknown> =>
  import('./qr-picture.js')
    .then(({ qrPicture }) => qrPicture(content, label))
    .catch(() => missing(excuse))
    .then((drawing) => place.isConnected && wanted.get(place) === content + label && render(drawing, place));

/** The key beside it does the same. */
const missing = (sentence: string): TemplateResult => html`<p class="cml-qr-missing" .textContent=${sentence}></p>`;

/** Lit's own `until` and `guard` do the same, and would be loaded, 1.1 kB, by everybody who signs in with a password and a code. */
const drawn = directive(
  class extends Directive {
    override render(_content: string, _label: string, _excuse: string): unknown {
      return noChange;
    }

    override update({ element }: ElementPart, [content, label, excuse]: [string, string, string]): unknown {
      if (wanted.get(element) !== content + label) {
        wanted.set(element, content + label);
        void draw(element as HTMLElement, content, label, excuse);
      }
      return noChange;
    }
  },
);
