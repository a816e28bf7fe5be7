/** The places of a page where any script can look, each as a text. */

/** An element and everything in it, shadow roots included. */
function trees(root: Element | ShadowRoot): (Element | ShadowRoot)[] {
  const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? trees(shadowRoot) : []));
  return [root, ...inner];
}

const everywhere = (): (Element | ShadowRoot)[] => trees(document.documentElement);

/** Elements, attributes and texts. */
export const markup = (): string =>
  everywhere()
    .map((root) => (root instanceof Element ? root.outerHTML : root.innerHTML))
    .join('\n');

export const fieldValues = (): string =>
  everywhere()
    .flatMap((root) => [...root.querySelectorAll('input')].map(({ value }) => value))
    .join();

const isNative = (method: unknown): boolean =>
  typeof method !== 'function' || Function.prototype.toString.call(method).includes('[native code]');

/** An object's own properties by their names, and those that its class has by a getter; the browser's own classes aside. */
function properties(value: object): [name: PropertyKey, part: unknown][] {
  const found: [PropertyKey, unknown][] = [];
  for (
    let owner = value;
    owner && (owner === value || !isNative(owner.constructor));
    owner = Object.getPrototypeOf(owner)
  )
    for (const name of Reflect.ownKeys(owner)) if (name !== '__proto__') found.push([name, read(value, name)]);
  return found;
}

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

function read(value: object, name: PropertyKey): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    return undefined;
  }
}

const parts = (value: object): unknown[] => (value instanceof Map || value instanceof Set ? [...value].flat() : []);

/**
 * Every text that a script reaches from a value: through properties that can be enumerated or not, by name or symbol, through getters,
 * maps and sets, in errors their message, stack and cause. Functions are not called.
 * @param seen what is passed over
 */
export function reachable(value: unknown, seen = new Set<unknown>()): string {
  const texts: string[] = [];
  const waiting = [value];
  for (let next = waiting.pop(); waiting.length || next !== undefined; next = waiting.pop()) {
    if (!isObject(next)) texts.push(String(next));
    if (!isObject(next) || seen.has(next)) continue;
    seen.add(next);
    for (const [name, part] of properties(next)) {
      texts.push(String(name));
      waiting.push(part);
    }
    waiting.push(...parts(next));
  }
  return texts.join('\n');
}

/** What an element leads to, its nodes and what libraries write on them included. */
export function reachableFrom(element: Element, except: readonly unknown[]): string {
  const nodes = trees(element).flatMap((root) => [root, ...root.querySelectorAll('*')]);
  const seen = new Set<unknown>([window, document, ...except]);
  return [element, ...nodes, ...nodes.flatMap((node) => [...node.childNodes])]
    .map((node) => reachable(node, seen))
    .join('\n');
}

export const globals = (): ReadonlySet<PropertyKey> => new Set(Reflect.ownKeys(window));

/** What has come into the window since. */
export const newGlobals = (before: ReadonlySet<PropertyKey>): string =>
  Reflect.ownKeys(window)
    .filter((name) => !before.has(name))
    .map((name) => reachable(read(window, name), new Set([window, document])))
    .join('\n');

/** The last text that any regular expression met, and what it matched (ECMA-262, annex B; the legacy RegExp features proposal). */
export const lastMatch = (): string =>
  [RegExp.input, RegExp.lastMatch, RegExp.leftContext, RegExp.rightContext].join('\n');

/** Where the browser would show it, send it on or keep it in its history. */
export const addresses = (): string =>
  [
    location.href,
    JSON.stringify(history.state),
    document.title,
    document.referrer,
    window.name,
    ...performance.getEntries().map(({ name }) => name),
  ].join('\n');

const items = (): [key: string, value: string][] => [
  ...Object.entries({ ...sessionStorage }),
  ...Object.entries({ ...localStorage }),
];

/** The items with these keys, each of which may hold a secret of its own. */
export const keptItems = (kept: readonly string[]): [key: string, value: string][] =>
  items().filter(([key]) => kept.includes(key));

/** All the others. */
export const stored = (kept: readonly string[]): string =>
  items()
    .filter(([key]) => !kept.includes(key))
    .flat()
    .concat(document.cookie)
    .join('\n');

/** The names of the databases and caches of this origin: where there are none, nothing is in them. */
export const databases = async (): Promise<readonly string[]> => [
  ...(await indexedDB.databases()).map(({ name }) => String(name)),
  ...(await caches.keys()),
];
