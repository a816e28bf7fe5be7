import type { PasswordRule } from '../flow/error.js';
import { defaultPolicy, metRules, type PasswordPolicy } from '../flow/password-policy.js';
import { beginsWithPassword } from '../flow/sign-in-by.js';
import { hasPasskeys } from '../passkey/has-passkeys.js';
import type { ViewOptions } from '../views/step-view.js';
import type { RawOptions } from './attributes.js';
import type { LoginProperties } from './login-properties.js';

/** A page names what is different from Cognito's default; what is of another type is left out. */
function readPolicy(changes: Partial<PasswordPolicy> | undefined): PasswordPolicy {
  const known = Object.entries(changes ?? {}).filter(
    ([name, value]) => typeof value === typeof defaultPolicy[name as keyof PasswordPolicy],
  );
  return { ...defaultPolicy, ...Object.fromEntries(known) };
}

export const readMetRules = (
  password: string,
  policy: Partial<PasswordPolicy> | undefined,
): ReadonlySet<PasswordRule> => metRules(password, readPolicy(policy));

/** What the page set, as far as a view shows it. */
export const readViewOptions = (
  { issuer, passwordPolicy }: Pick<LoginProperties, 'issuer' | 'passwordPolicy'>,
  { loginWith, mode, authFlow, passwordReset, passkeys }: RawOptions,
): ViewOptions => ({
  loginWith,
  mode,
  asksPassword: beginsWithPassword(authFlow),
  passwordReset: passwordReset === 'offer' && mode === 'sign-in',
  passkeys: passkeys !== 'off' && hasPasskeys(),
  issuer: String(issuer || location.hostname),
  passwordPolicy: readPolicy(passwordPolicy),
});
