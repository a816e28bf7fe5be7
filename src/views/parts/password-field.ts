import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../step-view.js';
import { field, type FieldFrame } from './field.js';
import { eye, eyeOff } from './icons.js';
import { passwordRules, rulesForManagers } from './password-rules.js';

type PasswordFrame = Omit<FieldFrame, 'name' | 'label' | 'below' | 'describedBy'> & { readonly busy: boolean };

/** The password of the account, as it is typed: never trimmed, never limited, paste welcome. */
export const passwordField = (frame: PasswordFrame, view: View): TemplateResult =>
  anyPassword({ ...frame, label: view.text.shared.password }, 'current-password', view);

/** One that is chosen now, with what the pool asks of it. */
export function newPasswordField(frame: PasswordFrame, view: View): TemplateResult {
  const rules = { below: passwordRules(view), describedBy: view.id('password-rules') };
  return anyPassword({ ...frame, ...rules, label: view.text.shared.newPassword }, 'new-password', view);
}

function anyPassword(
  frame: Omit<FieldFrame, 'name'> & PasswordFrame,
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
        passwordrules=${token === 'new-password' ? rulesForManagers(view.options.passwordPolicy) : nothing}
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
