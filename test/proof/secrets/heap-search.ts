/** Looks for secrets in the heap of another page after a garbage collection, and in every node of it, closed shadow roots included. */
import { expect } from '@open-wc/testing';
import type { Kind, Secret } from './journeys.js';
import type { OtherPage } from './other-page.js';
import { secretsIn } from '../../support/secrets-in.js';
import { tally } from './tally.js';

/** A snapshot has the first 1,024 characters of each text; what tells one token from another is in the first 600 of it. */
const beginning = (text: string): string => text.slice(0, 600);

/** What is held while a situation lasts. */
export type Held = readonly Kind[];

/** `Session` and `SecretCode` are the service's names. */
const kindOf = (text: string, answer: string): Kind => {
  if (answer.includes(`"Session":"${text}"`)) return 'session';
  return answer.includes(`"SecretCode":"${text}"`) ? 'key' : 'token';
};

export class HeapSearch {
  /** By what is looked for. */
  readonly #kinds = new Map<string, Kind>();
  readonly #page: OtherPage;
  readonly #journey: string;

  constructor(page: OtherPage, journey: string) {
    this.#page = page;
    this.#journey = journey;
  }

  add(secrets: readonly Secret[]): void {
    for (const [kind, text] of secrets) this.#kinds.set(beginning(text), kind);
  }

  /**
   * @param held kinds that the situation needs to have in the heap
   * @param shown kinds that the step has in its nodes: typed into a field, or told to the person
   * @returns how many of those were found
   */
  async nothingElseIsHeld(situation: string, held: Held = [], shown: Held = []): Promise<number> {
    for (const answer of await this.#page.answers())
      this.add(secretsIn(answer).map((text) => [kindOf(text, answer), text]));
    const nodes = await this.#page.nodes();
    const inNodes = [...this.#kinds.keys()]
      .filter((needle) => nodes.includes(needle))
      .map((needle) => ({ needle, path: 'a node of the page' }));
    const inHeap = await this.#page.heap([...this.#kinds.keys()]);
    return this.#count(situation, inHeap, held) + this.#count(situation, inNodes, shown);
  }

  #count(situation: string, found: readonly { needle: string; path: string }[], allowed: Held): number {
    const kindOfFound = ({ needle }: { needle: string }) => this.#kinds.get(needle)!;
    const expected = found.filter((one) => allowed.includes(kindOfFound(one)));
    const others = found.filter((one) => !expected.includes(one));
    tally.checks += this.#kinds.size - expected.length;
    tally.found += others.length;
    tally['in its own place'] += expected.length;
    const told = others.map((one) => `${kindOfFound(one)} "${one.needle.slice(0, 24)}": ${one.path}`);
    expect(told, `${this.#journey}, ${situation}`).to.deep.equal([]);
    return expected.length;
  }
}
