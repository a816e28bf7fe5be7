import { isObject, type Challenge } from './answer.js';
import type { CognitoConfig } from './config.js';
import { openStorage, type TokenStorage } from './storage.js';
import type { Trail } from './trail.js';

/** What a code step can be taken up again with. */
export interface SavedAttempt {
  readonly trail: Trail;
  /** The pool's name of the user. */
  readonly user: string;
  readonly session: string;
  readonly challenge: Challenge;
}

interface SavedRecord extends SavedAttempt {
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
  readonly endpoint: string;
  readonly userPoolId: string;
}

/**
 * With `resume="session"` a code step outlives a reload of its tab, in one item of the tab's sessionStorage: the user's names, the
 * challenge and its Session, never a password or a code. Otherwise nothing is read or written.
 */
export class Resume {
  readonly #config: CognitoConfig;
  readonly #key: string;
  readonly #storage: TokenStorage | null;

  constructor(config: CognitoConfig) {
    const on = config.resume === 'session' && config.mode !== 'reauth';
    this.#config = config;
    this.#key = `cognito-mfa-login.${config.clientId}.attempt`;
    // Without a storage it is as if it were off.
    this.#storage = on ? openStorage('session', () => undefined) : null;
  }

  /** Takes the place of what was saved before. */
  save(attempt: SavedAttempt): void {
    const { clock, sessionMinutes, endpoint, userPoolId } = this.#config;
    const expiresAt = clock.now() + sessionMinutes * 60_000;
    const record: SavedRecord = { ...attempt, expiresAt, endpoint, userPoolId };
    this.#use((storage) => storage.setItem(this.#key, JSON.stringify(record)));
  }

  clear(): void {
    this.#use((storage) => storage.removeItem(this.#key));
  }

  /**
   * Removes what was saved for as long as its Session is used: it serves once, so a page that is reloaded meanwhile must not offer it.
   * @returns saves it again as it was, where the service has spared the Session
   */
  lend(): () => void {
    const text = this.#use((storage) => storage.getItem(this.#key));
    this.clear();
    return () => void (text && this.#use((storage) => storage.setItem(this.#key, text)));
  }

  /** What was saved, if its session may still be alive; anything else that is found is removed. */
  read(): SavedRecord | null {
    const text = this.#use((storage) => storage.getItem(this.#key));
    if (!text) return null;
    const record = parse(text);
    if (isSaved(record) && this.#isOwn(record) && record.expiresAt > this.#config.clock.now()) return record;
    this.clear();
    return null;
  }

  /** A Session is sent to nobody but whom it came from. */
  #isOwn({ endpoint, userPoolId }: SavedRecord): boolean {
    return endpoint === this.#config.endpoint && userPoolId === this.#config.userPoolId;
  }

  /** A full or blocked storage costs the convenience alone. */
  #use<Result>(access: (storage: TokenStorage) => Result): Result | null {
    try {
      return this.#storage && access(this.#storage);
    } catch {
      return null;
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isSaved(value: unknown): value is SavedRecord {
  if (!isObject(value) || !isObject(value.trail) || !isObject(value.challenge)) return false;
  const { trail, challenge, user, session, expiresAt } = value;
  const texts = [trail.username, user, session, challenge.name];
  return (
    texts.every((text) => typeof text === 'string' && text !== '') &&
    typeof expiresAt === 'number' &&
    isObject(challenge.parameters) &&
    Object.values(challenge.parameters).every((parameter) => typeof parameter === 'string') &&
    Array.isArray(challenge.available) &&
    Array.isArray(trail.choices)
  );
}
