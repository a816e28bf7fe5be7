import { html, nothing, type TemplateResult } from 'lit';
import type { Resend } from '../../flow/state.js';
import { fill } from '../../i18n/messages.js';
import type { View } from '../step-view.js';
import { linkButton, quietLine } from './buttons.js';
import { clockTime, secondsUntil } from './clock.js';

/** The quiet actions under a main button. */
export const actions = (...all: readonly (TemplateResult | typeof nothing)[]): TemplateResult | typeof nothing =>
  all.every((one) => one === nothing) ? nothing : html`<div class="cml-actions">${all}</div>`;

/** "Use another method", where the pool offers one. */
export const anotherMethod = (busy: boolean, { text, send }: View): TemplateResult =>
  busy
    ? quietLine(text.shared.wait)
    : linkButton(text.shared.anotherMethod, () => send({ type: 'use-another-method' }));

/** "Send a new code": under way, spent, resting, or there to be pressed. */
export function resendAction({ left, availableAt }: Resend, resending: boolean, view: View): TemplateResult {
  const { text, send } = view;
  if (resending) return quietLine(text.shared.resending);
  if (left === 0) return quietLine(text.shared.resendSpent);
  const seconds = secondsUntil(availableAt, view);
  if (seconds > 0) return quietLine(fill(text.shared.resendIn, { time: clockTime(seconds) }));
  return linkButton(text.shared.resend, () => send({ type: 'request-code' }));
}
