/** What reaches those who use the package: by their install, and inside its files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packages, type Locked } from '../../package/dependencies.js';
import { root } from '../../package/sources.js';

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const locked: readonly (readonly [path: string, locked: Locked])[] = packages.filter(([path]) => path);

const nameOf = (path: string): string => path.split('node_modules/').at(-1)!;

const toPackage = ([path, { version = '', license = 'none' }]: (typeof locked)[number]): Package => ({
  name: nameOf(path),
  version,
  licence: license,
});

/** What an app's install brings of itself. */
export const installed = locked.filter(([, { dev, optional }]) => !dev && !optional).map(toPackage);

/** What an app's install brings where it can, and does without where it cannot. */
export const optional = locked.filter(([, entry]) => !entry.dev && entry.optional).map(toPackage);

/** By the licences that stand beside the built files; test/package/built checks that none of them is missing. */
export function bundled(): readonly Package[] {
  const texts = ['dist', 'dist/cdn'].map((folder) => read(`${folder}/THIRD-PARTY-LICENSES.md`));
  const headings = texts.flatMap((text) => [...text.matchAll(/^## (\S+) - (\S+) \((.+)\)$/gm)]);
  const all = headings.map(([, name, version, licence]) => [
    name!,
    { name: name!, version: version!, licence: licence! },
  ]);
  return [...new Map(all as [string, Package][]).values()];
}

/** The tables of CONTRIBUTING.md that say why each is there: the packages' names, by the table's first cell. */
export function justified(table: string): string[] {
  const lines = read('CONTRIBUTING.md').split('\n');
  const begin = lines.findIndex((line) => line.startsWith(`| ${table} |`));
  if (begin < 0) throw new Error(`CONTRIBUTING.md has no table “${table}”`);
  const rest = lines.slice(begin + 2);
  const rows = rest.slice(
    0,
    rest.findIndex((line) => !line.startsWith('|')),
  );
  return rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
}
