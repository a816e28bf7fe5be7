import { relative, sep } from 'node:path';
import { build } from 'esbuild';
import { trimPackagesInEsbuild } from '../../.ci/build/packages.mjs';

const folder = '/__bundled__';

/** Where the runner serves a file. */
export const toAddress = (file) => `/${relative(process.cwd(), file).split(sep).join('/')}`;

/**
 * How modules are bundled for a browser that runs tests.
 * @type {import('esbuild').BuildOptions}
 */
export const forBrowsers = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  conditions: ['development', 'browser'],
  mainFields: ['browser', 'module', 'main'],
  define: { 'process.env.NODE_ENV': '"development"' },
  write: false,
  logLevel: 'error',
};

/**
 * A test-runner plugin that serves packages as ES modules, bundled in memory when the first of them is asked for. Bundled together and
 * split, so that two entries of one package share their state.
 * @param {string[]} names import specifiers
 */
export function prebundle(names) {
  let files;
  const bundle = async () => {
    const entryPoints = names.map((name) => ({ in: name, out: name }));
    // Our part of the SDK is served as any module of ours: what it imports is there once.
    const plugins = [trimPackagesInEsbuild((file) => ({ path: toAddress(file), external: true }))];
    const { outputFiles } = await build({ ...forBrowsers, entryPoints, plugins, outdir: folder });
    return new Map(outputFiles.map(({ path, text }) => [path, text]));
  };
  return {
    name: 'prebundle',
    resolveImport({ source }) {
      if (!names.includes(source)) return undefined;
      // At once, or the first test to import one of them lazily would wait for it within its own time limit.
      files ??= bundle();
      return `${folder}/${source}.js`;
    },
    async serve({ path }) {
      if (!path.startsWith(folder)) return undefined;
      files ??= bundle();
      return { body: (await files).get(path), type: 'js' };
    },
  };
}
