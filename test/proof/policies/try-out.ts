/** Tries texts in places, and tells what came of it that is more than text. */
import { stage, type Place, type Staged } from './stage.js';

/** Everything of the element's, shadow tree first. */
const nodesOf = ({ element }: Staged): Element[] => [
  ...element.shadowRoot!.querySelectorAll('*'),
  ...element.querySelectorAll('*'),
];

/** The QR code is drawn when its library is there, and gives way to a sentence where the text is too long for one. */
const isPicture = (node: Element): boolean => node.matches('.cml-qr > svg, .cml-qr path, .cml-qr > p');

/** The elements and their attributes by name, with how many there are of each. */
function census(staged: Staged): Map<string, number> {
  const found = new Map<string, number>();
  const add = (name: string) => found.set(name, (found.get(name) ?? 0) + 1);
  for (const node of nodesOf(staged).filter((one) => !isPicture(one))) {
    add(node.localName);
    for (const { name } of node.attributes) add(`${node.localName} ${name}`);
  }
  return found;
}

/** What is there more or less often than with a harmless text. */
const differences = (found: Map<string, number>, expected: Map<string, number>): string[] =>
  [...new Set([...found.keys(), ...expected.keys()])]
    .filter((name) => found.get(name) !== expected.get(name))
    .map((name) => `${found.get(name) ?? 0} × <${name}> in place of ${expected.get(name) ?? 0}`);

/** An address of another kind than those that our own templates make. */
const badAddresses = (staged: Staged): string[] =>
  nodesOf(staged)
    .flatMap((node) => [...node.attributes])
    .filter(({ name, value }) => /href|src|action/.test(name) && !/^otpauth:/.test(value))
    .map(({ name, value }) => `${name}="${value.slice(0, 60)}"`);

/** Without blanks: a field of one line has none of the line's ends, and a name none around it. */
const bare = (text: string): string => text.replace(/\s/g, '');

function isShown(staged: Staged, text: string): boolean {
  const { element, told } = staged;
  const fields = nodesOf(staged).filter((node) => node instanceof HTMLInputElement);
  const read = [element.shadowRoot!.textContent, element.textContent, ...fields.map(({ value }) => value)];
  return bare(read.join('')).includes(bare(text)) || told.join('').includes(JSON.stringify(text).slice(1, -1));
}

/** What the page has, whatever is tried: taken before and after. */
const surroundings = (stageElement: Element) => ({
  address: location.href,
  title: document.title,
  cookies: document.cookie,
  globals: Object.keys(globalThis).join(),
  prototype: Object.getOwnPropertyNames(Object.prototype).join(),
  head: document.head.childElementCount,
  body: document.body.childElementCount,
  frames: frames.length,
  stages: stageElement.parentElement?.querySelectorAll(`#${stageElement.id}`).length,
});

const requested = () =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes('elsewhere.example')).length;

/** What a text that is taken for code would do. */
function listen(): string[] {
  const heard: string[] = [];
  for (const name of ['alert', 'confirm', 'prompt'] as const)
    globalThis[name] = () => (heard.push(`a dialog: ${name}`), null) as never;
  addEventListener('error', ({ message }) => heard.push(`uncaught: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => heard.push(`uncaught: ${reason}`));
  return heard;
}

export interface Tried {
  readonly cells: number;
  readonly problems: readonly string[];
}

/** Harmless, and as a text goes like the others. */
const harmless = 'Plain words';

export class TryOut {
  readonly #stage = document.body.appendChild(document.createElement('main'));
  readonly #heard = listen();
  readonly #expected = new Map<Place, Map<string, number>>();
  readonly #places: readonly Place[];

  constructor(places: readonly Place[]) {
    this.#places = places;
    this.#stage.id = 'stage';
    // Nothing of it has to be painted.
    Object.assign(this.#stage.style, { contentVisibility: 'hidden', height: '0' });
    // A prompt that is closed at once: a person would have to do it for each text.
    const get = () => Promise.reject(new DOMException('The person closed it.', 'NotAllowedError'));
    const { credentials } = navigator as { readonly credentials?: CredentialsContainer }; // not in WebKitGTK
    if (credentials) Object.defineProperty(credentials, 'get', { value: get, configurable: true });
  }

  /** With a harmless text, which the others are compared with. */
  async prepare(): Promise<string[]> {
    const staged = await this.#stageAll(harmless);
    this.#places.forEach((place, index) => this.#expected.set(place, census(staged[index]!)));
    const problems = this.#places.flatMap((place, index) => this.#unseen(place, staged[index]!, harmless));
    this.#stage.replaceChildren();
    return problems;
  }

  /** One text in every place. */
  async try(text: string): Promise<Tried> {
    const before = JSON.stringify(surroundings(this.#stage));
    const staged = await this.#stageAll(text);
    const problems = this.#places.flatMap((place, index) =>
      this.#misdeeds(place, staged[index]!, text).map((problem) => `${place.name}: ${problem}`),
    );
    this.#stage.replaceChildren();
    const after = JSON.stringify(surroundings(this.#stage));
    if (after !== before) problems.push(`the page was ${before}, and is ${after}`);
    if (requested()) problems.push('something was requested from elsewhere.example');
    problems.push(...this.#heard.splice(0));
    const shown = JSON.stringify(text.slice(0, 80));
    return { cells: this.#places.length, problems: problems.map((problem) => `${shown} as ${problem}`) };
  }

  #stageAll(text: string): Promise<Staged[]> {
    return Promise.all(this.#places.map((place) => stage(place, text, this.#stage)));
  }

  #misdeeds(place: Place, staged: Staged, text: string): string[] {
    const unlike = differences(census(staged), this.#expected.get(place)!);
    return [...unlike, ...badAddresses(staged), ...this.#unseen(place, staged, text)];
  }

  #unseen = (place: Place, staged: Staged, text: string): string[] =>
    !place.shown || isShown(staged, place.shownAs?.(text) ?? text) ? [] : ['the text is nowhere to be read'];
}
