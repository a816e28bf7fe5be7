import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { register } from 'tsx/esm/api';
import * as launchers from './test/support/browsers.mjs';
import { emulateFeatures } from './test/accessibility/emulate-features.mjs';
import { virtualAuthenticator } from './test/support/authenticator.mjs';
import { prebundle } from './test/support/prebundle.mjs';
import { testPage } from './test/support/test-page.mjs';

register(); // the local pool is TypeScript, run here as it stands
const { listen } = await import('./demo/user-pool/mounts/node.ts');
const { createPoolHost } = await import('./demo/user-pool/pool-host.ts');

// Its own port, so that every request of a test crosses origins as it does in production: preflight and all.
const pools = await listen(createPoolHost());
const browsers = (process.env.BROWSERS ?? 'chromium').split(',');

/**
 * Packages that a browser cannot load as published, for the CommonJS inside, and those that every test page would otherwise load in
 * a hundred and fifty requests.
 */
const bundled = [
  '@open-wc/testing',
  'lit',
  'lit/decorators.js',
  'lit/directives/guard.js',
  'lit/directives/keyed.js',
  'lit/directives/until.js',
  'amazon-cognito-identity-js',
  'aws-amplify',
  'aws-amplify/auth',
  'aws-amplify/auth/cognito',
  '@aws-sdk/client-cognito-identity-provider',
  '@simplewebauthn/server',
  '@simplewebauthn/server/helpers',
  'libphonenumber-js/min',
  'rxjs',
];

export default {
  files: 'test/**/*.test.ts',
  hostname: 'localhost', // WebAuthn takes no IP address for a relying party
  nodeResolve: { exportConditions: ['development', 'browser'] },
  browsers: await Promise.all(browsers.map((name) => launchers[name]())),
  concurrency: 3,
  plugins: [
    prebundle(bundled),
    emulateFeatures(),
    virtualAuthenticator(),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)) }),
    { name: 'close-pools', serverStop: () => pools.close() },
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testsFinishTimeout: 120_000,
  testFramework: { config: { timeout: 10_000 } },
  testRunnerHtml: (framework) => testPage(framework, { poolHost: pools.url }),
};
