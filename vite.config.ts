import { fileURLToPath } from 'node:url';
import { defineConfig, type BuildEnvironmentOptions } from 'vite';
import { trimPackages } from './.ci/build/packages.mjs';
import { shortTemplates } from './.ci/build/templates.mjs';
import { userPool } from './demo/user-pool/mounts/vite.js';

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

const common: BuildEnvironmentOptions = {
  target: 'es2022',
  sourcemap: true,
  // Its links are addresses from the root of the page, where an app has no chunks of ours.
  modulePreload: false,
  license: { fileName: 'THIRD-PARTY-LICENSES.md' },
};

/** ES modules for bundlers and import maps: lit is the app's; the SDK, the QR library, phone numbers and languages come when needed. */
const modules: BuildEnvironmentOptions = {
  ...common,
  rolldownOptions: {
    input: { index: 'src/index.ts', element: 'src/element.ts', headless: 'src/headless.ts' },
    external: [/^lit(\/|$)/],
    preserveEntrySignatures: 'strict',
    // Vite's lib mode would leave the white space in.
    output: { minify: true, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
  },
};

/** Where the one file goes, this goes along. */
const licences = '/*! MIT. The licences of what is inside: THIRD-PARTY-LICENSES.md beside this file. */';

/** One file for a plain page, everything in it. */
const singleFile: BuildEnvironmentOptions = {
  ...common,
  outDir: 'dist/cdn',
  rolldownOptions: {
    input: { 'cognito-mfa-login': 'src/index.ts' },
    preserveEntrySignatures: 'strict',
    output: { minify: true, codeSplitting: false, entryFileNames: '[name].js', postBanner: licences },
  },
};

export default defineConfig(({ command, mode }) => ({
  root: command === 'serve' ? 'demo' : '.',
  resolve: { alias: { 'cognito-mfa-login': path('src/index.ts') } },
  plugins: [trimPackages(), shortTemplates(), userPool()],
  // Bundled beforehand they would be whole, and the SDK would bring a second copy of what our parts of it import.
  optimizeDeps: { exclude: ['amazon-cognito-identity-js', 'libphonenumber-js'] },
  // The local pools' passkeys are for the host `localhost`. The hosts are set to this port: on another one nobody would answer them.
  server: { host: 'localhost', port: 5173, strictPort: true, open: false },
  // The server's root is another, where it would look for these inputs.
  build: command === 'serve' ? {} : mode === 'cdn' ? singleFile : modules,
}));
