import { build } from 'esbuild';

const folder = '/__bundled__';

/**
 * A test-runner plugin that serves packages as ES modules, bundled once a run and in memory. Bundled together and split, so that
 * two entries of one package share their state.
 * @param {string[]} names import specifiers
 */
export function prebundle(names) {
  let files;
  const bundle = async () => {
    const { outputFiles } = await build({
      entryPoints: names.map((name) => ({ in: name, out: name })),
      outdir: folder,
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'browser',
      conditions: ['development', 'browser'],
      mainFields: ['browser', 'module', 'main'],
      define: { global: 'globalThis', 'process.env.NODE_ENV': '"development"' },
      write: false,
      logLevel: 'error',
    });
    return new Map(outputFiles.map(({ path, text }) => [path, text]));
  };
  return {
    name: 'prebundle',
    resolveImport: ({ source }) => (names.includes(source) ? `${folder}/${source}.js` : undefined),
    // At once, or the first test to import one of them would wait for it within its own time limit.
    serverStart() {
      files ??= bundle();
    },
    async serve({ path }) {
      if (!path.startsWith(folder)) return undefined;
      files ??= bundle();
      return { body: (await files).get(path), type: 'js' };
    },
  };
}
