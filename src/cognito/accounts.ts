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
    return new Transaction(this.storage).getItem(`${this.keyPrefix}.LastAuthUser`);
  }

  /** Hands an account's changes down. Tells of a refusal once: after it, each look at the session tries again. */
  store({ transaction }: Account): void {
    if (!transaction.commit()) this.#warn();
  }

  #openIn(storage: TokenStorage, Username: string, typed: string | null): Account {
    const { userPoolId: UserPoolId, clientId: ClientId } = this.#config;
    const transaction = new Transaction(storage);
    // To the pool and to the user: given to the pool alone, the SDK writes the tokens to localStorage all the same.
    const Pool = new CognitoUserPool({ UserPoolId, ClientId, Storage: transaction });
    return { user: new PortUser({ Username, Pool, Storage: transaction }), transaction, typed };
  }

  #warn(): void {
    if (!this.#warned) this.#config.warn('The storage refused the tokens, so the session lasts as long as this page.');
    this.#warned = true;
  }
}
