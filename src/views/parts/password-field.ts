import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../flow/error.js';
import type { View } from '../step-view.js';
import { field } from './field.js';
import { eye, eyeOff } from './icons.js';

/** The password as it is typed: never trimmed, never limited, paste welcome. */
export function passwordField(problem: Problem | null, busy: boolean, view: View): TemplateResult {
  const { signIn } = view.text;
  const frame = {
    name: 'password',
    label: signIn.password,
    problem,
    last: true,
    hint: view.capsLock ? signIn.capsLock : undefined,
  };
  return field(
    frame,
    view,
    ({ id, hintId, invalid }) => html`
      <input
        class="cml-input cml-with-button"
        part="field"
        id=${id}
        name="password"
        type=${view.revealed ? 'text' : 'password'}
        autocomplete="current-password"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        translate="no"
        dir="auto"
        ?readonly=${busy}
        aria-invalid=${invalid}
        aria-describedby=${hintId}
      />
      ${revealButton(view)}
    `,
  );
}

const revealButton = ({ revealed, text: { signIn }, reveal }: View): TemplateResult =>
  html`<button
    class="cml-reveal"
    type="button"
    aria-label=${revealed ? signIn.hidePassword : signIn.showPassword}
    title=${revealed ? signIn.hidePassword : signIn.showPassword}
    @click=${() => reveal(!revealed)}
  >
    ${revealed ? eyeOff : eye}
  </button>`;
