/** What goes wrong around the element, passed in: the network in a test's hand, storages that refuse; and who hears of it. */
import { aTimeout, waitUntil } from '@open-wc/testing';
import type { TokenStorage } from '../../src/index.js';
import { asText } from './as-text.js';
import { requestName } from './request-name.js';

/** A request as the element sent it. */
export interface Request {
  readonly operation: string;
  /** Finer than the operation: see `requestName`. */
  readonly name: string;
  readonly url: string;
  readonly body: string;
  readonly signal: AbortSignal | undefined;
}

type Answer = () => Response | Promise<Response>;

/**
 * What befalls a request on its way.
 * @param send passes it on to the service, as it is or changed; its signal is then not heeded, so that the answer comes all the same
 * @param init as the element sent it
 */
export type Fault = (send: (body?: string) => Promise<Response>, init: RequestInit) => Promise<Response>;

/** Passes requests on to the service until it is told otherwise. Its `fetch` is the element's property of that name. */
export class Network {
  /** Every request, oldest first. */
  readonly requests: Request[] = [];
  /** The text of every answer of the service, oldest first. */
  readonly answers: string[] = [];
  #gate: Promise<void> | null = null;
  readonly #openers: (() => void)[] = [];
  #waiting = 0;
  #inPlace: Answer | null = null;
  readonly #faults = new Map<string, Fault>();

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const operation = new Headers(init.headers).get('x-amz-target')?.split('.')[1] ?? '';
    const body = String(init.body ?? '');
    const name = requestName(operation, body);
    this.requests.push({ operation, name, url: String(input), body, signal: init.signal ?? undefined });
    if (this.#inPlace) return this.#inPlace();
    const fault = this.#faults.get(name);
    if (fault) return fault((changed = body) => this.#pass(input, { ...init, body: changed, signal: null }), init);
    const gate = this.#gate;
    // Held without its signal: the answer comes although nobody waits for it any more.
    const response = await this.#pass(input, gate ? { ...init, signal: null } : init);
    if (!gate) return response;
    this.#waiting++;
    await gate;
    return response;
  };

  async #pass(input: Parameters<typeof fetch>[0], init: RequestInit): Promise<Response> {
    const response = await fetch(input, init);
    this.answers.push(await response.clone().text());
    return response;
  }

  /** From now on this befalls every request of that name; without a fault none does any more. */
  befall(name: string, fault: Fault | null = null): void {
    if (fault) this.#faults.set(name, fault);
    else this.#faults.delete(name);
  }

  /** From now on requests reach the service, and its answers wait. */
  hold(): void {
    this.#gate = new Promise((resolve) => this.#openers.push(resolve));
  }

  /** Further requests are answered at once; what waits goes on waiting. */
  pass(): void {
    this.#gate = null;
  }

  /** Resolves when so many answers wait. */
  async waits(answers = 1): Promise<void> {
    await waitUntil(() => this.#waiting >= answers, `${answers} answers to wait`, { timeout: 8000 });
  }

  /** Lets go of everything held, and gives it time to do its harm. */
  async release(): Promise<void> {
    this.pass();
    for (const open of this.#openers.splice(0)) open();
    await aTimeout(80);
  }

  /** Something else answers in the service's place; without an argument the service is back. */
  replace(answer: Answer | null = null): void {
    this.#inPlace = answer;
  }

  asked(operation: string): number {
    return this.requests.filter((request) => request.operation === operation).length;
  }
}

/** A storage that fails as a browser's does in every call named. */
export function failingStorage(calls: readonly (keyof TokenStorage)[], error: Error) {
  const items = new Map<string, string>();
  const guard = (name: keyof TokenStorage): void => {
    if (calls.includes(name)) throw error;
  };
  return {
    items,
    getItem(key: string): string | null {
      guard('getItem');
      return items.get(key) ?? null;
    },
    setItem(key: string, value: string): void {
      guard('setItem');
      items.set(key, value);
    },
    removeItem(key: string): void {
      guard('removeItem');
      items.delete(key);
    },
  };
}

const levels = ['debug', 'log', 'info', 'warn', 'error'] as const;

interface Line {
  readonly level: (typeof levels)[number];
  readonly text: string;
}

/** What is to be put back after the test. */
const undo: (() => void)[] = [];

afterEach(() => {
  for (const step of undo.splice(0)) step();
});

/**
 * Listens to the console in place of the test's log, until the test ends.
 * @returns the lines; what lit says of its development build is left out
 */
export function listenToConsole(): readonly Line[] {
  const lines: Line[] = [];
  for (const level of levels) {
    const original = console[level];
    console[level] = (...parts: unknown[]) => {
      const text = parts.map(asText).join(' ');
      if (!text.startsWith('Lit is in dev mode')) lines.push({ level, text });
    };
    undo.push(() => (console[level] = original));
  }
  return lines;
}

/** Collects what nobody caught until the test ends: exceptions of listeners and timers, and rejections. */
export function listenToAccidents(): readonly string[] {
  const accidents: string[] = [];
  const note = (event: Event): void => {
    const { message, reason } = event as Partial<ErrorEvent & PromiseRejectionEvent>;
    accidents.push(`${event.type}: ${asText(reason ?? message)}`);
  };
  const stop = new AbortController();
  addEventListener('unhandledrejection', note, stop);
  addEventListener('error', note, stop);
  undo.push(() => stop.abort());
  return accidents;
}

/** The keys under which amazon-cognito-identity-js keeps a session, and nothing else may be kept. */
export const sessionKeys = (clientId: string, username: string): string[] => [
  `CognitoIdentityServiceProvider.${clientId}.LastAuthUser`,
  ...['idToken', 'accessToken', 'refreshToken', 'clockDrift'].map(
    (name) => `CognitoIdentityServiceProvider.${clientId}.${username}.${name}`,
  ),
];

/** What the tab keeps for a client; the tab may have been another test's before. */
export const storedFor = (clientId: string): Record<string, string> =>
  Object.fromEntries(Object.entries({ ...sessionStorage }).filter(([key]) => key.includes(clientId)));
