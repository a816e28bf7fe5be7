/** The pages of this proof, bundled into a folder of their own and served, beside the local pools. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { trimPackagesInEsbuild } from '../../../.ci/build/packages.mjs';
import { serveFolder } from '../../hosts/serve.js';
import { startPools } from '../../support/pools.mjs';
import { forBrowsers } from '../../support/prebundle.mjs';

const source = fileURLToPath(new URL('page/', import.meta.url));

/** A sandboxed frame has no origin, so that the page's own modules come from another one. */
const headers = { 'access-control-allow-origin': '*' };

export interface Site {
  /** At localhost, which WebAuthn takes for a relying party. */
  readonly url: string;
  /** The same by the machine's number: another site for the browser. */
  readonly otherSite: string;
  readonly pools: string;
  close(): Promise<void>;
}

async function bundle(folder: string): Promise<void> {
  const common = { ...forBrowsers, write: true, outdir: folder, minify: true, plugins: [trimPackagesInEsbuild()] };
  // As published: lit's development build would be told of on the console.
  const production = { conditions: ['browser'], define: { 'process.env.NODE_ENV': '"production"' } };
  await build({ ...common, ...production, entryPoints: [join(source, 'page.ts')] });
  // A classic script, which runs before every module.
  await build({ ...common, format: 'iife', splitting: false, entryPoints: [join(source, 'before.ts')] });
}

export async function openSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'life-'));
  await cp(source, folder, { recursive: true, filter: (path) => !path.endsWith('.ts') });
  await bundle(folder);
  const [{ url, close }, pools] = await Promise.all([serveFolder(folder, headers), startPools()]);
  const end = async () => {
    await close();
    await rm(folder, { recursive: true });
  };
  return { url: url.replace('127.0.0.1', 'localhost'), otherSite: url, pools: String(pools), close: end };
}
