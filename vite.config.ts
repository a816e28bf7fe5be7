import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { userPool } from './demo/user-pool/mounts/vite.js';

export default defineConfig(({ command }) => ({
  root: command === 'serve' ? 'demo' : '.',
  // amazon-cognito-identity-js brings buffer 4.9.2, which reads a `global` that browsers do not have.
  resolve: { alias: { 'cognito-mfa-login': fileURLToPath(new URL('src/index.ts', import.meta.url)) } },
  define: { global: 'globalThis' },
  plugins: [userPool()],
  server: { host: '127.0.0.1', port: 5173, open: false },
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: {
      entry: { index: 'src/index.ts', element: 'src/element.ts', headless: 'src/headless.ts' },
      formats: ['es'],
    },
    rolldownOptions: { external: [/^lit(\/|$)/] },
  },
}));
