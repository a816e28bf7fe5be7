/**
 * What goes into a bundle of the packages that are bundled. amazon-cognito-identity-js is made for Node, too: what it brings along for
 * that is replaced by what browsers have, and what nobody calls is left out, as is what libphonenumber-js formats numbers by. The build,
 * the development server and the tests' bundles all do so, so that one and the same code is tested and published. Who wants the SDK as
 * it is published imports its file for script tags, `dist/amazon-cognito-identity.js`.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { trimPhoneMetadata } from './phone-metadata.mjs';
import { trimSdk } from './sdk-methods.mjs';

const folder = new URL('../../src/cognito/sdk/', import.meta.url);

/** As the SDK's modules name them, with what takes their place. */
const parts = {
  buffer: 'buffer.ts',
  '@aws-crypto/sha256-js': 'sha256.ts',
  './BigInteger': 'big-integer.ts',
  './cryptoSecureRandomInt': 'random-int.ts',
  './Client': 'unused.ts',
  './CookieStorage': 'unused.ts',
};

const ofTheSdk = /[\\/]amazon-cognito-identity-js[\\/]es[\\/]/;
const trimmed = /[\\/](amazon-cognito-identity-js|libphonenumber-js)[\\/]/;

/** The file that takes the place of what one of the SDK's modules names; undefined for all else. */
function partFor(source, importer = '') {
  const part = ofTheSdk.test(importer) ? parts[source] : undefined;
  return part && fileURLToPath(new URL(part, folder));
}

/** A module's text with what is used of it; undefined where nothing is taken out. */
const trim = (file, text) => trimSdk(file, text) ?? trimPhoneMetadata(file, text);

/** For Vite. */
export const trimPackages = () => ({
  name: 'packages',
  enforce: 'pre',
  resolveId: (source, importer) => partFor(source, importer),
  transform: (text, id) => {
    const code = trim(id.split('?')[0], text);
    return code === undefined ? undefined : { code, map: null };
  },
});

/**
 * For esbuild.
 * @param {(file: string) => import('esbuild').OnResolveResult} [locate] where a file is found, unless it goes into the bundle
 */
export const trimPackagesInEsbuild = (locate = (path) => ({ path })) => ({
  name: 'packages',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^/ }, ({ path, importer }) => {
      const file = partFor(path, importer);
      return file && locate(file);
    });
    onLoad({ filter: trimmed }, async ({ path }) => {
      const contents = trim(path, await readFile(path, 'utf8'));
      return contents === undefined ? undefined : { contents };
    });
  },
});
