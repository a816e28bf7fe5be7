/** Looks for secrets wherever anyone on the page could look. */
import { expect } from '@open-wc/testing';
import { listenToAccidents, listenToConsole, type Network } from '../../support/faults.js';
import { eventTypes, type Person } from '../../support/person.js';
import { secretsIn } from '../../support/secrets-in.js';
import {
  addresses,
  databases,
  fieldValues,
  globals,
  keptItems,
  lastMatch,
  markup,
  newGlobals,
  reachable,
  reachableFrom,
  stored,
} from './places.js';
import { tally } from './tally.js';

interface Allowed {
  /** The items of the storages that are a secret's own. */
  readonly kept: readonly string[];
  /** What the step that is shown asks for, in its fields alone. */
  readonly except?: readonly string[];
  /** What the step that is shown tells the person. */
  readonly shown?: string;
}

/** Where what is shown to the person is by nature. */
const shownIn = ['markup', 'the element'];

export class Search {
  readonly secrets = new Set<string>();
  /** What the page caught. */
  readonly errors: unknown[] = [];
  readonly #lines = listenToConsole();
  readonly #accidents = listenToAccidents();
  readonly #network: Network;
  readonly #globals = globals();
  readonly #events: Event[] = [];
  /** What a listener finds there when it is called. */
  readonly #matches: string[] = [];

  /** Listens from now on. */
  constructor(network: Network) {
    this.#network = network;
    // Capturing, since none of these events bubbles.
    for (const type of eventTypes) document.addEventListener(type, this.#hear, true);
    stops.push(() => eventTypes.forEach((type) => document.removeEventListener(type, this.#hear, true)));
  }

  readonly #hear = (event: Event): void => {
    this.#matches.push(lastMatch());
    this.#events.push(event);
  };

  /** The places by name. */
  #places({ element }: Person, { kept }: Allowed): Record<string, string> {
    const details = this.#events.map((event) => (event as CustomEvent<object>).detail);
    return {
      markup: markup(),
      'field values': fieldValues(),
      'event details': details.map((detail) => JSON.stringify(detail)).join() + reachable(details),
      console: this.#lines.map(({ text }) => text).join(),
      accidents: this.#accidents.join(),
      errors: reachable(this.errors),
      // The test's own network has seen everything.
      'the element': reachableFrom(element, [element.fetch, element.clock, element.storage]),
      'the window': newGlobals(this.#globals),
      'the last match of a regular expression': this.#matches.join('\n'),
      'addresses and history': addresses(),
      'storage and cookies': stored(kept),
    };
  }

  nothingIsSeen(person: Person, allowed: Allowed): void {
    const given = new Set(this.#network.answers.flatMap(secretsIn));
    for (const secret of given) this.secrets.add(secret);
    const { except = [], shown, kept } = allowed;
    for (const [name, text] of Object.entries(this.#places(person, allowed)))
      for (const secret of this.secrets) {
        const inField = name === 'field values' && except.includes(secret);
        this.#check(name, text, secret, inField || (shownIn.includes(name) && secret === shown));
      }
    for (const [key, value] of keptItems(kept))
      for (const secret of this.secrets)
        this.#check(`the item ${key}`, key + value, secret, isOwn(key, value, secret, given));
  }

  /** @param isItsPlace whether the secret may be there */
  #check(name: string, text: string, secret: string, isItsPlace: boolean): void {
    const found = text.includes(secret);
    if (isItsPlace) {
      tally['in its own place'] += Number(found);
      return;
    }
    tally.checks++;
    tally.found += Number(found);
    expect(found, `"${secret.slice(0, 24)}" in ${name}`).to.equal(false);
  }
}

/**
 * Whether an item is there for that secret: a token, which is all of it; a remembered device's own password; the Session of a challenge
 * that a reload goes on with.
 * @param given what the service gave
 */
function isOwn(key: string, value: string, secret: string, given: ReadonlySet<string>): boolean {
  if (/\.(id|access|refresh)Token$/.test(key)) return value === secret && given.has(secret);
  if (key.endsWith('.randomPasswordKey')) return value === secret;
  return key.endsWith('.attempt') && given.has(secret);
}

const stops: (() => void)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  tally.checks++;
  expect(await databases(), 'databases and caches').to.deep.equal([]);
});
