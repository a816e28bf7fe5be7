import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { english, isSpoken, languageOf, loadMessages } from '../i18n/load-messages.js';
import type { Messages } from '../i18n/messages.js';
import { parentOf } from './flat-tree.js';
import { unclobbered } from './unclobbered.js';

/** The language that holds for a node: its own `lang`, or the closest around it, shadow roots included. */
function closestLang(node: Element): string {
  for (let element: Element | null = node; element; element = parentOf(element)) {
    const lang = Element.prototype.getAttribute.call(element, 'lang');
    if (lang) return lang;
  }
  return 'en';
}

/** Chrome's translator says that the page is in its language, and goes on from the texts that are there: those stay. */
const isTranslated = (): boolean => {
  const page = unclobbered(Document, 'documentElement', document);
  return page.classList.contains('translated-ltr') || page.classList.contains('translated-rtl');
};

/** How long the first render waits for a language, in milliseconds; then English shows until it comes. */
const patience = 1500;

/** Follows the language of the place the element is in, and has its texts ready. */
export class Language implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #loadMessages: typeof loadMessages;
  readonly #observer = new MutationObserver(() => void this.#load());
  /** Whose texts are there, or on their way. */
  #wanted = 'en';
  #loading: Promise<void> = Promise.resolve();
  messages: Messages = english;
  /** The language of `messages`. */
  code = 'en';
  /** Resolves when the texts of the first language are there, so that no other language flashes up; soon, in any case. */
  ready: Promise<void> = Promise.resolve();

  constructor(host: ReactiveControllerHost & HTMLElement, load = loadMessages) {
    this.#host = host;
    this.#loadMessages = load;
    host.addController(this);
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

  #load(): Promise<void> {
    const lang = closestLang(this.#host);
    const code = isTranslated() && !isSpoken(lang) ? this.#wanted : languageOf(lang);
    if (code === this.#wanted)
      this.#host.requestUpdate(); // its direction may have changed
    else this.#loading = this.#take(code);
    return this.#loading;
  }

  async #take(code: string): Promise<void> {
    this.#wanted = code;
    const messages = await this.#loadMessages(code);
    // A later change may have been quicker.
    if (code !== this.#wanted) return;
    if (messages === english) this.#wanted = 'en'; // the chunk could not be loaded
    this.messages = messages;
    this.code = this.#wanted;
    this.#host.requestUpdate();
  }
}
