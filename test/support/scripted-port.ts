import type { LoginError } from '../../src/flow/error.js';
import type { Channel, Outcome } from '../../src/flow/outcome.js';
import type { AuthPort, Credentials, UserSession } from '../../src/flow/ports.js';

/** A call of the port that waits for the test's answer. */
export interface ScriptedCall {
  readonly method: 'signIn' | 'confirm' | 'signOut';
  /** What was handed over: credentials, the code, or whether the sign-out is global. */
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

  signIn({ username, password }: Credentials, signal: AbortSignal): Promise<Outcome> {
    return this.#record('signIn', { username, password }, signal);
  }

  confirm(code: string, signal: AbortSignal): Promise<Outcome> {
    return this.#record('confirm', code, signal);
  }

  signOut(global: boolean, signal: AbortSignal): Promise<Outcome> {
    return this.#record('signOut', global, signal);
  }

  abandon(): void {
    this.abandoned++;
  }

  getSession(): Promise<UserSession | null> {
    return Promise.resolve(this.session);
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

export const codeNeeded = (channel: Channel = 'sms'): Outcome => ({
  kind: 'code-needed',
  channel,
  destination: channel === 'totp' ? null : '+********0114',
});

export const signedIn: Outcome = { kind: 'signed-in' };

export const refused = (code: LoginError['code']): Outcome => ({ kind: 'failed', error: { code, retryable: false } });
