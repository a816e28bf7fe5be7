import { build } from 'esbuild';

const folder = '/__bundled__';

/** How modules are bundled for a browser that runs tests. */
export const forBrowsers = {
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  conditions: ['development', 'browser'],
  mainFields: ['browser', 'module', 'main'],
  define: { global: 'globalThis', 'process.env.NODE_ENV': '"development"' },
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
    const { outputFiles } = await build({ ...forBrowsers, entryPoints, outdir: folder });
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
