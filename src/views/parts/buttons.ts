import { html, nothing, type TemplateResult } from 'lit';

interface MainButton {
  readonly label: string;
  readonly busyLabel: string;
  readonly busy: boolean;
  /** What a press does; it submits the form where this is left out. */
  readonly press?: () => void;
}

/**
 * A step's main button. Never disabled: for emptiness an empty field is told so, while busy a second press does nothing, and a
 * disabled button would drop the focus.
 */
export const mainButton = ({ label, busyLabel, busy, press }: MainButton): TemplateResult =>
  html`<button
    class="cml-button"
    part="button"
    type=${press ? 'button' : 'submit'}
    aria-disabled=${busy}
    @click=${press ?? nothing}
  >
    ${busy ? spinner : nothing}
    <span .textContent=${busy ? busyLabel : label}></span>
  </button>`;

export const spinner = html`<span class="cml-spinner"></span>`;

/** Another way on that is as large as the main button, and less loud. */
export const secondButton = (
  label: string,
  press: () => void,
  icon: TemplateResult | typeof nothing = nothing,
): TemplateResult =>
  html`<button class="cml-button cml-second" part="second-button" type="button" @click=${press}>
    ${icon}
    <span .textContent=${label}></span>
  </button>`;

/** A quiet action beside it. */
export const linkButton = (label: string, press: (event: Event) => void): TemplateResult =>
  html`<button class="cml-link" part="link" type="button" @click=${press}>
    <span .textContent=${label}></span>
  </button>`;

/** What stands in a quiet action's place while it cannot be pressed. */
export const quietLine = (sentence: string): TemplateResult =>
  html`<span class="cml-countdown" .textContent=${sentence}></span>`;
