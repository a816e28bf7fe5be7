/** The built package on pages of a proof's own, served with the headers that it asks for. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { build } from 'vite';
import { serveFolder } from '../../hosts/serve.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Where a page finds the element: one file with its own lit in it, or modules as an app's bundler joins them with the app's lit. */
export const scripts = { 'one file': '/cdn/cognito-mfa-login.js', modules: '/app/index.js' } as const;

/**
 * Builds the package into a folder, fresh: what lies in dist may be older than the sources.
 * @param page a script of the page's own, which the modules are bundled apart from
 */
export async function buildInto(folder: string, page?: string): Promise<void> {
  const built = join(folder, 'modules');
  const options = { logLevel: 'error', root } as const;
  const without = { sourcemap: false, license: false, emptyOutDir: true };
  await build({ ...options, mode: 'cdn', build: { ...without, outDir: join(folder, 'cdn') } });
  await build({ ...options, build: { ...without, outDir: built } });
  const app = { bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'error' } as const;
  const nodePaths = [join(root, 'node_modules')];
  const entryPoints = [join(built, 'index.js')];
  await esbuild.build({ ...app, nodePaths, entryPoints, splitting: true, outdir: join(folder, 'app') });
  if (page) await esbuild.build({ ...app, entryPoints: [page], outfile: join(folder, 'page.js') });
}

export interface Site {
  readonly folder: string;
  /** @returns the page's address */
  write(name: string, content: string): Promise<string>;
  close(): Promise<void>;
}

export const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'proof-'));
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/** By the name `localhost`, since passkeys are for no IP address. */
export async function openSite(folder: string, headers: Readonly<Record<string, string>> = {}): Promise<Site> {
  const { url, close } = await serveFolder(folder, headers);
  return {
    ...{ folder, close },
    async write(name, content) {
      await writeFile(join(folder, `${name}.html`), content);
      return `${url.replace('127.0.0.1', 'localhost')}${name}.html`;
    },
  };
}
