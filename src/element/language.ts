import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { english, languageOf, loadMessages } from '../i18n/load-messages.js';
import type { Messages } from '../i18n/messages.js';
import { unclobbered } from './unclobbered.js';

/** The language that holds for a node: its own `lang`, or the closest around it, shadow roots included. */
function closestLang(node: Element): string {
  for (let element: Element | null = node; element; element = parentOf(element)) {
    const lang = Element.prototype.getAttribute.call(element, 'lang');
    if (lang) return lang;
  }
  return 'en';
}

/** Around the element may be a page's form, with fields that have the names of these properties. */
function parentOf(element: Element): Element | null {
  const slot = unclobbered(Element, 'assignedSlot', element);
  if (slot) return slot;
  const parent = unclobbered(Node, 'parentNode', element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** How long the first render waits for a language, in milliseconds; then English shows until it comes. */
const patience = 1500;

/** Follows the language of the place the element is in, and has its texts ready. */
export class Language implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #loadMessages: typeof loadMessages;
  readonly #observer = new MutationObserver(() => void this.#load());
  #code = 'en';
  messages: Messages = english;
  /** Resolves when the texts of the first language are there, so that no other language flashes up; soon, in any case. */
  ready: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost & HTMLElement, load = loadMessages) {
    this.#host = host;
    this.#loadMessages = load;
    host.addController(this);
  }

  get code(): string {
    return this.#code;
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, { attributeFilter: ['lang', 'dir'] });
    this.#observer.observe(unclobbered(Document, 'documentElement', document), { attributeFilter: ['lang'] });
    this.ready = this.#loadSoon();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  async #loadSoon(): Promise<void> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, patience)));
    await Promise.race([this.#load(), late]);
    clearTimeout(timer);
  }

  async #load(): Promise<void> {
    const code = languageOf(closestLang(this.#host));
    if (code === this.#code) return this.#host.requestUpdate(); // its direction may have changed
    this.#code = code;
    const messages = await this.#loadMessages(code);
    // A later change may have been quicker.
    if (code !== this.#code) return;
    if (messages === english) this.#code = 'en'; // the chunk could not be loaded
    this.messages = messages;
    this.#host.requestUpdate();
  }
}
