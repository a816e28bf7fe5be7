import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import * as launchers from './test/support/browsers.mjs';
import { emulateFeatures } from './test/accessibility/emulate-features.mjs';
import { figures } from './test/proof/figures.mjs';
import { fuzzProgress } from './test/proof/fuzz/progress.mjs';
import { fuzzSettings } from './test/proof/fuzz/settings.mjs';
import { otherPage } from './test/proof/secrets/other-page.mjs';
import { virtualAuthenticator } from './test/support/authenticator.mjs';
import { bundleTests } from './test/support/bundle-tests.mjs';
import { startPools } from './test/support/pools.mjs';
import { prebundle } from './test/support/prebundle.mjs';
import { testPage } from './test/support/test-page.mjs';

const poolHost = await startPools();
const tests = bundleTests();
const proofs = figures();
const { BROWSERS } = process.env;
const browsers = (BROWSERS ?? 'chromium').split(',');
/** The local pool is the same for another engine. */
const files = ['test/**/*.test.ts', ...(BROWSERS ? ['!test/user-pool/**'] : [])];

/**
 * For tests that are not bundled: packages that a browser cannot load as published, for the CommonJS inside, and those that every test
 * page would otherwise load in a hundred and fifty requests.
 */
const bundled = [
  '@open-wc/testing',
  'lit',
  'lit/decorators.js',
  'lit/directive.js',
  'lit/directives/keyed.js',
  'amazon-cognito-identity-js',
  'amazon-cognito-identity-js/dist/amazon-cognito-identity.js',
  '@noble/hashes/hmac.js',
  '@noble/hashes/sha2.js',
  'aws-amplify',
  'aws-amplify/auth',
  'aws-amplify/auth/cognito',
  '@aws-sdk/client-cognito-identity-provider',
  '@simplewebauthn/server',
  '@simplewebauthn/server/helpers',
  'libphonenumber-js/min/es6',
  'rxjs',
];

export default {
  files,
  hostname: 'localhost', // WebAuthn takes no IP address for a relying party
  nodeResolve: { exportConditions: ['development', 'browser'] },
  browsers: await Promise.all(browsers.map(async (name) => tests.heed(await launchers[name]()))),
  concurrency: 3,
  reporters: [defaultReporter(), proofs.reporter],
  plugins: [
    tests.plugin,
    proofs.plugin,
    fuzzProgress(),
    prebundle(bundled),
    emulateFeatures(),
    virtualAuthenticator(),
    otherPage(),
    esbuildPlugin({
      ts: true,
      loaders: { '.js': undefined }, // or, having a target, the plugin compiles JavaScript too
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('tsconfig.json', import.meta.url)),
    }),
  ],
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testsFinishTimeout: fuzzSettings.patience,
  testFramework: { config: { timeout: 10_000 } },
  testRunnerHtml: (framework) => {
    const { THOROUGH, ONLY = '' } = process.env;
    return testPage(framework, { poolHost, thorough: !!THOROUGH, only: ONLY, fuzz: fuzzSettings });
  },
};
