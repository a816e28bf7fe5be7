/** What the licences of bundled packages ask for. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../sources.js';
import { reachesCode } from './content.js';
import { modules, read, readJson } from './dist.js';

/** Every package whose code a map of the folder names. */
function bundledIn(folder: string): string[] {
  const mapped = modules.filter(({ path }) => path.startsWith('cdn/') === (folder === 'dist/cdn') && reachesCode(path));
  const names = mapped.flatMap(({ path }) =>
    readJson<{ sources: string[] }>(`dist/${path}.map`).sources.flatMap(
      (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? [],
    ),
  );
  return [...new Set(names)];
}

/** Section 4 (d) of the Apache License 2.0 asks for these beside the licence. */
const noticesOf = (name: string): string[] =>
  readdirSync(join(root, 'node_modules', name))
    .filter((file) => /^notice/i.test(file))
    .map((file) => read(`node_modules/${name}/${file}`).trim());

/** The licence of every bundled package, and its NOTICE. */
export const missingLicences = (): string[] =>
  ['dist', 'dist/cdn'].flatMap((folder) => {
    const licences = read(`${folder}/THIRD-PARTY-LICENSES.md`);
    const bundled = bundledIn(folder);
    const licensed = (name: string) => licences.includes(`## ${name} - `);
    const noticed = (name: string) => noticesOf(name).every((text) => licences.includes(text));
    return [
      ...(bundled.length ? [] : [`${folder} bundles nothing`]),
      ...bundled.filter((name) => !licensed(name)).map((name) => `${folder} has no licence of ${name}`),
      ...bundled.filter((name) => !noticed(name)).map((name) => `${folder} lacks the NOTICE of ${name}`),
    ];
  });

/** Whoever finds the one file somewhere by itself learns where its licences are. */
export const unnamedLicences = (): string[] =>
  /^\/\*! .*THIRD-PARTY-LICENSES\.md.* \*\/\n/.test(read('dist/cdn/cognito-mfa-login.js'))
    ? []
    : ['dist/cdn/cognito-mfa-login.js does not begin with it'];
