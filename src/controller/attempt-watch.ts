import type { Clock } from '../flow/ports.js';

/** What an attempt hears of the world outside. */
interface Watcher {
  /** Read the clock: a second has passed, or the page came back and nobody knows how long it slept. */
  tick(): void;
  /** The page goes away, perhaps into the back-forward cache. */
  hide(): void;
}

/** The window, or nothing where there is none. */
const page = (): Pick<EventTarget, 'addEventListener' | 'removeEventListener'> | null =>
  typeof globalThis.addEventListener === 'function' ? globalThis : null;

/**
 * Follows time and the page while an attempt is under way; holds no timer and no listener otherwise. The time is read anew at every
 * tick, never counted: timers sleep with the device and are slowed in the background.
 */
export class AttemptWatch {
  readonly #clock: Clock;
  readonly #watcher: Watcher;
  #stopTimer: (() => void) | null = null;

  constructor(clock: Clock, watcher: Watcher) {
    this.#clock = clock;
    this.#watcher = watcher;
  }

  start(): void {
    if (this.#stopTimer) return;
    page()?.addEventListener('visibilitychange', this.#wake);
    page()?.addEventListener('pageshow', this.#wake);
    page()?.addEventListener('pagehide', this.#hide);
    this.#schedule();
  }

  stop(): void {
    this.#stopTimer?.();
    this.#stopTimer = null;
    page()?.removeEventListener('visibilitychange', this.#wake);
    page()?.removeEventListener('pageshow', this.#wake);
    page()?.removeEventListener('pagehide', this.#hide);
  }

  #schedule(): void {
    this.#stopTimer = this.#clock.after(1000, () => {
      this.#schedule();
      this.#watcher.tick();
    });
  }

  readonly #wake = () => this.#watcher.tick();
  readonly #hide = () => this.#watcher.hide();
}
