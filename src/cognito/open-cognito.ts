import { AuthenticationDetails } from 'amazon-cognito-identity-js';
import type { LoginError } from '../flow/error.js';
import type { Outcome } from '../flow/outcome.js';
import type { AuthPort, Credentials, UserSession } from '../flow/ports.js';
import type { Challenge } from './answer.js';
import { configFrom, findConfigFault, type CognitoConfig, type CognitoOptions } from './config.js';
import { toLoginError, type Submission } from './errors.js';
import { codeAnswer, toOutcome } from './outcomes.js';
import type { PortCallbacks } from './sdk-internals.js';
import { SessionKeeper, type Account } from './session-keeper.js';
import { settle, type SdkResult } from './settle.js';
import { installNativeModPow } from './srp.js';
import { openWire, WireFailure, type Wire } from './wire.js';

export { configFrom, findConfigFault, isLocalAddress } from './config.js';

/** A user pool as the flow's port. A faulty configuration is no exception: every submission then fails with `config-error`. */
export function openCognito(options: CognitoOptions): AuthPort {
  const config = configFrom(options);
  const hint = findConfigFault(config);
  if (hint) return misconfigured({ code: 'config-error', retryable: false, hint });
  installNativeModPow();
  return new CognitoPort(config);
}

function misconfigured(error: LoginError): AuthPort {
  const fail = (): Promise<Outcome> => Promise.resolve({ kind: 'failed', error });
  return { signIn: fail, confirm: fail, signOut: fail, abandon() {}, getSession: () => Promise.resolve(null) };
}

class CognitoPort implements AuthPort {
  readonly #config: CognitoConfig;
  readonly #wire: Wire;
  readonly #sessions: SessionKeeper;
  /** The attempt that came to a challenge; dropped when it ends. Its user alone holds the Session. */
  #attempt: (Account & { readonly challenge: Challenge }) | null = null;

  constructor(config: CognitoConfig) {
    this.#config = config;
    this.#wire = openWire(config);
    this.#sessions = new SessionKeeper(config, this.#wire);
  }

  /** A fresh user each time: a failed SRP leaves the SDK's with another name. */
  signIn({ username, password }: Credentials, signal: AbortSignal): Promise<Outcome> {
    const account = this.#sessions.openAccount(username);
    const { authFlow, clientMetadata } = this.#config;
    account.user.setAuthenticationFlowType(authFlow === 'srp' ? 'USER_SRP_AUTH' : 'USER_PASSWORD_AUTH');
    return this.#submit('credentials', account, signal, (callbacks) => {
      const details = { Username: username, Password: password, ClientMetadata: { ...clientMetadata } };
      account.user.authenticateUser(new AuthenticationDetails(details), callbacks);
    });
  }

  confirm(code: string, signal: AbortSignal): Promise<Outcome> {
    const attempt = this.#attempt;
    if (!attempt) return Promise.resolve({ kind: 'failed', error: { code: 'session-expired', retryable: false } });
    return this.#submit('code', attempt, signal, (callbacks) => {
      const responses = codeAnswer(attempt.challenge, code);
      attempt.user.answer(attempt.challenge, responses, this.#config.clientMetadata, callbacks);
    });
  }

  abandon(): void {
    this.#attempt = null;
  }

  async signOut(global: boolean, signal: AbortSignal): Promise<Outcome> {
    const ended = await this.#sessions.signOut(global, signal);
    return { kind: 'signed-out', global: global && ended };
  }

  getSession(): Promise<UserSession | null> {
    return this.#sessions.getSession();
  }

  async #submit(
    submission: Submission,
    account: Account,
    signal: AbortSignal,
    start: (callbacks: PortCallbacks) => void,
  ): Promise<Outcome> {
    try {
      const result = await settle(this.#wire, signal, (client, callbacks) => {
        account.user.client = client;
        start(callbacks);
      });
      signal.throwIfAborted();
      return this.#accept(result, account);
    } catch (failure) {
      account.transaction.rollback();
      signal.throwIfAborted();
      const now = this.#config.authFlow === 'srp' ? this.#config.clock.now() : undefined;
      return { kind: 'failed', error: toLoginError(failure, { submission, now }) };
    } finally {
      account.user.rest();
    }
  }

  #accept(result: SdkResult, account: Account): Outcome {
    if ('challenge' in result) {
      const outcome = toOutcome(result.challenge);
      // Whatever came before is spent, and what no code answers must not be sent one.
      this.#attempt = outcome.kind === 'code-needed' ? { ...account, challenge: result.challenge } : null;
      return outcome;
    }
    // The shape allows for it, since a refresh brings none; a sign-in without one would end within the hour.
    if (!result.session.getRefreshToken().getToken()) throw new WireFailure('BadResponse');
    this.#attempt = null;
    this.#sessions.keep(account);
    return { kind: 'signed-in' };
  }
}
