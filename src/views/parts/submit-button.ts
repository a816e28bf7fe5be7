import { html, nothing, type TemplateResult } from 'lit';

/**
 * The form's main button. Never disabled: for emptiness an empty field is told so, while busy a second press does nothing, and a
 * disabled button would drop the focus.
 */
export const submitButton = (label: string, busyLabel: string, busy: boolean): TemplateResult =>
  html`<button class="cml-button" type="submit" aria-disabled=${busy}>
    ${busy ? html`<span class="cml-spinner"></span>` : nothing}
    <span .textContent=${busy ? busyLabel : label}></span>
  </button>`;

/** A quiet action beside it. */
export const linkButton = (label: string, press: () => void): TemplateResult =>
  html`<button class="cml-link" type="button" @click=${press}>
    <span .textContent=${label}></span>
  </button>`;
