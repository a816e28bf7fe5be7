import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../step-view.js';
import { field, type FieldFrame } from './field.js';
import { eye, eyeOff } from './icons.js';

export type PasswordFrame = Omit<FieldFrame, 'name' | 'label' | 'below' | 'describedBy'> & { readonly busy: boolean };

/** The password of the account, as it is typed: never trimmed, never limited, paste welcome. */
export const passwordField = (frame: PasswordFrame, view: View): TemplateResult =>
  anyPassword({ ...frame, label: view.text.shared.password }, 'current-password', view);

/** @param frame with `managerRules`, where it is a new one: what a password manager has to heed */
export function anyPassword(
  frame: Omit<FieldFrame, 'name'> & PasswordFrame & { readonly managerRules?: string },
  token: 'current-password' | 'new-password',
  view: View,
): TemplateResult {
  const hints = [view.capsLock ? view.text.shared.capsLock : undefined, ...(frame.hints ?? [])];
  return field(
    { ...frame, name: 'password', hints },
    view,
    ({ id, hintId, invalid }) => html`
      <input
        class="cml-input cml-with-button"
        part="field"
        id=${id}
        name="password"
        type=${view.revealed ? 'text' : 'password'}
        autocomplete=${token}
        passwordrules=${frame.managerRules ?? nothing}
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        translate="no"
        dir="auto"
        ?readonly=${frame.busy}
        aria-invalid=${invalid}
        aria-describedby=${hintId}
      />
      ${revealButton(view)}
    `,
  );
}

const revealButton = ({ revealed, text: { shared }, reveal }: View): TemplateResult =>
  html`<button
    class="cml-reveal"
    type="button"
    aria-label=${revealed ? shared.hidePassword : shared.showPassword}
    title=${revealed ? shared.hidePassword : shared.showPassword}
    @click=${() => reveal(!revealed)}
  >
    ${revealed ? eyeOff : eye}
  </button>`;
