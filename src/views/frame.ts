import { html, nothing, type TemplateResult } from 'lit';
import type { Sentence } from './step-view.js';

export interface Frame {
  readonly heading: string;
  readonly intro: Sentence;
  /** The form, the slot it comes through, or what stands in its place. */
  readonly body: unknown;
  /** What the live region says. */
  readonly status: string;
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
  /** Whether the page sets no font. */
  readonly plainPage: boolean;
}

/**
 * What stands around the form. No `<header>` is in it: outside of an article or a section that is the page's banner. The live region is
 * there from the first render, or its first words would not be heard.
 */
export const frame = (frame: Frame): TemplateResult => html`
  <div class="frame ${frame.plainPage ? 'plain-page' : ''}" part="frame" dir=${frame.direction} lang=${frame.language}>
    <slot name="before"></slot>
    <div class="header" part="header" tabindex="-1">
      <slot name="heading"><h2 part="heading" .textContent=${frame.heading}></h2></slot>
      ${sentence(frame.intro)}
    </div>
    ${frame.body}
    <slot name="help"></slot>
    <slot name="after"></slot>
    <slot name="footer"></slot>
    <div class="status" role="status" .textContent=${frame.status}></div>
  </div>
`;

function sentence({ text, emphasised, other }: Sentence): TemplateResult {
  const [before = '', after = ''] = text.split(/\{\w+\}/);
  return html`<p class="intro" part="intro" data-other=${other ?? nothing}>
    <span
      ><span .textContent=${before}></span><b translate="no"><bdi .textContent=${emphasised ?? ''}></bdi></b
      ><span .textContent=${after}></span
    ></span>
  </p>`;
}
