/** Looks for secrets wherever anyone on the page could look. */
import { expect } from '@open-wc/testing';
import { listenToAccidents, listenToConsole, type Network } from '../support/faults.js';
import type { Person } from '../support/person.js';

/** An element and everything in it, shadow roots included. */
function trees(root: Element | ShadowRoot): (Element | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? trees(shadowRoot) : []));
  return [root, ...inner];
}

const markup = (): string =>
  trees(document.documentElement)
    .map((root) => (root instanceof Element ? root.outerHTML : root.innerHTML))
    .join('\n');

const fieldValues = (): string[] =>
  trees(document.documentElement).flatMap((root) => [...root.querySelectorAll('input')].map(({ value }) => value));

/** Everything that a script can enumerate in a value, functions aside. */
function enumerable(value: unknown, seen = new Set<unknown>()): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (seen.has(value)) return '';
  seen.add(value);
  const own = Object.entries(value).map(([key, part]) => `${key}: ${enumerable(part, seen)}`);
  return value instanceof Error ? [value.message, value.stack, ...own].join() : own.join();
}

/** The texts in an answer that are long enough to be secrets, and not the challenge's public parameters. */
function secretsIn(answer: string): string[] {
  const { Session, SecretCode, AuthenticationResult: tokens = {} } = JSON.parse(answer) as Record<string, unknown>;
  const parts = [Session, SecretCode, ...Object.values(tokens as object)];
  return parts.filter((part): part is string => typeof part === 'string' && part.length > 20);
}

export class Search {
  readonly secrets = new Set<string>();
  /** What the page caught. */
  readonly errors: unknown[] = [];
  readonly #lines = listenToConsole();
  readonly #accidents = listenToAccidents();
  readonly #network: Network;

  /** Listens from now on. */
  constructor(network: Network) {
    this.#network = network;
  }

  /** The places by name; `kept`: the items of the storages that may hold a secret. */
  #places({ told, element }: Person, kept: readonly string[]): Record<string, string> {
    const items = [...Object.entries({ ...sessionStorage }), ...Object.entries({ ...localStorage })];
    return {
      markup: markup(),
      'field values': fieldValues().join(),
      'event details': told.map(({ detail }) => JSON.stringify(detail) + enumerable(detail)).join(),
      console: this.#lines.map(({ text }) => text).join(),
      accidents: this.#accidents.join(),
      errors: this.errors.map((error) => enumerable(error)).join(),
      'the element': enumerable({ ...element, fetch: null, clock: null, storage: null }, new Set([document])),
      address: location.href + JSON.stringify(history.state),
      cookies: document.cookie,
      storage: JSON.stringify(items.filter(([key]) => !kept.includes(key))),
    };
  }

  /**
   * @param kept the items of the storages that are a secret's own
   * @param except what the step that is shown asks for, in its fields alone
   * @param shown what the step that is shown tells the person
   */
  nothingIsSeen(
    person: Person,
    { kept, except = [], shown }: { kept: readonly string[]; except?: readonly string[]; shown?: string },
  ): void {
    for (const answer of this.#network.answers) for (const secret of secretsIn(answer)) this.secrets.add(secret);
    for (const [name, text] of Object.entries(this.#places(person, kept))) {
      for (const secret of this.secrets) {
        if (name === 'field values' && except.includes(secret)) continue;
        if (name === 'markup' && secret === shown) continue;
        expect(text.includes(secret), `"${secret.slice(0, 24)}" in ${name}`).to.equal(false);
      }
    }
  }
}
