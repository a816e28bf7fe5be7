/**
 * Bundles the tests of a part for Node. Stryker has it done in the copy of the tree that holds all mutants: once, since which of them is
 * awake is decided while the tests run. They are bundled as for browsers, so that it is the same code that is tested.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { trimPackagesInEsbuild } from '../../../.ci/build/packages.mjs';
import { forBrowsers } from '../../support/prebundle.mjs';
import { bundleOf, parts } from './parts.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

function bundle(part, options) {
  const modules = [here('page.ts'), ...parts[part].tests.map((file) => `./${file}`)];
  return build({
    ...forBrowsers,
    stdin: { contents: modules.map((module) => `import ${JSON.stringify(module)};`).join('\n'), resolveDir: '.' },
    plugins: [trimPackagesInEsbuild()],
    alias: { '@open-wc/testing': here('stand-ins.ts'), '@web/test-runner-commands': here('stand-ins.ts') },
    external: ['node:*'],
    ignoreAnnotations: true, // nothing is used of what a test file exports
    splitting: false,
    format: 'cjs', // which can be loaded again
    outfile: bundleOf(part),
    ...options,
  });
}

const isMutated = (part, file) => parts[part].files.some((glob) => file.startsWith(glob.replace('**/*.ts', '')));

/** Stands for everything that the outcome of a part depends on besides the files that are mutated: its tests and what they go through. */
export async function surroundingsOf(part) {
  const { metafile } = await bundle(part, { metafile: true });
  const hash = createHash('sha256').update(readFileSync(here('stryker-plugin.mjs')));
  for (const file of Object.keys(metafile.inputs).sort())
    if (file !== '<stdin>' && !isMutated(part, file)) hash.update(readFileSync(resolve(file)));
  return hash.digest('hex').slice(0, 12);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle(process.argv[2], { write: true });
