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
    for (const answer of this.#network.answers) for (const secret of secretsIn(answer)) this.secrets.add(secret);
    for (const [name, text] of Object.entries(this.#places(person, allowed)))
      for (const secret of this.secrets) this.#check(name, text, secret, allowed);
  }

  #check(name: string, text: string, secret: string, { except = [], shown }: Allowed): void {
    const found = text.includes(secret);
    if ((name === 'field values' && except.includes(secret)) || (shownIn.includes(name) && secret === shown)) {
      tally['in its own place'] += Number(found);
      return;
    }
    tally.checks++;
    tally.found += Number(found);
    expect(found, `"${secret.slice(0, 24)}" in ${name}`).to.equal(false);
  }
}

const stops: (() => void)[] = [];

afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  tally.checks++;
  expect(await databases(), 'databases and caches').to.deep.equal([]);
});
