/** The way between the page and a pool inside it: with faults on it, and a record of everything that went along. */
import type { Body, Sent } from './trace.js';

type Reply = () => Response | Promise<Response>;

const refusal = (type: string, message = '', status = 400): Response =>
  new Response(JSON.stringify({ __type: type, message }), { status });
const page = (status: number) => new Response('<!doctype html><title>Portal</title>', { status });
const challenge = (ChallengeName: string, Session = 'S'.repeat(40)) =>
  Response.json({ ChallengeName, Session, ChallengeParameters: {} });
const tokens = (changes: object) =>
  Response.json({ AuthenticationResult: { AccessToken: 'a.b.c', IdToken: 'a.b.c', RefreshToken: 'r', ...changes } });

/** What answers in the pool's place, which then hears nothing of the request. */
const inPlace: Readonly<Record<string, Reply>> = {
  offline: () => Promise.reject(new TypeError('Failed to fetch')),
  html: () => page(200),
  'html-503': () => page(503),
  'waf-403': () => page(403),
  nothing: () => Response.json({}),
  null: () => Response.json(null),
  truncated: () => new Response('{"ChallengeName":"SMS_M'),
  large: () => new Response('x'.repeat(2 * 1024 * 1024)),
  'empty-502': () => new Response(null, { status: 502 }),
  typed: () => refusal('InternalErrorException', 'Internal error', 500),
  throttled: () => refusal('TooManyRequestsException', 'Too many requests', 429),
  unknown: () => refusal('NeverHeardOfException', 'Who knows?'),
  'session-expired': () => refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
  'session-spent': () =>
    refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
  'unknown-challenge': () => challenge('RETINA_SCAN'),
  'other-challenge': () => challenge('SOFTWARE_TOKEN_MFA'),
  'no-session': () => Response.json({ ChallengeName: 'SMS_MFA', ChallengeParameters: {} }),
  'tokens-garbage': () => tokens({}),
  'tokens-missing': () => tokens({ IdToken: undefined }),
};

/** `lost`: the pool has done its part, and the answer never comes. `late`: it comes when it is let go of. `hang`: nothing ever does. */
export const faultNames = [...Object.keys(inPlace), 'lost', 'late', 'hang'] as const;

/** Those that the page takes for the pool's, in answer to what may be answered by a challenge. */
const wellFormed: ReadonlySet<string> = new Set(['unknown-challenge', 'other-challenge']);
const challenged: ReadonlySet<string> = new Set(['InitiateAuth', 'RespondToAuthChallenge']);

const isForged = (fault: string | undefined, operation: string): boolean =>
  fault !== undefined && fault in inPlace && !(wellFormed.has(fault) && challenged.has(operation));

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

interface Hooks {
  /** Counts everything that happens. */
  readonly order: () => number;
  readonly cause: () => number;
  /** How many messages the pool has sent. */
  readonly messages: () => number;
  /** Told when the pool has taken a new password. */
  readonly newPassword: (password: string) => void;
}

export class PoolNetwork {
  readonly sent: Mutable<Sent>[] = [];
  /** The texts of all answers of the pool. */
  readonly answers: Body[] = [];
  /** How many requests the pool is working on. */
  working = 0;
  readonly #pool: typeof fetch;
  readonly #hooks: Hooks;
  readonly #faults: string[] = [];
  readonly #holding = new Set<AbortSignal | null>();
  readonly #open = new Map<Mutable<Sent>, AbortSignal | null>();
  readonly #held: (() => void)[] = [];
  /** What the pool's answers say. */
  readonly #bodies = new WeakMap<Response, Body>();

  /** @param pool what answers: the pool's own handler */
  constructor(pool: typeof fetch, hooks: Hooks) {
    this.#pool = pool;
    this.#hooks = hooks;
  }

