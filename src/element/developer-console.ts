import type { ConfigHint, LoginError } from '../flow/error.js';

/** What to change, for whoever set the element up. The person reads a sentence of the language tables instead. */
const advice: Readonly<Record<ConfigHint, string>> = {
  'user-pool-id': 'user-pool-id must be the id of an existing user pool, such as eu-west-1_Ab12Cd34E.',
  'client-id': 'client-id must be the id of an app client of the user pool: letters and digits.',
  'client-secret': 'The app client has a secret, which a page cannot keep: use an app client without one.',
  'client-unknown': 'The user pool has no app client with this client-id: check both ids and the region.',
  'flow-disabled':
    'The app client does not allow this sign-in. In its authentication flows enable ALLOW_USER_SRP_AUTH for auth-flow="srp", ALLOW_USER_PASSWORD_AUTH for "password", ALLOW_CUSTOM_AUTH for "custom" and "custom-srp" (with ALLOW_USER_SRP_AUTH), ALLOW_USER_AUTH for "choice" and for passkeys.',
  'flow-unsupported': 'auth-flow must be srp, password, custom, custom-srp or choice.',
  username: 'mode="reauth" confirms one person: set username.',
  endpoint: 'endpoint must be an https address, or an http address on this machine.',
};

/** Speaks to the developer, once of each thing. */
export class DeveloperConsole {
  readonly #said = new Set<string>();

  warn(message: string): void {
    if (this.#isNew(message)) console.warn(`<cognito-mfa-login>: ${message}`);
  }

  error(hint: ConfigHint): void {
    this.#error(advice[hint]);
  }

  /** What the developer has to know of a failure of which the person reads only that sign-in is unavailable. */
  explain({ code, hint, cause }: LoginError): void {
    if (hint) this.error(hint);
    else if (code === 'config-error') this.#error(`The user pool refused: ${cause?.name}.`);
    else if (code === 'unsupported-challenge') this.#error(`This version has no step for ${cause?.name}.`);
  }

  #error(message: string): void {
    if (this.#isNew(message)) console.error(`<cognito-mfa-login>: ${message}`);
  }

  #isNew(message: string): boolean {
    if (this.#said.has(message)) return false;
    this.#said.add(message);
    return true;
  }
}
