import type { PasskeyPrompt } from '../flow/ports.js';
import { credentialToJson } from './credential-to-json.js';
import { hasPasskeys } from './has-passkeys.js';
import { type Converters, creationOptions, requestOptions } from './options-from-json.js';
import { type Ceremony, readRefusal } from './passkey-error.js';

type Container = Pick<CredentialsContainer, Ceremony>;

/** A window, as far as passkeys need one. */
export interface PasskeyBrowser {
  readonly isSecureContext?: boolean;
  readonly navigator?: { readonly credentials?: Container };
  readonly PublicKeyCredential?: Converters &
    Pick<Partial<typeof PublicKeyCredential>, 'isConditionalMediationAvailable'>;
  readonly document?: object;
}

/**
 * The browser's passkey prompts, or null where it has none: an old browser, a page without https, a frame that another site's page
 * does not trust with passkeys. A frame whose browser does not tell learns it from the first prompt, which ends as a cancelled one.
 *
 * `get` and `create` reject with a PasskeyError, and with nothing else. A call whose signal is aborted, or whose place another call
 * has taken, comes to null like a cancelled one.
 */
export const openPasskeyPrompt = (browser: PasskeyBrowser = globalThis): PasskeyPrompt | null =>
  hasPasskeys(browser) ? new BrowserPrompt(browser) : null;

/** The ceremony under way in each window, since WebAuthn allows one, however many elements a page has. */
const underWay = new WeakMap<PasskeyBrowser, AbortController>();

class BrowserPrompt implements PasskeyPrompt {
  readonly #browser: PasskeyBrowser;

  constructor(browser: PasskeyBrowser) {
    this.#browser = browser;
  }

  async canAutofill(): Promise<boolean> {
    try {
      return (await this.#platform.isConditionalMediationAvailable?.()) === true;
    } catch {
      return false;
    }
  }

  async get(options: unknown, autofill: boolean, signal: AbortSignal): Promise<string | null> {
    const publicKey = requestOptions(options, autofill, this.#platform);
    const request = { publicKey, ...(autofill && { mediation: 'conditional' as const }) };
    const answer = await this.#perform('get', request, signal);
    return answer && JSON.stringify(credentialToJson(answer, 'get'));
  }

  async create(options: unknown, signal: AbortSignal): Promise<object | null> {
    const publicKey = creationOptions(options, this.#platform);
    const answer = await this.#perform('create', { publicKey }, signal);
    return answer && credentialToJson(answer, 'create');
  }

  get #platform() {
    return this.#browser.PublicKeyCredential ?? {};
  }

  async #perform(ceremony: Ceremony, request: object, signal: AbortSignal): Promise<Credential | null> {
    if (signal.aborted) return null;
    const control = this.#takePlace();
    const abort = () => control.abort();
    signal.addEventListener('abort', abort);
    try {
      // Raced, since a password manager in the browser's place need not heed the signal.
      return (await Promise.race([aborted(control.signal), this.#ask(ceremony, request, control.signal)])) ?? null;
    } catch (thrown) {
      const refusal = readRefusal(thrown, ceremony);
      if (refusal) throw refusal;
      return null;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** Ends the ceremony before: not even a dialog opens while an autofill wait goes on. */
  #takePlace(): AbortController {
    underWay.get(this.#browser)?.abort();
    const control = new AbortController();
    underWay.set(this.#browser, control);
    return control;
  }

  /**
   * Called before anything is awaited, so that the press that led here still counts: Safari before 17.4 opens no prompt without one.
   * The container is read each time, and its method called on it: password managers put theirs there late.
   */
  async #ask(ceremony: Ceremony, request: object, signal: AbortSignal): Promise<Credential | null | undefined> {
    return this.#browser.navigator?.credentials?.[ceremony]({ ...request, signal });
  }
}

/** Comes to null when the signal does. */
const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)));
