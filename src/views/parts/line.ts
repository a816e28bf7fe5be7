import { html, nothing, type TemplateResult } from 'lit';
import type { LoginState, SessionClock } from '../../flow/state.js';
import type { View } from '../step-view.js';
import { quietLine, spinner } from './buttons.js';
import { timeLeft } from './clock.js';
import { exclamation } from './icons.js';
import { problemText } from './problem.js';

interface Line {
  readonly problem?: string | null;
  readonly hint?: string | undefined;
  readonly timeLeft?: string | undefined;
  /** What is under way, where no button says so. */
  readonly wait?: string | null;
  readonly id?: string;
}

/**
 * The line under a field, or under what stands in a field's place. It is there while it is empty, so that nothing moves. The time that is
 * left describes no field: screen readers say a description anew whenever it changes, here each second
 * (https://github.com/w3c/aria/issues/1707).
 */
export const line = ({ problem, hint, timeLeft, wait, id }: Line): TemplateResult =>
  html`<div class="cml-hint" part="hint">
    <div class="cml-told" id=${id ?? nothing}>
      ${problem ? problemLine(problem) : nothing} ${hint ? html`<span .textContent=${hint}></span>` : nothing}
    </div>
    ${timeLeft ? html`<div .textContent=${timeLeft}></div>` : nothing}
    ${wait ? html`<span class="cml-waiting">${spinner}${quietLine(wait)}</span>` : nothing}
  </div>`;

/** A sentence with the error's icon; changing text is bound as a property, so that a translated page does not lose it. */
const problemLine = (sentence: string): TemplateResult =>
  html`<span class="cml-problem">${exclamation}<span .textContent=${sentence}></span></span>`;

type Standing = Pick<LoginState, 'error'> & Partial<SessionClock>;

/** The line of a step without fields: what went wrong, how much time is left, and what is under way. */
export const standing = ({ error, warned = null, expiresAt = 0 }: Standing, view: View, wait?: string | null) =>
  line({
    problem: error && problemText(error, view),
    timeLeft: timeLeft({ warned, expiresAt }, view),
    wait: wait ?? null,
  });
