/** The playground as static files, for any static host and any folder of it: the local pools run inside the page. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { trimPackages } from '../.ci/build/packages.mjs';

const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  root: path('.'),
  base: './',
  mode: 'static',
  plugins: [trimPackages()],
  build: {
    target: 'es2022',
    outDir: path('../dist-demo'),
    emptyOutDir: true,
    // @simplewebauthn/server imports a polyfill for what it imports next.
    rolldownOptions: { output: { strictExecutionOrder: true } },
  },
});
