import type { PasswordRule } from '../flow/error.js';
import { metRules, type PasswordPolicy } from '../flow/password-policy.js';
import { beginsWithPassword } from '../flow/sign-in-by.js';
import { hasPasskeys } from '../passkey/has-passkeys.js';
import type { ViewOptions } from '../views/step-view.js';
import type { RawOptions } from './attributes.js';
import type { DeveloperConsole } from './developer-console.js';
import type { LoginProperties } from './login-properties.js';
import { readPolicy, readText } from './page-properties.js';

export const readMetRules = (
  password: string,
  policy: Partial<PasswordPolicy> | undefined,
  developer: DeveloperConsole,
): ReadonlySet<PasswordRule> => metRules(password, readPolicy(policy, developer));

/** What the page set, as far as a view shows it. */
export const readViewOptions = (
  { issuer, passwordPolicy }: Pick<LoginProperties, 'issuer' | 'passwordPolicy'>,
  { loginWith, mode, authFlow, passwordReset, passkeys }: RawOptions,
  developer: DeveloperConsole,
): ViewOptions => ({
  loginWith,
  mode,
  asksPassword: beginsWithPassword(authFlow),
  passwordReset: passwordReset === 'offer' && mode === 'sign-in',
  passkeys: passkeys !== 'off' && hasPasskeys(),
  issuer: readText('issuer', issuer, developer) || location.hostname,
  passwordPolicy: readPolicy(passwordPolicy, developer),
});
