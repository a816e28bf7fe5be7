import type { ConfigHint, ErrorCode, LoginError } from '../flow/error.js';

type Sentences = typeof import('./advice.js');
type Level = 'warn' | 'error';

/** Failures behind which a setting may be. Any other is the person's own, and nothing to load a chunk for. */
const levels: Readonly<Partial<Record<ErrorCode, Level>>> = {
  'config-error': 'error',
  'unsupported-challenge': 'error',
  'client-error': 'error',
  'passkey-failed': 'error',
  'delivery-failed': 'error',
  'service-unavailable': 'error',
  'session-expired': 'warn',
  'clock-skew': 'warn',
  offline: 'warn',
  'bad-response': 'warn',
};

/** Not among the other sentences, whose chunk is gone with the one that is told of. */
const notLoaded =
  'A chunk of the package could not be loaded: keep the files of a build for as long as pages of it are open.';

/** Speaks to the developer, once of each thing. */
export class DeveloperConsole {
  readonly #said = new Set<string>();

  warn(message: string): void {
    this.#say('warn', message);
  }

  error(hint: ConfigHint): void {
    void this.#tell('error', ({ advice }) => advice[hint]);
  }

  /** What the developer has to know of a failure of which the person reads only that sign-in is unavailable. */
  explain(error: LoginError, sessionMinutes: number): void {
    if (error.code === 'not-loaded') this.warn(notLoaded);
    const level = levels[error.code];
    if (level) void this.#tell(level, ({ explanation }) => explanation(error, sessionMinutes));
  }

  /** A property of another type than it may be; its value is not repeated, for it may be a secret. */
  misuse(name: keyof Sentences['expected']): void {
    void this.#tell('warn', ({ expected }) => `${name} must be ${expected[name]}.`);
  }

  /** Without the chunk there is nothing to be said: the browser says that it is gone. */
  async #tell(level: Level, choose: (sentences: Sentences) => string | null): Promise<void> {
    const sentences = await import('./advice.js').catch(() => null);
    const message = sentences && choose(sentences);
    if (message) this.#say(level, message);
  }

  #say(level: Level, message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    const line = `<cognito-mfa-login>: ${message}`;
    if (level === 'error') console.error(line);
    else console.warn(line);
  }
}
