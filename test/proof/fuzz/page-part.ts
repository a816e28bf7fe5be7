/** What the page does with the element: puts it somewhere, changes it, calls it. */
import type { CognitoMfaLogin } from '../../../src/index.js';
import type { OwnAct } from './subject.js';
import type { World } from './world.js';

export class PagePart {
  /** Whether it has left the page for good. */
  gone = false;
  readonly #element: CognitoMfaLogin;
  readonly #world: World;
  /** A field of the page's own. */
  readonly #field = document.createElement('input');
  readonly #places = [document.createElement('main'), document.createElement('aside')] as const;

  constructor(element: CognitoMfaLogin, world: World) {
    this.#element = element;
    this.#world = world;
    this.#places[1].append(this.#field);
    document.body.append(...this.#places);
  }

  get hidden(): boolean {
    return this.#element.hasAttribute('hidden');
  }

  insert(): void {
    this.gone = false;
    this.#places[0].append(this.#element);
  }

  /** @param busy whether something is under way */
  remove(busy: boolean): void {
    if (!this.#element.isConnected) return;
    this.#element.remove();
    queueMicrotask(() => {
      this.gone = !this.#element.isConnected;
      if (this.gone) this.#world.leave(busy);
    });
  }

  leave(): void {
    for (const place of this.#places) place.remove();
  }

  move(move: Extract<OwnAct, { do: 'host' }>['move'], busy: boolean): void {
    const element = this.#element;
    switch (move) {
      case 'remove':
        return this.remove(busy);
      case 'insert':
        return element.isConnected ? undefined : this.insert();
      case 'move':
        return element.isConnected
          ? this.#places[element.parentNode === this.#places[0] ? 1 : 0].append(element)
          : undefined;
      case 'clear':
        return element.replaceChildren();
      case 'hide':
      case 'show':
        // The browser takes the focus from what is hidden at some later frame, and so at any act.
        if (move === 'hide') this.#blur();
        element.hidden = move === 'hide';
        element.style.display = move === 'hide' ? 'none' : '';
        return undefined;
      case 'page-hidden':
      case 'page-shown':
        return void dispatchEvent(new Event(move === 'page-hidden' ? 'pagehide' : 'pageshow'));
      default:
        return move satisfies never;
    }
  }

  #blur(): void {
    const { activeElement: active } = document;
    const inner = this.#element.shadowRoot?.activeElement ?? active;
    if (this.#element.contains(active)) (inner as HTMLElement).blur();
  }

  set(name: string, value: string): void {
    const element = this.#element;
    if (name === 'client-id') element.clientId = value === 'nonsense' ? 'no client!' : this.#world.pool.clientId;
    else {
      if (name === 'mode' && value !== element.mode) this.#world.drop();
      element.setAttribute(name, value);
    }
  }

  call(call: Extract<OwnAct, { do: 'page' }>['call']): void {
    const element = this.#element;
    switch (call) {
      case 'start-over':
        this.#world.drop();
        return element.startOver();
      case 'sign-out':
      case 'sign-out-everywhere':
        this.#world.drop();
        return element.signOut({ global: call === 'sign-out-everywhere' });
      case 'get-session':
        return void element.getSession().catch(() => null);
      case 'forget-device':
        return void element.forgetDevice().catch(() => null);
      case 'focus-elsewhere':
        return this.#field.focus();
      default:
        return element.focus();
    }
  }
}
