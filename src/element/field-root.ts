import { html, nothing, render, type TemplateResult } from 'lit';
import { controlStyles } from '../styles/controls.js';
import { unclobbered } from './unclobbered.js';

export interface FormLook {
  readonly label: string;
  readonly busy: boolean;
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
  readonly plainPage: boolean;
}

/**
 * The credential form, and the one place that knows where it lives: as a child of the element, projected through the slot `fields`,
 * where password managers see it; or in the shadow root. Never a form in the shadow root with slotted inputs: those have no form
 * owner. It is made through the DOM, so that inside a page's own form it still owns its fields.
 */
export class FieldRoot {
  readonly #host: HTMLElement;
  readonly #listen: (form: HTMLFormElement) => void;
  #form!: HTMLFormElement;
  /** Whether the form belongs among the element's children now. */
  #slotted = false;
  #styledRoot: Document | ShadowRoot | null = null;
  #key = '';

  /** @param listen is given each form that is made */
  constructor(host: HTMLElement, listen: (form: HTMLFormElement) => void) {
    this.#host = host;
    this.#listen = listen;
    this.#make();
  }

  /**
   * The form of a step; another key is another form. Chromium takes a password for sent, and offers to save it, when its form goes
   * away: one that went on to ask for a code was none (measured in test/proof/managers with Chromium 156).
   */
  begin(key: string): void {
    if (key === this.#key) return;
    this.#key = key;
    // Whoever still holds the form, such as a browser's extension, holds no authenticator app's key with it.
    render(nothing, this.#form);
    this.#form.remove();
    this.#make();
  }

  #make(): void {
    this.#form = document.createElement('form');
    this.#form.method = 'post'; // should a script be in the way: never a password in a URL
    this.#form.noValidate = true;
    this.#form.slot = 'fields';
    this.#listen(this.#form);
  }

  /** Puts the form where it belongs and gives the frame what stands in its place there. */
  place(mode: 'slotted' | 'shadow', shown: boolean): unknown {
    this.#slotted = shown && mode === 'slotted';
    if (!shown) this.#form.remove();
    if (mode === 'shadow') return shown ? this.#form : nothing;
    this.#restore();
    return html`<slot name="fields" @slotchange=${this.#restore}></slot>`;
  }

  /** A framework, or the page, may have cleared the element's children. */
  readonly #restore = (): void => {
    if (this.#slotted && this.#form.parentNode !== this.#host) this.#host.append(this.#form);
  };

  render(content: TemplateResult | null, look: FormLook): void {
    const form = this.#form;
    if (this.#styledRoot) adopt(this.#styledRoot); // a page may have replaced its sheets
    form.className = look.plainPage ? 'cml cml-plain-page' : 'cml';
    form.dir = look.direction;
    form.lang = look.language;
    // Not by their properties, which Firefox reflects since 119 only.
    form.setAttribute('aria-label', look.label);
    form.setAttribute('aria-busy', String(look.busy));
    render(content ? html`<div class="cml-step">${content}</div>` : nothing, form);
  }

  /** Styles the form in whatever document or shadow root the element is in; adopted, since a strict CSP allows no style element. */
  connect(): void {
    const root = this.#host.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    uses.set(root, (uses.get(root) ?? 0) + 1);
    adopt(root);
    this.#styledRoot = root;
    this.#removeCopies();
    this.#restore();
  }

  disconnect(): void {
    if (this.#styledRoot) release(this.#styledRoot);
    this.#styledRoot = null;
  }

  read(name: string): string {
    return this.field(name)?.value ?? '';
  }

  /** Nothing where the field is fixed: it holds what was typed before. */
  typed(name: string): string {
    const field = this.field(name);
    return field?.readOnly ? '' : (field?.value ?? '');
  }

  fill(name: string, value: string): void {
    const field = this.field(name);
    if (field) field.value = value;
  }

  field(name: string): HTMLInputElement | null {
    return this.#form.querySelector(`input[name="${CSS.escape(name)}"]`);
  }

  /** Who clones the element, or reads its markup in again, copies a form that nobody listens to. */
  #removeCopies(): void {
    for (const copy of this.#host.querySelectorAll(':scope > form.cml')) {
      if (copy !== this.#form) copy.remove();
    }
  }
}

/** How many elements use the sheet, by root. */
const uses = new WeakMap<Document | ShadowRoot, number>();

const sheetsOf = (root: Document | ShadowRoot): CSSStyleSheet[] =>
  root instanceof ShadowRoot ? root.adoptedStyleSheets : unclobbered(Document, 'adoptedStyleSheets', root);

function adopt(root: Document | ShadowRoot): void {
  const sheet = controlStyles.styleSheet;
  const sheets = sheetsOf(root);
  if (sheet && !sheets.includes(sheet)) sheets.push(sheet);
}

function release(root: Document | ShadowRoot): void {
  const count = (uses.get(root) ?? 1) - 1;
  uses.set(root, count);
  if (count > 0) return;
  const sheets = sheetsOf(root);
  const place = sheets.findIndex((sheet) => sheet === controlStyles.styleSheet);
  if (place >= 0) sheets.splice(place, 1);
}
