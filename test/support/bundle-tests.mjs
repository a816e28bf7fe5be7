import console from 'node:console';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { trimPackagesInEsbuild } from '../../.ci/build/packages.mjs';
import { shortTemplatesInEsbuild } from '../../.ci/build/templates.mjs';
import { forBrowsers, toAddress } from './prebundle.mjs';

/** A test that looks at what its page has loaded has to see it module by module. */
const looksAtLoading = /getEntriesByType\('resource'\)/;

async function bundle(testFiles) {
  const texts = await Promise.all(testFiles.map((file) => readFile(file, 'utf8')));
  const bundled = testFiles.filter((_, index) => !looksAtLoading.test(texts[index]));
  const { outputFiles } = await build({
    ...forBrowsers,
    entryPoints: bundled,
    plugins: [trimPackagesInEsbuild(), shortTemplatesInEsbuild()],
    outbase: '.',
    outdir: '.',
    chunkNames: '__tests__/[name]-[hash]',
    external: ['/__web-dev-server__web-socket.js'],
    // The runner reads them for the stack traces of what fails; the browser does not.
    sourcemap: 'linked',
    sourcesContent: false,
  });
  return new Map(outputFiles.map((file) => [toAddress(file.path), file]));
}

/** One file that cannot be bundled shall not take the others' reports along. */
function notBundled({ message }) {
  console.error(`The tests run unbundled, and slowly: ${message}`);
}

/**
 * Serves the test files of one run bundled: in one build, in memory, with everything that several import in common parts, and what is
 * imported lazily in parts of its own. A page then loads some twenty modules in place of a hundred and fifty. Nothing is bundled for
 * `--watch` and `--manual`.
 * @returns `plugin`, and `heed`, to be called with each browser's launcher, since the runner tells these alone which files there are
 */
export function bundleTests() {
  let files;
  return {
    heed(launcher) {
      const initialize = launcher.initialize?.bind(launcher);
      launcher.initialize = (config, testFiles) => {
        if (!config.watch) files ??= bundle(testFiles).catch(notBundled);
        return initialize?.(config, testFiles);
      };
      return launcher;
    },
    plugin: {
      name: 'bundle-tests',
      /** By another address, or the plugin that compiles TypeScript would take the file for its own. */
      async transformImport({ source }) {
        const address = source.replace(/\.test\.ts(?=\?|$)/, '.test.js');
        return (await files)?.has(address.split('?')[0]) ? address : undefined;
      },
      async serve({ path }) {
        const file = (await files)?.get(path);
        if (!file) return undefined;
        // Two hundred pages load the same parts, whose names have a hash of what is in them.
        const headers = path.includes('/__tests__/') ? { 'cache-control': 'max-age=3600, immutable' } : {};
        return { body: file.text, type: path.endsWith('.map') ? 'json' : 'js', headers };
      },
    },
  };
}
