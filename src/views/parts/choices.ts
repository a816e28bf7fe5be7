import { html, nothing, type TemplateResult } from 'lit';
import { restsUntil } from '../../flow/earlier-code.js';
import type { Channel, Factor } from '../../flow/outcome.js';
import type { OnTheWay } from '../../flow/state.js';
import { fill, type Choice } from '../../i18n/messages.js';
import type { View } from '../step-view.js';
import { clockTime, secondsUntil } from './clock.js';
import { chevron, methodIcons } from './later-icons.js';

interface Way extends Choice {
  readonly icon: keyof typeof methodIcons;
  readonly choose: () => void;
  /** Until when it cannot be chosen, in place of its line. */
  readonly rest?: string;
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
    if (seconds <= 0) return { title, line, icon: method, choose: () => choose(method) };
    const rest = fill(view.text.shared.resendIn, { time: clockTime(seconds) });
    return { title, line, icon: method, rest, choose: () => view.tell(rest) };
  });

/** Several ways on, each a button that says what it takes. Not disabled while one is under way: a focus would be lost. */
export function choices(ways: readonly Way[], busy: boolean): TemplateResult {
  const lines = ways.map((way) => html`<li>${choice(way, busy)}</li>`);
  return html`<ul class="cml-choices" role="list">
    ${lines}
  </ul>`;
}

/** A rest neither names nor describes it, since that would be read each second to whoever is there: a press tells it. */
const choice = ({ icon, title, line, choose, rest }: Way, busy: boolean): TemplateResult =>
  html`<button
    class="cml-choice"
    part="choice"
    type="button"
    aria-disabled=${busy || rest !== undefined}
    aria-label=${rest ? `${title} ${line}` : nothing}
    @click=${choose}
  >
    ${methodIcons[icon]}
    <span class="cml-choice-text">
      <span class="cml-choice-title" .textContent=${title}></span>
      <span class="cml-choice-line" .textContent=${rest ?? line}></span>
    </span>
    ${chevron}
  </button>`;
