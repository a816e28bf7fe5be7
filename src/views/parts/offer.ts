import { html, nothing, type TemplateResult } from 'lit';
import type { LoginState } from '../../flow/state.js';
import type { Offered } from '../../i18n/messages.js';
import type { View } from '../step-view.js';
import { mainButton, secondButton } from './buttons.js';
import { standing } from './line.js';

/** Something for next time, to somebody who is signed in: yes, or not now. */
export const offer = (text: Offered, state: Pick<LoginState, 'busy' | 'error'>, view: View): TemplateResult =>
  html`<div class="cml">
    ${mainButton({
      label: text.accept,
      busyLabel: state.busy === 'skip' ? view.text.shared.wait : text.accepting,
      busy: state.busy !== null,
      press: () => view.send({ type: 'answer-offer', accepted: true }),
    })}
    ${secondButton(text.decline, () => view.send({ type: 'answer-offer', accepted: false }))}
    ${state.error ? standing(state, view) : nothing}
  </div>`;
