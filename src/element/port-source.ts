import type { CognitoOptions } from '../cognito/config.js';
import type { AuthPort, PasskeyPrompt } from '../flow/ports.js';
import { loadLaterSteps } from '../views/show-step.js';
import { activation } from './activation.js';
import { readEndpoint, readOptions, tellMisspelt, type RawOptions } from './attributes.js';
import type { DeveloperConsole } from './developer-console.js';
import { readClientMetadata, readFetch, readText } from './page-properties.js';

/** The element, as far as it says which pool to speak to and how. */
export interface PoolElement
  extends
    RawOptions,
    Pick<CognitoOptions, 'userPoolId' | 'clientId' | 'endpoint' | 'clientMetadata' | 'fetch' | 'clock'> {
  readonly isConnected: boolean;
  getAttribute(name: string): string | null;
  getAttributeNames(): string[];
  addController(controller: { hostDisconnected(): void }): void;
}

/** How long, in ms, an app may take to ask for its ids and set them. A submission without them is told at once. */
const PATIENCE = 5_000;

type CognitoModule = typeof import('../cognito/open-cognito.js');

/** Loads what speaks to the service, a chunk of its own with the SDK in it, and opens ports with the element's options. */
export class PortSource {
  readonly #element: PoolElement;
  readonly #developer: DeveloperConsole;
  readonly #attributes: readonly string[];
  #prompt: Promise<PasskeyPrompt | null> | null = null;
  #stopWaiting = (): void => {};
  #opened: { readonly options: CognitoOptions; readonly port: AuthPort } | null = null;

  /** @param attributes the names of those that the element has */
  constructor(element: PoolElement, developer: DeveloperConsole, attributes: readonly string[]) {
    this.#element = element;
    this.#developer = developer;
    this.#attributes = attributes;
    element.addController({ hostDisconnected: () => this.#stopWaiting() });
  }

  /**
   * Loads while the person types, so that nobody waits for it, and tells the developer early what could not work.
   * @returns whether a sign-in could begin; in a prerendered page once that is known, and somebody is there to begin it
   */
  async prepare(): Promise<boolean> {
    const cognito = await load().catch(() => null); // the first submission tries again
    await activation();
    tellMisspelt(this.#element.getAttributeNames(), this.#attributes, this.#developer);
    if (!cognito || !this.#element.isConnected) return false;
    if (!this.#hasIds()) {
      this.#stopWaiting();
      this.#stopWaiting = this.#element.clock.after(PATIENCE, () => this.#hasIds() || this.#developer.error('ids'));
      return false;
    }
    const hint = cognito.findConfigFault(cognito.configFrom((await this.#optionsNow())(cognito)));
    if (hint) this.#developer.error(hint);
    return !hint;
  }

  /** The same port for the same options, or `storage="memory"` would forget, and two refreshes would use one token. */
  async open(): Promise<AuthPort> {
    const [optionsFor, cognito] = await Promise.all([this.#optionsNow(), load()]);
    const options = optionsFor(cognito);
    if (!this.#opened || !equal(this.#opened.options, options)) {
      this.#opened = { options, port: cognito.openCognito(options) };
    }
    return this.#opened.port;
  }

  readonly #hasIds = () => Boolean(this.#element.userPoolId || this.#element.clientId);
  readonly #warn = (message: string) => this.#developer.warn(message);

  /** Reads the element at once: what is changed while the chunk loads is for the next attempt. */
  async #optionsNow(): Promise<(cognito: CognitoModule) => CognitoOptions> {
    const { userPoolId, clientId, clock, endpoint: property } = this.#element;
    const clientMetadata = readClientMetadata(this.#element.clientMetadata, this.#developer);
    const fetch = readFetch(this.#element.fetch, this.#developer);
    const options = readOptions(this.#element, this.#developer);
    const { authFlow, preferredFactor, rememberDevice, storage, mode, resume, sessionMinutes, passkeys } = options;
    const address = { property, attribute: this.#element.getAttribute('endpoint') };
    const ids = {
      userPoolId: readText('user-pool-id', userPoolId, this.#developer),
      clientId: readText('client-id', clientId, this.#developer),
    };
    const flow = { authFlow, preferredFactor, rememberDevice, storage, mode, resume, sessionMinutes };
    const page = { clientMetadata, fetch, clock, warn: this.#warn };
    const passkeyPrompt = passkeys === 'off' ? null : await this.#openPrompt();
    return ({ isLocalAddress }) => ({
      ...{ ...ids, ...flow, ...page, passkeyPrompt, offerPasskey: passkeys === 'offer' },
      endpoint: readEndpoint(address, isLocalAddress, this.#developer),
    });
  }

  /** One for all ports; what could not be loaded is tried again. */
  #openPrompt(): Promise<PasskeyPrompt | null> {
    this.#prompt ??= import('../passkey/open-passkey-prompt.js').then(
      ({ openPasskeyPrompt }) => openPasskeyPrompt(),
      () => (this.#prompt = null),
    );
    return this.#prompt;
  }
}

const equal = (one: CognitoOptions, other: CognitoOptions): boolean =>
  (Object.keys(one) as (keyof CognitoOptions)[]).every((name) =>
    // A template makes this object anew each time it renders.
    name === 'clientMetadata' ? JSON.stringify(one[name]) === JSON.stringify(other[name]) : one[name] === other[name],
  );

/** With the views of the steps that its answers lead to: without them nothing is sent that could not be shown. */
async function load(): Promise<CognitoModule> {
  const [cognito] = await Promise.all([import('../cognito/open-cognito.js'), loadLaterSteps()]);
  return cognito;
}