  /** Whether an answer is held back that somebody waits for. */
  get waits(): boolean {
    return [...this.#holding].some((signal) => !signal?.aborted);
  }

  /** The next requests meet a fault, one after the other. */
  break(fault: string, requests: number): void {
    for (let count = 0; count < requests; count++) this.#faults.push(fault);
  }

  mend(): void {
    this.#faults.length = 0;
  }

  /** Lets go of the answers that are late. */
  release(): void {
    for (const go of this.#held.splice(0)) go();
  }

  /** What is under way belongs to nobody any more. */
  abandon(): void {
    for (const one of this.#open.keys()) one.abandoned = true;
  }

  readonly fetch: typeof fetch = async (input, init = {}) => {
    const one = this.#note(init);
    const { signal = null } = init;
    this.#open.set(one, signal);
    signal?.addEventListener('abort', () => this.#end(one, !isTimeout(signal)));
    const fault = this.#faults.shift();
    this.working++;
    try {
      const response = await this.#answer(fault, () => this.#ask(input, init, one), signal);
      const answer = isForged(fault, one.operation)
        ? null
        : (this.#bodies.get(response) ?? (await response.clone().json()));
      if (one.ended === null) one.answer = answer;
      return response;
    } finally {
      this.working--;
      this.#end(one, false);
    }
  };

  #end(one: Mutable<Sent>, abandoned: boolean): void {
    if (one.ended !== null) return;
    this.#open.delete(one);
    one.abandoned ||= abandoned;
    one.ended = this.#hooks.order();
  }

  #note({ headers, body }: RequestInit): Mutable<Sent> {
    const operation = new Headers(headers).get('x-amz-target')?.split('.')[1] ?? '';
    const beside = [...this.#open].filter(([, signal]) => !signal?.aborted).map(([other]) => other.operation);
    const params = JSON.parse(String(body)) as Body;
    const one = { operation, params, beside, order: this.#hooks.order(), cause: this.#hooks.cause() };
    const noted = { ...one, messages: 0, ended: null, answer: null, abandoned: false };
    this.sent.push(noted);
    return noted;
  }

  async #ask(input: RequestInfo | URL, init: RequestInit, one: Mutable<Sent>): Promise<Response> {
    const before = this.#hooks.messages();
    // Without its signal: what has reached the pool is done there.
    const response = await this.#pool(input, { ...init, signal: null });
    one.messages += this.#hooks.messages() - before;
    const text = await response.text();
    const body = JSON.parse(text) as Body;
    this.answers.push(body);
    const password = one.params.ChallengeResponses?.NEW_PASSWORD ?? one.params.Password;
    if (response.ok && password) this.#hooks.newPassword(password);
    const copy = new Response(text, response); // to clone and read it took a seventh of the controller's fuzz
    this.#bodies.set(copy, body);
    return copy;
  }

  async #answer(
    fault: string | undefined,
    ask: () => Promise<Response>,
    signal: AbortSignal | null,
  ): Promise<Response> {
    if (fault === undefined) return ask();
    if (fault in inPlace) return inPlace[fault]!();
    const response = fault === 'hang' ? null : await ask();
    return this.#hold(
      signal,
      response && fault === 'late' ? untilReleased(response, this.#held) : untilAborted(signal),
    );
  }

  /** While it waits for the sequence, nothing works on it. */
  async #hold(signal: AbortSignal | null, waiting: Promise<Response>): Promise<Response> {
    this.working--;
    this.#holding.add(signal);
    try {
      return await waiting;
    } finally {
      this.#holding.delete(signal);
      this.working++;
    }
  }
}

const untilReleased = (response: Response, held: (() => void)[]): Promise<Response> =>
  new Promise((resolve) => held.push(() => resolve(response)));

const untilAborted = (signal: AbortSignal | null): Promise<never> =>
  new Promise((_, reject) => {
    const abort = () => reject(new DOMException('Aborted', 'AbortError'));
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
  });

/** Given up by the product's own patience, and not by the person: its answer is that there was none. */
const isTimeout = ({ reason }: AbortSignal): boolean => (reason as { code?: string } | undefined)?.code === 'Timeout';
