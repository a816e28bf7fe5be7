import { html, type TemplateResult } from 'lit';
import { restsUntil } from '../../flow/earlier-code.js';
import type { Channel, Factor } from '../../flow/outcome.js';
import type { OnTheWay } from '../../flow/state.js';
import { fill, type Choice } from '../../i18n/messages.js';
import type { View } from '../step-view.js';
import { clockTime, secondsUntil } from './clock.js';
import { chevron, methodIcons } from './icons.js';

interface Way extends Choice {
  readonly icon: keyof typeof methodIcons;
  readonly choose: () => void;
  /** Whether it cannot be chosen yet; its line says when. */
  readonly resting?: boolean;
}

/** Methods to prove oneself with; one that has just sent a code rests as "Send a new code" does. */
export const methodWays = <Method extends Channel | Factor>(
  methods: readonly Method[],
  { earlier }: OnTheWay,
  view: View,
  choose: (method: Method) => void,
): readonly Way[] =>
  methods.map((method) => {
    const { title, line } = view.text.methods[method];
    const seconds = secondsUntil(restsUntil(earlier, method), view);
    const resting = seconds > 0;
    const shown = resting ? fill(view.text.shared.resendIn, { time: clockTime(seconds) }) : line;
    return { title, line: shown, icon: method, resting, choose: () => choose(method) };
  });

/** Several ways on, each a button that says what it takes. Not disabled while one is under way: a focus would be lost. */
export function choices(ways: readonly Way[], busy: boolean): TemplateResult {
  const lines = ways.map((way) => html`<li>${choice(way, busy)}</li>`);
  return html`<ul class="cml-choices" role="list">
    ${lines}
  </ul>`;
}

const choice = ({ icon, title, line, choose, resting = false }: Way, busy: boolean): TemplateResult =>
  html`<button class="cml-choice" part="choice" type="button" aria-disabled=${busy || resting} @click=${choose}>
    ${methodIcons[icon]}
    <span class="cml-choice-text">
      <span class="cml-choice-title" .textContent=${title}></span>
      <span class="cml-choice-line" .textContent=${line}></span>
    </span>
    ${chevron}
  </button>`;
