import { html, type TemplateResult } from 'lit';
import type { Choice } from '../../i18n/messages.js';
import { chevron, methodIcons } from './icons.js';

interface Way extends Choice {
  readonly icon: keyof typeof methodIcons;
  readonly choose: () => void;
}

/** Several ways on, each a button that says what it takes. Not disabled while one is under way: a focus would be lost. */
export function choices(ways: readonly Way[], busy: boolean): TemplateResult {
  const lines = ways.map((way) => html`<li>${choice(way, busy)}</li>`);
  return html`<ul class="cml-choices" role="list">
    ${lines}
  </ul>`;
}

const choice = ({ icon, title, line, choose }: Way, busy: boolean): TemplateResult =>
  html`<button class="cml-choice" part="choice" type="button" aria-disabled=${busy} @click=${choose}>
    ${methodIcons[icon]}
    <span class="cml-choice-text">
      <span class="cml-choice-title" .textContent=${title}></span>
      <span class="cml-choice-line" .textContent=${line}></span>
    </span>
    ${chevron}
  </button>`;
