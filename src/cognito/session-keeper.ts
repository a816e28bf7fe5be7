import type { Restored } from '../flow/outcome.js';
import type { UserSession } from '../flow/ports.js';
import type { Accounts, Account } from './accounts.js';
import type { CognitoConfig } from './config.js';
import { forgetsDevice } from './device-wire.js';
import { renew } from './renew.js';
import type { CognitoUserSession } from './sdk-internals.js';
import { endSession } from './session-end.js';
import { isDue, spokenName } from './session-facts.js';
import { withLock } from './session-lock.js';
import { SessionSignal } from './session-signal.js';
import { WireFailure, type Wire } from './wire.js';

/** With these the service says that a session is over for good. */
const endings: ReadonlySet<string> = new Set([
  'NotAuthorizedException',
  'RefreshTokenReuseException',
  'UserNotFoundException',
  'PasswordResetRequiredException',
]);

/** The tokens of a device that the pool has forgotten cannot be refreshed either. */
const endsSession = (failure: unknown): boolean =>
  forgetsDevice(failure) || (failure instanceof WireFailure && endings.has(failure.code));

/** Somebody who is signed in, with a session that has not run out. */
export interface SignedIn {
  readonly account: Account;
  readonly session: CognitoUserSession;
}

/**
 * Keeps the session of whoever is signed in: in the storage all of its tokens or none, and of one user. With `mode="reauth"` it keeps,
 * in memory, the session of whoever was confirmed last, and of nobody before that; what is stored is then only ever ended.
 */
export class SessionKeeper {
  readonly #config: CognitoConfig;
  readonly #wire: Wire;
  readonly #accounts: Accounts;
  readonly #signal: SessionSignal;
  #signedIn: Account | null = null;
  /** The pool's name of whoever signed in here last. */
  #entered: string | null = null;
  /** Another object whenever somebody signs in or out: what was asked for before is then late. */
  #turn: object = {};
  #underWay: Promise<SignedIn | null> | null = null;
  /** What whoever is signed in was called first: the name stays when their address changes. */
  #called: { readonly user: string; readonly as: string } | null = null;
  /** What was found to be over last: a storage that does not give it up would have it asked for and told of without end. */
  #over: string | null = null;

  constructor(config: CognitoConfig, wire: Wire, accounts: Accounts) {
    this.#config = config;
    this.#wire = wire;
    this.#accounts = accounts;
    this.#signal = new SessionSignal(accounts.storage, accounts.keyPrefix);
  }

