import type { TokenStorage } from './storage.js';

/** Those that are watched in this document, which gets no `storage` event of its own changes (HTML, "broadcast a storage event"). */
const watched = new Set<SessionSignal>();

/** Tells whoever watches that the session was changed by somebody else: once, however many keys of it changed. */
export class SessionSignal {
  readonly #storage: TokenStorage;
  readonly #prefix: string;
  readonly #watchers = new Set<() => void>();
  #telling = false;

  /**
   * @param storage of whose changes other tabs tell, if it is the browser's own for all of them
   * @param prefix of the client's keys
   */
  constructor(storage: TokenStorage, prefix: string) {
    this.#storage = storage;
    this.#prefix = prefix;
  }

  /** Calls back after each change; the answer ends it. */
  watch(changed: () => void): () => void {
    const watcher = () => changed();
    if (this.#watchers.size === 0) this.#listen();
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size === 0) this.#stopListening();
    };
  }

  #listen(): void {
    watched.add(this);
    globalThis.addEventListener?.('storage', this.#hear);
  }

  #stopListening(): void {
    watched.delete(this);
    globalThis.removeEventListener?.('storage', this.#hear);
  }

  /** Tells whoever watches the same session through another signal of this document: another element's, for example. */
  announce(): void {
    for (const other of watched)
      if (other !== this && other.#storage === this.#storage && other.#prefix === this.#prefix) other.tell();
  }

  /** In a task of its own, when all that changed together has changed. */
  tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    setTimeout(() => {
      this.#telling = false;
      for (const watcher of [...this.#watchers]) watcher();
    });
  }

  /** An event of another tab's (HTML, "The storage event"); without a key when that tab cleared everything. */
  readonly #hear = ({ key, storageArea }: StorageEvent): void => {
    if (storageArea === this.#storage && (key === null || this.#concerns(key))) this.tell();
  };

  /** Who is signed in, and by which token: the others change with it, or mean nothing to somebody who watches. */
  #concerns(key: string): boolean {
    return key.startsWith(`${this.#prefix}.`) && /\.(LastAuthUser|refreshToken)$/.test(key);
  }
}
