/** The manifest of the element as it is, and what editors are given of it. */
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import ts from 'typescript';
import { nodes, sources } from '../sources.js';
import { readJson } from './dist.js';

const manifest = (): CustomElementDeclaration =>
  readJson<Package>('dist/custom-elements.json').modules[0]!.declarations![0] as CustomElementDeclaration;

const sourceAt = (path: string) => sources.find((source) => source.path === path)!;

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);

const names = (items: readonly { name: string }[] = []): string[] => items.map(({ name }) => name);

interface Property {
  readonly name: string;
  /** null where it has none. */
  readonly attribute: string | null;
}

/** As lit reads `@property()`: the attribute is the name in small letters unless told otherwise. */
function propertyOf(node: ts.Node): Property[] {
  if (!ts.isPropertyDeclaration(node) || /@internal/.test(node.getFullText())) return [];
  const calls = (ts.getDecorators(node) ?? []).map(({ expression }) => expression).filter(ts.isCallExpression);
  const decorator = calls.find(({ expression }) => expression.getText() === 'property');
  if (!decorator) return [];
  const name = node.name.getText();
  const option = /\battribute: (?:'([\w-]+)'|false)/.exec(decorator.arguments[0]?.getText() ?? '');
  return [{ name, attribute: option ? (option[1] ?? null) : name.toLowerCase() }];
}

const declaredProperties = (): Property[] =>
  [...nodes(sourceAt('element/login-properties.ts').tree)].flatMap(propertyOf);

/** Lit's and the browser's to call. */
const lifecycle = ['connectedCallback', 'disconnectedCallback'];

/** What the source says by itself, and what the manifest has. */
function declared(
  element: CustomElementDeclaration,
): Readonly<Record<string, readonly [source: readonly string[], manifest: readonly string[]]>> {
  const ofKind = (wanted: string) => names((element.members ?? []).filter(({ kind }) => kind === wanted));
  const inViews = (pattern: RegExp) =>
    sources.filter(({ path }) => path.startsWith('views/')).flatMap(({ text }) => matches(text, pattern));
  const properties = declaredProperties();
  // A property's own attribute is lit's to read; this one is read by itself.
  const read = matches(sourceAt('element/port-source.ts').text, /getAttribute\('([\w-]+)'\)/g);
  const method = /^ {2}(?:override )?(?:async )?([a-z]\w*)\([^)]*\): [^=\n]*\{$/gm;
  const methods = matches(sourceAt('element/cognito-mfa-login.ts').text, method);
  const tokens = matches(sourceAt('styles/tokens.ts').text, /^ {2}'?([\w-]+)'?: \{ light:/gm);
  return {
    property: [names(properties), ofKind('field')],
    attribute: [[...properties.flatMap(({ attribute }) => attribute ?? []), ...read], names(element.attributes)],
    method: [methods.filter((name) => !lifecycle.includes(name)), ofKind('method')],
    event: [matches(sourceAt('element/events.ts').text, /^ {2}'(login-[\w-]+)': LoginEvent</gm), names(element.events)],
    slot: [inViews(/<slot name="([\w-]+)"/g), names(element.slots)],
    part: [inViews(/ part="([\w-]+)"/g), names(element.cssParts)],
    'custom property': [tokens.map((name) => `--cml-${name}`), names(element.cssProperties)],
  };
}

/** What one list has and the other has not, told in both directions. */
const differences = (what: string, wanted: readonly string[], found: readonly string[]): string[] => [
  ...(wanted.length ? [] : [`no ${what} was found`]),
  ...wanted.filter((name) => !found.includes(name)).map((name) => `${what} ${name} is missing`),
  ...found.filter((name) => !wanted.includes(name)).map((name) => `${what} ${name} is there no longer`),
];

/** Everything that a page can use stands in the manifest, with a description, and nothing else does. */
export function manifestGaps(): string[] {
  const element = manifest();
  const gaps = Object.entries(declared(element)).flatMap(([what, [source, found]]) => differences(what, source, found));
  const { members = [], attributes, events, slots, cssParts, cssProperties } = element;
  const all = [members, attributes, events, slots, cssParts, cssProperties];
  const mute = all.flatMap((items = []) => items.filter(({ description }) => !description?.trim()));
  const secret = members.filter(({ privacy = 'public', name }) => privacy !== 'public' || name === 'clock');
  return [
    ...gaps,
    ...mute.map(({ name }) => `${name} has no description`),
    ...secret.map(({ name }) => `${name} is nobody's to use`),
  ];
}

interface Entry {
  readonly name: string;
  readonly values?: readonly { readonly name: string }[];
}

/** What an editor offers to choose from: each attribute by itself, and with each of its words. */
const choices = ({ name, values }: Entry): string[] => [name, ...names(values).map((word) => `${name}="${word}"`)];

/** Editors know every attribute with its words, every custom property and every part. */
export function editorGaps(): string[] {
  const { attributes = [], cssProperties, cssParts } = manifest();
  const html = readJson<{ tags: [Entry & { attributes: Entry[] }] }>('dist/html-data.json').tags[0];
  const css = readJson<{ properties: Entry[]; pseudoElements: Entry[] }>('dist/css-data.json');
  const wanted = attributes.map(({ name, type }) => ({
    name,
    values: matches(type?.text ?? '', /'([^']+)'/g).map((word) => ({ name: word })),
  }));
  return [
    ...(html.name === 'cognito-mfa-login' ? [] : [`the tag is ${html.name}`]),
    ...differences('attribute', wanted.flatMap(choices), html.attributes.flatMap(choices)),
    ...differences('custom property', names(cssProperties), names(css.properties)),
    ...differences(
      'part',
      names(cssParts).map((name) => `::part(${name})`),
      names(css.pseudoElements),
    ),
  ];
}
