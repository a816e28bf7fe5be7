/** What the tests of pure code meet of a browser besides what Node has: storages, events of the window and the document, locks. */

/** Its keys are its own properties, as a browser's are. */
class Shelf {
  [key: string]: unknown;

  getItem(key: string): unknown {
    return Object.hasOwn(this, key) ? this[key] : null;
  }

  setItem(key: string, value: string): void {
    this[key] = String(value);
  }

  removeItem(key: string): void {
    Reflect.deleteProperty(this, key);
  }

  clear(): void {
    for (const key of Object.keys(this)) this.removeItem(key);
  }
}

class StorageChange extends Event {
  readonly key: string | null;
  readonly storageArea: object | null;

  constructor(type: string, { key = null, storageArea = null }: StorageEventInit) {
    super(type);
    this.key = key;
    this.storageArea = storageArea;
  }
}

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** One holder at a time for each name, in the order of asking; who gives up is passed over (Web Locks API, section 4). */
class Locks {
  readonly #turns = new Map<string, Promise<unknown>>();

  request<Result>(name: string, { signal }: { signal: AbortSignal }, work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turns.get(name) ?? Promise.resolve();
    const result = Promise.race([turn, aborted(signal)]).then(work);
    const next = Promise.allSettled([turn, result]);
    this.#turns.set(name, next);
    return result;
  }
}

const events = new EventTarget();

/** What bubbles reaches the window. */
class Page extends EventTarget {
  override dispatchEvent(event: Event): boolean {
    return super.dispatchEvent(event) && (!event.bubbles || events.dispatchEvent(new Event(event.type)));
  }
}

class Browser {
  readonly userAgent =
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
}
// On the prototype, where a test takes it away and gives it back.
Object.defineProperty(Browser.prototype, 'locks', { value: new Locks() });

const globals = {
  ...{ window: globalThis, self: globalThis, document: new Page(), navigator: new Browser() },
  ...{ localStorage: new Shelf(), sessionStorage: new Shelf(), StorageEvent: StorageChange },
  addEventListener: events.addEventListener.bind(events),
  removeEventListener: events.removeEventListener.bind(events),
  dispatchEvent: events.dispatchEvent.bind(events),
};

for (const [name, value] of Object.entries(globals))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
