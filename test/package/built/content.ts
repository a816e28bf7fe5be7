/** What the built files hold: nothing of Node, no code from strings, the licences, the manifest of the element as it is. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CustomElementDeclaration, Package } from 'custom-elements-manifest';
import ts from 'typescript';
import { nodes, root, sources } from '../sources.js';
import { modules, read, readJson } from './dist.js';

/** Names that only Node has, or that make code from a string. */
const foreign: ReadonlySet<string> = new Set(['global', 'process', 'Buffer', 'require', 'module', 'eval', 'Function']);

/** As a free name: not a property's, and not one that the module declares. */
const isFree = (node: ts.Identifier): boolean => {
  const { parent } = node;
  const isProperty =
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    ((ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent) || ts.isPropertyDeclaration(parent)) &&
      parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node) ||
    (ts.isImportSpecifier(parent) && parent.propertyName === node) ||
    (ts.isExportSpecifier(parent) && parent.name === node);
  return !isProperty;
};

/** `Function` is named where a type is looked at, too; called or made, it compiles a string. */
const compiles = (node: ts.Identifier): boolean =>
  (ts.isCallExpression(node.parent) || ts.isNewExpression(node.parent)) && node.parent.expression === node;

export const foreignNames = (): string[] =>
  modules.flatMap(({ path, tree }) =>
    [...nodes(tree)]
      .filter(ts.isIdentifier)
      .filter((node) => foreign.has(node.text) && isFree(node) && (node.text !== 'Function' || compiles(node)))
      .map((node) => `dist/${path}:${node.pos}: ${node.parent.getText().slice(0, 60)}`),
  );

/** Lit is the app's: a second copy would be loaded beside it. */
export const strangers = (): string[] =>
  modules.flatMap(({ path, packages }) =>
    [...packages.keys()]
      .filter((name) => path.startsWith('cdn/') || !/^lit(\/|$)/.test(name))
      .map((name) => `dist/${path} imports ${name}`),
  );

/** A file's map, each source with its text, since an app has not our files. */
export const missingMaps = (): string[] =>
  modules
    .filter(({ path }) => reachesCode(path))
    .flatMap(({ path }) => {
      const map = `dist/${path}.map`;
      if (!existsSync(join(root, map))) return [`${map} is missing`];
      const { sources: names, sourcesContent = [] } = readJson<{ sources: string[]; sourcesContent?: string[] }>(map);
      return names.length && names.length === sourcesContent.length ? [] : [`${map} lacks the sources' texts`];
    });

/** A module that only passes on what others export has nothing to map. */
const reachesCode = (path: string): boolean =>
  modules.some(
    (one) =>
      one.path === path &&
      one.tree.statements.some((node) => !ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)),
  );

export function wrongIntegrity(): string[] {
  const written = Object.entries(readJson<Record<string, string>>('dist/cdn/integrity.json'));
  const wrong = written.filter(([name, integrity]) => {
    const hash = createHash('sha384').update(readFileSync(join(root, 'dist/cdn', name)));
    return integrity !== `sha384-${hash.digest('base64')}`;
  });
  return written.length ? wrong.map(([name]) => `dist/cdn/${name} has another hash`) : ['no hash is written'];
}

/** The licence of every package whose code a map names. */
export function missingLicences(): string[] {
  return ['', 'cdn/'].flatMap((folder) => {
    const licences = read(`dist/${folder}THIRD-PARTY-LICENSES.md`);
    const maps = modules
      .filter(({ path }) => path.startsWith('cdn/') === (folder === 'cdn/'))
      .filter(({ path }) => reachesCode(path));
    const bundled = maps.flatMap(({ path }) =>
      readJson<{ sources: string[] }>(`dist/${path}.map`).sources.flatMap(
        (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
      ),
    );
    const missing = [...new Set(bundled)].filter((name) => !licences.includes(`## ${name} - `));
    return bundled.length
      ? missing.map((name) => `dist/${folder} has no licence of ${name}`)
      : [`dist/${folder} bundles nothing`];
  });
}

const manifest = (): CustomElementDeclaration =>
  readJson<Package>('dist/custom-elements.json').modules[0]!.declarations![0] as CustomElementDeclaration;

const textOf = (path: string): string => sources.find((source) => source.path === path)!.text;

const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name]) => name!);

/** What the source says by itself, beside what the manifest has. */
const declared = (
  element: CustomElementDeclaration,
): Readonly<Record<string, [source: string[], manifest: string[]]>> => {
  const names = (items: readonly { name: string }[] = []) => items.map(({ name }) => name);
  const members = element.members ?? [];
  const properties = textOf('element/login-properties.ts').replace(/\/\*\* @internal[^]*?;/g, '');
  const views = sources.filter(({ path }) => path.startsWith('views/'));
  const inViews = (pattern: RegExp) => views.flatMap(({ text }) => matches(text, pattern));
  return {
    property: [
      matches(properties, /@property\([^]*?\)\s+(\w+)\s*[:=]/g),
      names(members.filter(({ kind }) => kind === 'field')),
    ],
    attribute: [matches(properties, /@property\(\{ attribute: '([\w-]+)'/g), names(element.attributes)],
    method: [
      matches(
        textOf('element/cognito-mfa-login.ts'),
        /^ {2}(?:override )?(?:async )?([a-z]\w*)\([^)]*\): [^=\n]*\{$/gm,
      ),
      [...names(members.filter(({ kind }) => kind === 'method')), ...lifecycle],
    ],
    event: [matches(textOf('element/events.ts'), /^ {2}'(login-[\w-]+)': CustomEvent/gm), names(element.events)],
    slot: [inViews(/<slot name="([\w-]+)"/g), names(element.slots)],
    part: [inViews(/ part="([\w-]+)"/g), names(element.cssParts)],
    'custom property': [
      matches(textOf('styles/tokens.ts'), /^ {2}'?([\w-]+)'?: \{ light:/gm).map((name) => `--cml-${name}`),
      names(element.cssProperties),
    ],
  };
};

/** Lit's and the browser's to call. */
const lifecycle = ['connectedCallback', 'disconnectedCallback'];

/** Everything that a page can use stands in the manifest, with a description. */
export function manifestGaps(): string[] {
  const element = manifest();
  const gaps = Object.entries(declared(element)).flatMap(([what, [source, found]]) =>
    source.length
      ? source.filter((name) => !found.includes(name)).map((name) => `${what} ${name} is missing`)
      : [`no ${what} was found`],
  );
  const all = [
    element.members,
    element.attributes,
    element.events,
    element.slots,
    element.cssParts,
    element.cssProperties,
  ];
  const mute = all.flatMap((items = []) => items.filter(({ description }) => !description?.trim()));
  const secret = (element.members ?? []).filter(
    ({ privacy = 'public', name }) => privacy !== 'public' || name === 'clock',
  );
  return [
    ...gaps,
    ...mute.map(({ name }) => `${name} has no description`),
    ...secret.map(({ name }) => `${name} is nobody's to use`),
  ];
}
