import { AuthenticationDetails, CognitoUserPool } from 'amazon-cognito-identity-js';
import type { LoginError } from '../flow/error.js';
import type { Outcome } from '../flow/outcome.js';
import type { AuthPort, Credentials, UserSession } from '../flow/ports.js';
import type { Challenge } from './answer.js';
import { configFrom, findConfigFault, type CognitoConfig, type CognitoOptions } from './config.js';
import { toLoginError, type Submission } from './errors.js';
import { codeAnswer, toOutcome } from './outcomes.js';
import { PortUser } from './port-user.js';
import type { PortCallbacks } from './sdk-internals.js';
import { clientFor, settle, type SdkResult } from './settle.js';
import { installNativeModPow } from './srp.js';
import { openStorage, Transaction, type TokenStorage } from './storage.js';
import { openWire, WireFailure, type Wire } from './wire.js';

export { configFrom, findConfigFault, isLocalHost } from './config.js';

/** A user with the storage it writes to. */
interface Account {
  readonly user: PortUser;
  readonly transaction: Transaction;
}

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
  readonly #storage: TokenStorage;
  /** The attempt that came to a challenge; dropped when it ends. Its user alone holds the Session. */
  #attempt: (Account & { readonly challenge: Challenge }) | null = null;
  #signedIn: Account | null = null;
  #sessionUnderWay: Promise<UserSession | null> | null = null;
  #warned = false;

  constructor(config: CognitoConfig) {
    this.#config = config;
    this.#wire = openWire(config);
    this.#storage = openStorage(config.storage, () => this.#warn());
  }

  /** A fresh user each time: a failed SRP leaves the SDK's with another name. */
  signIn({ username, password }: Credentials, signal: AbortSignal): Promise<Outcome> {
    const account = this.#account(username);
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
    const account = this.#signedIn ?? this.#storedAccount();
    if (!account) return { kind: 'signed-out', global: false };
    const everywhere = await this.#revoke(account, global, signal);
    account.user.clearCachedUser();
    account.user.signInUserSession = null;
    account.transaction.commit();
    this.#signedIn = null;
    return { kind: 'signed-out', global: global && everywhere };
  }

  getSession(): Promise<UserSession | null> {
    // Two refreshes side by side would use one refresh token twice, which rotation forbids.
    this.#sessionUnderWay ??= this.#readSession().finally(() => (this.#sessionUnderWay = null));
    return this.#sessionUnderWay;
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
    this.#signedIn = account;
    this.#store(account.transaction);
    return { kind: 'signed-in' };
  }

  /** Tells of a refusal once: after it, each look at the session tries again. */
  #store(transaction: Transaction): void {
    if (!transaction.commit()) this.#warn();
  }

  #warn(): void {
    if (!this.#warned) this.#config.warn('The storage refused the tokens, so the session lasts as long as this page.');
    this.#warned = true;
  }

  #account(username: string): Account {
    const { userPoolId: UserPoolId, clientId: ClientId } = this.#config;
    const transaction = new Transaction(this.#storage);
    // To the pool and to the user: given to the pool alone, the SDK writes the tokens to localStorage all the same.
    const pool = new CognitoUserPool({ UserPoolId, ClientId, Storage: transaction });
    return { user: new PortUser({ Username: username, Pool: pool, Storage: transaction }), transaction };
  }

  /** Whoever signed in last with this client and this storage, by this element or by the SDK elsewhere in the app. */
  #storedAccount(): Account | null {
    const key = `CognitoIdentityServiceProvider.${this.#config.clientId}.LastAuthUser`;
    const username = new Transaction(this.#storage).getItem(key);
    return username ? this.#account(username) : null;
  }

  async #readSession(): Promise<UserSession | null> {
    const signedIn = this.#signedIn;
    const account = signedIn ?? this.#storedAccount();
    if (!account) return null;
    const session = await this.#currentSession(account).catch((failure: unknown) => {
      if (failure instanceof WireFailure && failure.code !== 'NotAuthorizedException') throw failure;
      // Nothing stored that can be used, or a refresh token that the service no longer takes: nobody is signed in.
      account.user.clearCachedUser();
      return null;
    });
    // Somebody signed in or out meanwhile: these tokens must not be stored over theirs.
    if (this.#signedIn !== signedIn) return this.#readSession();
    this.#store(account.transaction);
    this.#signedIn = session && account;
    return session;
  }

  #currentSession({ user }: Account): Promise<UserSession> {
    return new Promise((resolve, reject) => {
      user.client = clientFor(this.#wire, new AbortController().signal, reject);
      const done = (error: unknown, session: UserSession | null) => (session ? resolve(session) : reject(error));
      user.getSession(done as Parameters<PortUser['getSession']>[0]);
    });
  }

  /** Asks the service to end the session; the person is signed out here whatever it says. Tells whether it did. */
  async #revoke({ user }: Account, global: boolean, signal: AbortSignal): Promise<boolean> {
    const session = await this.getSession().catch(() => null);
    if (!session) return false;
    const ClientId = user.pool.getClientId();
    const request = global
      ? this.#wire('GlobalSignOut', { AccessToken: session.getAccessToken().getJwtToken() }, signal)
      : this.#wire('RevokeToken', { Token: session.getRefreshToken().getToken(), ClientId }, signal);
    return request.then(
      () => true,
      (failure: unknown) => {
        if (failure instanceof WireFailure) this.#config.warn(`The service did not end the session: ${failure.code}.`);
        return false;
      },
    );
  }
}