  get #reauthenticates(): boolean {
    return this.#config.mode === 'reauth';
  }

  /** Stores what a sign-in brought. Whoever was signed in before leaves no tokens behind, which the SDK would never find again. */
  keep(account: Account): void {
    const { user, transaction } = account;
    const before = this.#accounts.stored()?.user;
    if (before && before.username !== user.username) before.forgetTokensIn(transaction);
    user.endSignIn();
    this.#begin();
    this.#signedIn = account;
    this.#entered = user.username;
    this.#accounts.store(account);
    if (!this.#reauthenticates) this.#signal.announce();
  }

  /** Whoever is signed in by the storage, which another tab may have changed. Rejects when the service cannot be asked. */
  async restore(signal: AbortSignal): Promise<Restored | null> {
    if (this.#reauthenticates) return null;
    this.#followStorage();
    const signedIn = await this.signedIn();
    signal.throwIfAborted();
    return signedIn && { kind: 'session', username: this.#nameOf(signedIn) };
  }

  #nameOf({ account: { typed, user }, session }: SignedIn): string {
    if (this.#called?.user !== user.username)
      this.#called = { user: user.username, as: typed ?? spokenName(user.username, session) };
    return this.#called.as;
  }

  /**
   * Calls back when another tab, or another port of this page, signed somebody in or out, or the service refused a refresh for good; the
   * answer ends it.
   */
  watch(changed: () => void): () => void {
    return this.#signal.watch(changed);
  }

  async getSession(): Promise<UserSession | null> {
    return (await this.signedIn())?.session ?? null;
  }

  /**
   * With the session refreshed where it has to be. Not aborted when an element leaves the page: a page that removes it on success
   * asks for the tokens after that.
   */
  signedIn(): Promise<SignedIn | null> {
    // Two refreshes side by side would use one refresh token twice, which a pool that rotates them refuses.
    if (this.#underWay) return this.#underWay;
    const read = this.#read().finally(() => {
      // A sign-out may have let go of it, and another one be under way.
      if (this.#underWay === read) this.#underWay = null;
    });
    return (this.#underWay = read);
  }

  /** Whoever is signed in, unless another tab signed in somebody else than who signed in here: what they were offered is not that one's. */
  async entered(): Promise<SignedIn | null> {
    const signedIn = await this.signedIn();
    const username = signedIn?.account.user.username;
    return username === (this.#entered ?? username) ? signedIn : null;
  }

  /**
   * Signs out here at once, before anything that takes time: the page may be left in the next moment. Then asks the service.
   * @returns whether the service ended the session
   */
  async signOut(global: boolean, signal: AbortSignal): Promise<boolean> {
    const account = this.#reauthenticates ? this.#accounts.stored() : this.#account();
    this.#begin();
    this.#signedIn = null;
    this.#entered = null;
    if (!account) return false;
    const session = account.user.storedSession();
    account.user.clearCachedUser();
    account.user.signInUserSession = null;
    this.#accounts.storeBeside(account);
    this.#signal.announce();
    if (!session) return false;
    const { clientMetadata, warn } = this.#config;
    try {
      await endSession(account, session, { global, clientMetadata }, this.#wire, signal);
      return true;
    } catch (failure) {
      if (failure instanceof WireFailure) warn(`The service did not end the session: ${failure.code}.`);
      return false;
    }
  }

  /** Somebody signs in or out. Whoever asks for the session from now on does not wait for what was asked before. */
  #begin(): void {
    this.#turn = {};
    this.#underWay = null;
    this.#called = null;
    this.#endConfirmation();
  }

  /**
   * With `mode="reauth"`, what the last confirmation brought ends when another one or a sign-out takes its place, and the page cannot get
   * at it any more. Whatever the service says to that: nobody waits for it.
   */
  #endConfirmation(): void {
    const confirmed = this.#reauthenticates && this.#signedIn;
    const session = confirmed && confirmed.user.storedSession();
    if (!session) return;
    confirmed.user.clearCachedUser();
    confirmed.user.signInUserSession = null;
    this.#accounts.store(confirmed);
    const end = { global: false, clientMetadata: this.#config.clientMetadata };
    endSession(confirmed, session, end, this.#wire, new AbortController().signal).catch(() => undefined);
  }

  /** Whoever signed in here, as long as their tokens are there; another tab may have taken them away, or their place. */
  #account(): Account | null {
    const own = this.#signedIn;
    if (own?.user.stored('refreshToken') && !this.#accounts.isSuperseded(own)) return own;
    return this.#reauthenticates ? null : this.#accounts.stored();
  }

  /** Whoever the storage says, unless it refused to take the one who signed in here. */
  #followStorage(): void {
    const own = this.#signedIn;
    if (own && keptToken(own) && own.user.username !== this.#accounts.lastName) this.#signedIn = null;
  }

  async #read(): Promise<SignedIn | null> {
    const account = this.#account();
    if (!account) return null;
    const session = account.user.storedSession();
    if (session && !isDue(session)) return this.#settle(account, session);
    return withLock(`${this.#accounts.keyPrefix}.refresh`, () => this.#refresh(), this.#config.clock);
  }

  /** With the lock held. Another tab may have refreshed the session while this one waited, so everything is read anew. */
  async #refresh(): Promise<SignedIn | null> {
    const account = this.#account();
    if (!account) return null;
    const { user, transaction } = account;
    const session = user.storedSession();
    if (session && !isDue(session)) return this.#settle(account, session);
    if (nameOf(account, session) === this.#over) return this.#settle(account, null);
    const [turn, token] = [this.#turn, keptToken(account)];
    // Somebody signed in or out meanwhile, here or in a tab that knows no lock: what was asked for is not theirs.
    const isLate = () => turn !== this.#turn || token !== keptToken(account) || this.#accounts.isSuperseded(account);
    const fresh = await this.#renew(account, session).catch((failure: unknown) => {
      if (!isLate()) throw failure;
      return null;
    });
    if (isLate()) {
      transaction.rollback();
      return this.#refresh();
    }
    if (!fresh) {
      this.#over = nameOf(account, session);
      if (session) this.#signal.tell();
      this.#signal.announce();
    }
    return this.#settle(account, fresh);
  }

  /** Null when the session is over: its refresh token is gone, or not taken any more. */
  async #renew({ user }: Account, session: CognitoUserSession | null): Promise<CognitoUserSession | null> {
    if (!session) return null;
    const still = session.isValid() ? session : null;
    if (!session.getRefreshToken().getToken()) return still;
    try {
      return await renew(user, session, this.#config.clientMetadata, this.#wire, new AbortController().signal);
    } catch (failure) {
      if (endsSession(failure)) return null;
      if (still) return still;
      throw failure;
    }
  }

  /** Without a session nobody is signed in, whatever else is stored of them. */
  #settle(account: Account, session: CognitoUserSession | null): SignedIn | null {
    if (!session) account.user.clearCachedUser();
    this.#accounts.storeBeside(account);
    this.#signedIn = session && account;
    return session && { account, session };
  }
}

/** Whose session it is, and by which refresh token, which each sign-in brings anew. */
const nameOf = ({ user }: Account, session: CognitoUserSession | null): string =>
  `${user.username} ${session?.getRefreshToken().getToken() ?? ''}`;

/** What the storage has, where the account itself may have something newer. */
const keptToken = ({ user, transaction }: Account): string | null => transaction.kept(user.keyOf('refreshToken'));
