/** For the analyzer of custom elements' manifests; `packagejson` would have it write into package.json. */
export default {
  globs: ['src/element/cognito-mfa-login.ts', 'src/element/login-properties.ts'],
  litelement: true,
  quiet: true,
  packagejson: false,
};
