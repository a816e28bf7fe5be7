/** Who may import whom: the table of the architecture, and no cycles. */
import { imports, type Import, sources } from './sources.js';

type Reach = 'values' | 'types' | 'lazily';

/**
 * For each folder, what it may import and how: `values` includes types and lazy loading, `lazily` includes types. A file in
 * src itself is a folder of its own, and a path stands for one file of a folder.
 */
const may: Readonly<Record<string, Readonly<Record<string, Reach>>>> = {
  flow: {},
  passkey: { flow: 'types' },
  cognito: { flow: 'values', 'amazon-cognito-identity-js': 'values', '@noble': 'values' },
  controller: { flow: 'values', lit: 'types' },
  i18n: { flow: 'types' },
  views: { flow: 'values', i18n: 'values', lit: 'values', uqr: 'values' },
  styles: { lit: 'values' },
  element: {
    ...{ flow: 'values', controller: 'values', i18n: 'values', views: 'values', styles: 'values', lit: 'values' },
    cognito: 'lazily',
    passkey: 'lazily',
    'passkey/has-passkeys.ts': 'values',
    'libphonenumber-js': 'values',
  },
  headless: { flow: 'values', controller: 'values', cognito: 'lazily', passkey: 'lazily', 'headless.ts': 'types' },
  'headless.ts': { flow: 'types', cognito: 'types', headless: 'values' },
  'element.ts': { element: 'values', cognito: 'types', flow: 'types', i18n: 'types' },
  'define.ts': { element: 'values' },
  'index.ts': { 'define.ts': 'values', 'element.ts': 'values', element: 'values' },
};

const includes: Readonly<Record<Reach, readonly Import['kind'][]>> = {
  types: ['types'],
  lazily: ['types', 'lazily'],
  values: ['types', 'lazily', 'values'],
};

/** Packages that have a chunk of their own: the one module that imports it, which is loaded when it is needed. */
const chunkOf: Readonly<Record<string, string>> = {
  uqr: 'views/parts/qr-picture.ts',
  'libphonenumber-js': 'element/phone-library.ts',
};

/** The folder of a module of ours, or the package of another's. */
const folderOf = (path: string): string => path.split('/')[0]!;

export function wrongDirections(): string[] {
  return imports.flatMap(({ from, to, kind }) => {
    const [here, there] = [folderOf(from.path), folderOf(to)];
    if (here === there) return [];
    const allowed = may[here]?.[to] ?? may[here]?.[there];
    if (allowed && includes[allowed].includes(kind)) return [];
    return [`src/${from.path} imports ${kind} of ${to}`];
  });
}

/** What would bring such a package along with what everybody loads. */
export const eagerPackages = (): string[] =>
  imports.flatMap(({ from, to, kind }) => {
    const own = chunkOf[folderOf(to)];
    const isEager = own ? from.path !== own : kind === 'values' && Object.values(chunkOf).includes(to);
    return isEager ? [`src/${from.path} imports ${kind} of ${to}`] : [];
  });

/** A module of ours that is named but is not there. */
export const lostModules = (): string[] =>
  imports
    .filter(({ to, ours }) => ours && !sources.some(({ path }) => path === to))
    .map(({ from, to }) => `src/${from.path} imports ${to}, which does not exist`);

/** Lazy loading makes no cycle: the one module runs long before the other is asked for. */
export function cycles(): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (way.includes(path) || done.has(path)) return;
    const next = imports.filter(({ from, ours, kind }) => from.path === path && ours && kind === 'values');
    for (const { to } of next) visit(to, [...way, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
}
