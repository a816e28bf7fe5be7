import type { LoginError } from '../../src/flow/error.js';
import type { Channel, CodeNeeded, Outcome, Restored } from '../../src/flow/outcome.js';
import type { Answer, AuthPort, SignInRequest, UserSession } from '../../src/flow/ports.js';

/** A call of the port that waits for the test's answer. */
export interface ScriptedCall {
  readonly method:
    | 'signIn'
    | 'answer'
    | 'requestReset'
    | 'reset'
    | 'requestConfirmation'
    | 'confirmSignUp'
    | 'rememberDevice'
    | 'addPasskey'
    | 'skipOffer'
    | 'signOut';
  /** What was handed over: a request, an answer, a name, whether a sign-out is global, or nothing. */
  readonly argument: unknown;
  readonly signal: AbortSignal;
  /** Also after its signal was aborted: a port may be late. */
  answer(outcome: Outcome): void;
  reject(reason: unknown): void;
}

/** A port that answers when the test says so. */
export class ScriptedPort implements AuthPort {
  readonly calls: ScriptedCall[] = [];
  /** How many times an attempt was dropped. */
  abandoned = 0;
  session: UserSession | null = null;
  /** What `restore` finds. */
  found: Restored | null = null;
  /** Whose passkeys the browser was asked to list; each waits until the test picks one, or its signal is aborted. */
  readonly offered: { readonly username: string; readonly signal: AbortSignal; pick(picked: boolean): void }[] = [];
  /** Whoever watches the session; called, they look again. */
  readonly watchers = new Set<() => void>();

  signIn({ username, password, factor, to }: SignInRequest, signal: AbortSignal): Promise<Outcome> {
    return this.#record('signIn', { username, password, ...(factor && { factor }), ...(to && { to }) }, signal);
  }

  answer(answer: Answer, signal: AbortSignal): Promise<Outcome> {
    return this.#record('answer', answer, signal);
  }

  abandon(): void {
    this.abandoned++;
  }

  requestReset(username: string, signal: AbortSignal): Promise<Outcome> {
    return this.#record('requestReset', username, signal);
  }

  reset(request: { username: string; code: string; password: string }, signal: AbortSignal): Promise<Outcome> {
    const { username, code, password } = request;
    return this.#record('reset', { username, code, password }, signal);
  }

  requestConfirmation(username: string, signal: AbortSignal): Promise<Outcome> {
    return this.#record('requestConfirmation', username, signal);
  }

  confirmSignUp({ username, code }: { username: string; code: string }, signal: AbortSignal): Promise<Outcome> {
    return this.#record('confirmSignUp', { username, code }, signal);
  }

  rememberDevice(signal: AbortSignal): Promise<Outcome> {
    return this.#record('rememberDevice', undefined, signal);
  }

  forgetDevice(): Promise<boolean> {
    return Promise.resolve(true);
  }

  addPasskey(signal: AbortSignal): Promise<Outcome> {
    return this.#record('addPasskey', undefined, signal);
  }

  skipOffer(signal: AbortSignal): Promise<Outcome> {
    return this.#record('skipOffer', undefined, signal);
  }

  offerPasskey(username: string, signal: AbortSignal): Promise<boolean> {
    return new Promise((pick, reject) => {
      this.offered.push({ username, signal, pick });
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  }

  restore(): Promise<Restored | null> {
    return Promise.resolve(this.found);
  }

  signOut(global: boolean, signal: AbortSignal): Promise<Outcome> {
    return this.#record('signOut', global, signal);
  }

  getSession(): Promise<UserSession | null> {
    return Promise.resolve(this.session);
  }

  watchSession(changed: () => void): () => void {
    this.watchers.add(changed);
    return () => void this.watchers.delete(changed);
  }

  /** The newest call. */
  get last(): ScriptedCall {
    const call = this.calls.at(-1);
    if (!call) throw new Error('The port has not been called.');
    return call;
  }

  /** The calls so far, for comparison. */
  get log(): [method: string, argument: unknown][] {
    return this.calls.map(({ method, argument }) => [method, argument]);
  }

  #record(method: ScriptedCall['method'], argument: unknown, signal: AbortSignal): Promise<Outcome> {
    return new Promise((answer, reject) => {
      this.calls.push({ method, argument, signal, answer, reject });
    });
  }
}

/** After a password, unless told otherwise, and with no choice on the way. */
export const codeNeeded = (channel: Channel = 'sms', more: Partial<CodeNeeded> = {}): CodeNeeded => ({
  kind: 'code-needed',
  channel,
  destination: channel === 'totp' ? null : '+********0114',
  again: 'password',
  alternatives: false,
  ...more,
});

export const signedIn: Outcome = { kind: 'signed-in', offers: [] };

export const refused = (code: LoginError['code']): Outcome => ({ kind: 'failed', error: { code, retryable: false } });
