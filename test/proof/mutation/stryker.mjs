import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { surroundingsOf } from './bundle.mjs';
import { bundleOf, parts } from './parts.mjs';

/** Outside git, and outside what is linted and compiled. */
const folder = 'node_modules/.cache/stryker';

const optionsFor = (part, surroundings) => ({
  mutate: parts[part].files,
  buildCommand: `node test/proof/mutation/bundle.mjs ${part}`,
  testRunner: 'reloading-mocha',
  mochaOptions: { spec: [bundleOf(part)] },
  plugins: [fileURLToPath(new URL('stryker-plugin.mjs', import.meta.url))],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // A busy machine is no reason to take a mutant for one that never ends.
  timeoutMS: 4000,
  timeoutFactor: 3,
  // Stryker compares the tests' own files, and these are bundles: results are kept for as long as what surrounds the mutants is the same.
  incremental: true,
  incrementalFile: `${folder}/${part}-${surroundings}.json`,
  tempDirName: `${folder}/trees`,
  ignorePatterns: ['/*', '!src', '!test', '!demo', '/demo/*', '!/demo/user-pool', '!.ci', '!*.json'],
  reporters: ['progress-append-only'],
  fileLogLevel: 'off',
  logLevel: 'error',
  allowConsoleColors: false,
});

/**
 * Tries every mutant of a part that has not been tried since something changed.
 * @returns {Promise<import('@stryker-mutator/api/core').MutantResult[]>}
 */
export async function tryPart(part) {
  mkdirSync(folder, { recursive: true });
  const results = await new Stryker(optionsFor(part, await surroundingsOf(part))).runMutationTest();
  return results.map((result) => ({ ...result, fileName: result.fileName.replace(`${process.cwd()}/`, '') }));
}
