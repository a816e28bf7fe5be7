import { CognitoUserPool, type CognitoUserSession } from 'amazon-cognito-identity-js';
import type { UserSession } from '../flow/ports.js';
import type { CognitoConfig } from './config.js';
import { PortUser } from './port-user.js';
import { clientFor } from './settle.js';
import { openStorage, Transaction, type TokenStorage } from './storage.js';
import { WireFailure, type Wire } from './wire.js';

/** A user with the storage it writes to. */
export interface Account {
  readonly user: PortUser;
  readonly transaction: Transaction;
}

/** With these the service says that a session is over for good. */
const endings: ReadonlySet<string> = new Set([
  'NotAuthorizedException',
  'RefreshTokenReuseException',
  'UserNotFoundException',
  'PasswordResetRequiredException',
]);

/** Keeps the session of whoever is signed in: in the storage all of its tokens or none, and of one user. */
export class SessionKeeper {
  readonly #config: CognitoConfig;
  readonly #wire: Wire;
  readonly #storage: TokenStorage;
  #signedIn: Account | null = null;
  /** Another number whenever somebody signs in or out: what was asked for before is then late. */
  #turn = 0;
  #sessionUnderWay: Promise<UserSession | null> | null = null;
  #warned = false;

  constructor(config: CognitoConfig, wire: Wire) {
    this.#config = config;
    this.#wire = wire;
    this.#storage = openStorage(config.storage, () => this.#warn());
  }

  openAccount(username: string): Account {
    const { userPoolId: UserPoolId, clientId: ClientId } = this.#config;
    const transaction = new Transaction(this.#storage);
    // To the pool and to the user: given to the pool alone, the SDK writes the tokens to localStorage all the same.
    const pool = new CognitoUserPool({ UserPoolId, ClientId, Storage: transaction });
    return { user: new PortUser({ Username: username, Pool: pool, Storage: transaction }), transaction };
  }

  /** Stores what a sign-in brought. Whoever was signed in before leaves no tokens behind, which the SDK would never find again. */
  keep(account: Account): void {
    const { user, transaction } = account;
    const before = this.#storedAccount()?.user;
    if (before && before.username !== user.username) before.forgetTokensIn(transaction);
    this.#turn++;
    this.#signedIn = account;
    this.#store(account);
  }

  /**
   * The session, refreshed where it has to be. Not aborted when an element leaves the page: a page that removes it on success
   * asks for the tokens after that.
   */
  getSession(): Promise<UserSession | null> {
    // Two refreshes side by side would use one refresh token twice, which a pool that rotates them refuses.
    this.#sessionUnderWay ??= this.#readSession().finally(() => (this.#sessionUnderWay = null));
    return this.#sessionUnderWay;
  }

  /**
   * Signs out here at once, before anything that takes time: the page may be left in the next moment. Then asks the service.
   * @returns whether the service ended the session
   */
  async signOut(global: boolean, signal: AbortSignal): Promise<boolean> {
    const account = this.#signedIn ?? this.#storedAccount();
    if (!account) return false;
    const session = account.user.storedSession();
    account.user.clearCachedUser();
    account.user.signInUserSession = null;
    this.#store(account);
    this.#signedIn = null;
    this.#turn++;
    this.#sessionUnderWay = null;
    if (!session) return false;
    try {
      await (global ? this.#endEverywhere(account, session, signal) : this.#endHere(account, session, signal));
      return true;
    } catch (failure) {
      if (failure instanceof WireFailure) this.#config.warn(`The service did not end the session: ${failure.code}.`);
      return false;
    }
  }

  #endHere({ user }: Account, session: CognitoUserSession, signal: AbortSignal): Promise<unknown> {
    const Token = session.getRefreshToken().getToken();
    return this.#wire('RevokeToken', { Token, ClientId: user.pool.getClientId() }, signal);
  }

  /** With a fresh access token where the stored one has run out; it is used for this and stored nowhere. */
  async #endEverywhere(
    { user, transaction }: Account,
    session: CognitoUserSession,
    signal: AbortSignal,
  ): Promise<void> {
    const end = (using: UserSession) =>
      this.#wire('GlobalSignOut', { AccessToken: using.getAccessToken().getJwtToken() }, signal);
    try {
      await end(session);
    } catch (failure) {
      if (!(failure instanceof WireFailure && failure.code === 'NotAuthorizedException')) throw failure;
      const fresh = await this.#ask(user, signal, (done) => user.refreshSession(session.getRefreshToken(), done));
      transaction.rollback();
      await end(fresh);
    }
  }

  /** Whoever signed in last with this client and this storage, by this element or by the SDK elsewhere in the app. */
  #storedAccount(): Account | null {
    const key = `CognitoIdentityServiceProvider.${this.#config.clientId}.LastAuthUser`;
    const username = new Transaction(this.#storage).getItem(key);
    return username ? this.openAccount(username) : null;
  }

  async #readSession(): Promise<UserSession | null> {
    const turn = this.#turn;
    const account = this.#signedIn ?? this.#storedAccount();
    if (!account) return null;
    const { user } = account;
    const asked = user.storedSession()?.getRefreshToken().getToken();
    const { signal } = new AbortController();
    const session = await this.#ask(user, signal, (done) =>
      user.getSession(done as Parameters<PortUser['getSession']>[0]),
    ).catch((failure: unknown) => {
      if (failure instanceof WireFailure && !endings.has(failure.code)) throw failure;
      return null;
    });
    // Somebody signed in or out meanwhile: these tokens must not be stored over theirs.
    if (turn !== this.#turn) return this.#readSession();
    // In another tab, too: what was refused here is not what is stored by now.
    if (!session && ![asked, ''].includes(user.stored('refreshToken'))) return this.#startAfresh();
    // Nothing stored that can be used, or a refresh token that the service no longer takes: nobody is signed in.
    if (!session) user.clearCachedUser();
    this.#store(account);
    this.#signedIn = session && account;
    return session;
  }

  #startAfresh(): Promise<UserSession | null> {
    this.#signedIn = null;
    return this.#readSession();
  }

  /** One of the SDK's calls that end in `callback(error, session)`, over our wire. */
  #ask(
    user: PortUser,
    signal: AbortSignal,
    call: (done: (error: unknown, session?: CognitoUserSession | null) => void) => void,
  ): Promise<CognitoUserSession> {
    return new Promise<CognitoUserSession>((resolve, reject) => {
      user.client = clientFor(this.#wire, signal, reject);
      call((error, session) => (session ? resolve(session) : reject(error)));
    }).finally(() => user.rest());
  }

  /** Tells of a refusal once: after it, each look at the session tries again. */
  #store({ transaction }: Account): void {
    if (!transaction.commit()) this.#warn();
  }

  #warn(): void {
    if (!this.#warned) this.#config.warn('The storage refused the tokens, so the session lasts as long as this page.');
    this.#warned = true;
  }
}
