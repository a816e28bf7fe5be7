import type { LoginState } from '../flow/state.js';

export interface Observer {
  next?(state: LoginState): void;
}

export type Subscription = (() => void) & { unsubscribe(): void };

type Listener = (state: LoginState) => void;

/** A listener's exception is its own: it goes to the global error handler, as an event listener's does. */
function notify(listener: Listener, state: LoginState): void {
  try {
    listener(state);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** Whoever wants to hear of the state. */
export class Observers {
  readonly #listeners = new Set<Listener>();
  readonly #watched: (watched: boolean) => void;

  /** @param watched told when the first one comes, and when the last one has gone */
  constructor(watched: (watched: boolean) => void) {
    this.#watched = watched;
  }

  add(observer: Listener | Observer, state: LoginState): Subscription {
    // A function of its own each time, so that one who subscribes twice may leave once.
    const listener: Listener = (now) => (typeof observer === 'function' ? observer(now) : observer.next?.(now));
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#watched(true);
    notify(listener, state);
    const unsubscribe = (): void => {
      if (this.#listeners.delete(listener) && this.#listeners.size === 0) this.#watched(false);
    };
    return Object.assign(unsubscribe, { unsubscribe });
  }

  tell(state: LoginState): void {
    for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) notify(listener, state);
  }
}
