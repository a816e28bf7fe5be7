/** A person's eyes and hands: what can be found by label or name in the element, and used. */
import type { CognitoMfaLogin } from '../../../src/index.js';
import type { Wit } from './acts.js';
import type { Place } from './trace.js';
import { kindOf, wordFor } from './words.js';
import type { World } from './world.js';

const textOf = (node: Element | null | undefined): string => node?.textContent ?? '';
const isShown = (node: Element): boolean => !node.closest('[hidden]') && !node.classList.contains('cml-hidden');
const isUsable = (control: Element): boolean =>
  control.getAttribute('aria-disabled') !== 'true' && !control.matches(':disabled, [readonly]');

export class Hands {
  constructor(
    readonly element: CognitoMfaLogin,
    readonly world: World,
  ) {}

  get #roots(): ParentNode[] {
    const form = this.element.querySelector(':scope > form');
    return [...(form ? [form] : []), ...(this.element.shadowRoot ? [this.element.shadowRoot] : [])];
  }

  all<Found extends Element>(selector: string): Found[] {
    return this.#roots.flatMap((root) => [...root.querySelectorAll<Found>(selector)]);
  }

  get buttons(): HTMLButtonElement[] {
    return this.all<HTMLButtonElement>('button').filter(isShown);
  }

  /** Labels with the fields they name. */
  get fields(): { readonly label: string; readonly input: HTMLInputElement }[] {
    const labels = this.all<HTMLLabelElement>('label').filter(isShown);
    return labels.flatMap((label) =>
      label.control instanceof HTMLInputElement ? [{ label: textOf(label).trim(), input: label.control }] : [],
    );
  }

  /** How many things can be used. */
  get ways(): number {
    return [...this.buttons, ...this.fields.map(({ input }) => input)].filter(isUsable).length;
  }

  get busy(): boolean {
    return (
      this.all('form[aria-busy=true], button[type=button].cml-button[aria-disabled=true], .cml-waiting').length > 0 ||
      this.#formIsBusy
    );
  }

  get #formIsBusy(): boolean {
    return this.element.querySelector(':scope > form')?.getAttribute('aria-busy') === 'true';
  }

  /** Where the focus is, by the document's word. */
  get focus(): Place {
    const { activeElement: active } = document;
    if (!active || active === document.body) return 'nowhere';
    return this.element.contains(active) ? 'inside' : 'elsewhere';
  }

  /** Fills in what is asked for. */
  fill(wit: Wit): void {
    const asked = textOf(this.element.querySelector(':scope > form') ?? this.element.shadowRoot?.querySelector('form'));
    const heading = textOf(this.element.shadowRoot?.querySelector('h2'));
    for (const { label, input } of this.fields) {
      const kind = kindOf(label, this.world.step);
      const byApp = kind === 'code' && (this.world.step === 'set-up-totp' || appHeadings.test(heading));
      this.type(input, wordFor(kind, wit, this.world, byApp ? 'totp' : asked));
    }
  }

  type(input: HTMLInputElement, text: string): void {
    input.focus();
    if (!isUsable(input)) return;
    input.value = text;
    input.dispatchEvent(
      new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste', data: text }),
    );
  }

  /** The button that goes on: the form's own, else the first of the ways. */
  get main(): HTMLButtonElement | null {
    const ways = this.buttons.filter((button) => !button.classList.contains('cml-reveal'));
    return ways.find(({ type }) => type === 'submit') ?? ways[0] ?? null;
  }

  /** Whatever holds a password, by its kind. */
  get passwords(): HTMLInputElement[] {
    return this.all<HTMLInputElement>('input').filter(({ type, name }) => type === 'password' || name === 'password');
  }
}

/** What the code step says when the code comes from an app, in English, German and Arabic. */
const appHeadings = /app|App|تطبيق/;

export function press(button: HTMLButtonElement, twice = false): void {
  button.focus();
  button.click();
  if (twice) button.click();
}
