/**
 * The SDK as it is published, with its own polyfills and its own client: its file for script tags. In src and in the tests' bundles
 * the package's plain name gives what we publish of it (.ci/build/packages.mjs).
 */
declare module 'amazon-cognito-identity-js/dist/amazon-cognito-identity.js' {
  export * from 'amazon-cognito-identity-js';
}
