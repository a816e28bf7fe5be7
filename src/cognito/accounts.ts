import { CognitoUserPool } from 'amazon-cognito-identity-js';
import type { CognitoConfig } from './config.js';
import { PortUser } from './port-user.js';
import { openStorage, Transaction, type TokenStorage } from './storage.js';

/** A user with the storage it writes to. */
export interface Account {
  readonly user: PortUser;
  readonly transaction: Transaction;
  /** The name as it was typed; null for whoever was found in the storage. */
  readonly typed: string | null;
}

/** The users of one client, and the storage that they share with the SDK elsewhere in the app. */
export class Accounts {
  readonly storage: TokenStorage;
  /** Of the client's keys. */
  readonly keyPrefix: string;
  readonly #config: CognitoConfig;
  /** Where sign-ins write. With `mode="reauth"` it reads what is stored, and keeps its changes. */
  readonly #target: TokenStorage;
  /** Whose tokens the storage refused, and whose session it held then. */
  readonly #refused = new WeakMap<Account, string | null>();
  #warned = false;

  constructor(config: CognitoConfig) {
    this.#config = config;
    this.keyPrefix = `CognitoIdentityServiceProvider.${config.clientId}`;
    this.storage = openStorage(config.storage, () => this.#warn());
    this.#target = config.mode === 'reauth' ? new Transaction(this.storage) : this.storage;
  }

  /**
   * Somebody who is to sign in.
   * @param username the pool's name, where it is known
   */
  open(typed: string, username = typed): Account {
    return this.#openIn(this.#target, username, typed);
  }

  /** Whoever signed in last with this client and this storage, by this element or by the SDK elsewhere in the app. */
  stored(): Account | null {
    const username = this.lastName;
    return username ? this.#openIn(this.storage, username, null) : null;
  }

  /** The pool's name of whoever signed in last; null where nobody did. */
  get lastName(): string | null {
    return new Transaction(this.storage).getItem(this.#lastKey);
  }

  get #lastKey(): string {
    return `${this.keyPrefix}.LastAuthUser`;
  }

  /**
   * Hands an account's changes down. Tells of a refusal once: after it, each look at the session tries again, until another tab has stored
   * a session of its own.
   */
  store(account: Account): void {
    if (this.isSuperseded(account)) return;
    if (account.transaction.commit()) {
      this.#refused.delete(account);
    } else {
      this.#refused.set(account, this.#holding());
      this.#warn();
    }
  }

  /** Hands down the changes of somebody who is not signing in: whom the SDK has signed in since stays the last to have done so. */
  storeBeside(account: Account): void {
    const { lastName } = this;
    const isOther = lastName !== null && lastName !== account.user.username;
    // Who signed in here with tokens that were refused is still to take the other's place.
    if (isOther && !this.#refused.has(account)) account.transaction.setItem(this.#lastKey, lastName);
    this.store(account);
  }

  /** Whether the storage, which refused this account's tokens, has taken another session since. */
  isSuperseded(account: Account): boolean {
    const before = this.#refused.get(account);
    const now = this.#holding();
    return before !== undefined && now !== null && now !== before;
  }

  /** Which session the storage holds: whose, and by which refresh token. */
  #holding(): string | null {
    const name = this.lastName;
    const token = name && new Transaction(this.storage).getItem(`${this.keyPrefix}.${name}.refreshToken`);
    return token && `${name} ${token}`;
  }

  #openIn(storage: TokenStorage, Username: string, typed: string | null): Account {
    const { userPoolId: UserPoolId, clientId: ClientId, clock } = this.#config;
    const transaction = new Transaction(storage);
    // To the pool and to the user: given to the pool alone, the SDK writes the tokens to localStorage all the same.
    const Pool = new CognitoUserPool({ UserPoolId, ClientId, Storage: transaction });
    return { user: new PortUser({ Username, Pool, Storage: transaction }, clock), transaction, typed };
  }

  #warn(): void {
    if (!this.#warned) this.#config.warn('The storage refused the tokens, so the session lasts as long as this page.');
    this.#warned = true;
  }
}
