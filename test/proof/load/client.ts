/** The package's part without looks, as it is built, for Node: with the SDK's parts replaced, so that SRP is as quick as on a page. */
import { rm } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { trimPackagesInEsbuild } from '../../../.ci/build/packages.mjs';
import type { createLogin } from '../../../src/headless.js';
import { forBrowsers } from '../../support/prebundle.mjs';

export type CreateLogin = typeof createLogin;

const source = fileURLToPath(new URL('../../../src/headless.ts', import.meta.url));
const folder = fileURLToPath(new URL('../../../node_modules/.cache/proof-load', import.meta.url));

export async function loadClient(): Promise<CreateLogin> {
  const outfile = `${folder}/${process.pid}.mjs`;
  const { splitting: _, ...options } = forBrowsers;
  const plugins = [trimPackagesInEsbuild()];
  await build({
    ...options,
    format: 'esm',
    platform: 'browser',
    logLevel: 'error',
    write: true,
    entryPoints: [source],
    outfile,
    plugins,
  });
  try {
    return ((await import(pathToFileURL(outfile).href)) as { createLogin: CreateLogin }).createLogin;
  } finally {
    await rm(outfile);
  }
}
