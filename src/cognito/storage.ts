/** Where tokens are kept: the part of the DOM's Storage that is used. */
export interface TokenStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** `local` and `session` are the browser's own; `memory` lives as long as the element. */
export type StorageChoice = 'local' | 'session' | 'memory' | TokenStorage;

/**
 * @param refused told when the browser keeps nothing for this page, which then has memory alone
 * @param page whose storages these are
 */
export function openStorage(
  choice: StorageChoice,
  refused: () => void,
  page: Pick<Window, 'localStorage' | 'sessionStorage'> = globalThis,
): TokenStorage {
  if (typeof choice === 'object') return choice;
  if (choice === 'memory') return memoryStorage();
  try {
    // Reading the property alone throws where a person has refused storage to a site or a third-party frame.
    return (choice === 'local' ? page.localStorage : page.sessionStorage) ?? memoryStorage();
  } catch {
    refused();
    return memoryStorage();
  }
}

export function memoryStorage(): TokenStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}

/**
 * A storage whose changes are seen at once through it, and reach the storage below all together or not at all: the SDK writes
 * its five keys one by one, some of them before it knows that it failed.
 */
export class Transaction implements TokenStorage {
  readonly #below: TokenStorage;
  /** Null stands for a removal. */
  readonly #changes = new Map<string, string | null>();
  /** Whether the storage below refused, so that the changes are all there is. */
  #detached = false;

  constructor(below: TokenStorage) {
    this.#below = below;
  }

  getItem(key: string): string | null {
    const changed = this.#changes.get(key);
    return changed === undefined ? this.kept(key) : changed;
  }

  /** What the storage below holds, whatever has changed here. */
  kept(key: string): string | null {
    try {
      return this.#below.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  setItem(key: string, value: string): void {
    this.#changes.set(key, String(value));
  }

  removeItem(key: string): void {
    this.#changes.set(key, null);
  }

  /** The SDK's type asks for it; nothing calls it. */
  clear(): void {
    this.#changes.clear();
  }

  /** Takes the changes back. */
  rollback(): void {
    if (!this.#detached) this.#changes.clear();
  }

  /**
   * Hands the changes down. Where the storage below refuses one, those before it are taken back, and the changes stay here.
   * @returns whether they were stored
   */
  commit(): boolean {
    const before = new Map<string, string | null>();
    try {
      for (const [key, value] of this.#changes) {
        // The SDK's own CookieStorage answers undefined, which must not be written back as a text.
        before.set(key, this.#below.getItem(key) ?? null);
        write(this.#below, key, value);
      }
    } catch {
      restore(this.#below, before);
      this.#detached = true;
      return false;
    }
    this.#changes.clear();
    this.#detached = false;
    return true;
  }
}

const write = (storage: TokenStorage, key: string, value: string | null): void =>
  value === null ? storage.removeItem(key) : storage.setItem(key, value);

/** The way back in reverse, so that a storage with little room meets no state that it has not held before. */
function restore(storage: TokenStorage, items: ReadonlyMap<string, string | null>): void {
  for (const [key, value] of [...items].reverse()) {
    try {
      write(storage, key, value);
    } catch {
      // It refuses everything now; the next key may still go.
    }
  }
}
