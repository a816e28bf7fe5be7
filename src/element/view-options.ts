import type { PasswordRule } from '../flow/error.js';
import { metRules, type PasswordPolicy } from '../flow/password-policy.js';
import { beginsWithPassword } from '../flow/sign-in-by.js';
import { hasPasskeys } from '../passkey/has-passkeys.js';
import type { ViewOptions } from '../views/step-view.js';
import type { RawOptions } from './attributes.js';
import type { DeveloperConsole } from './developer-console.js';
import type { LoginProperties } from './login-properties.js';
import type { Language } from './language.js';
import { readMessages, readPolicy, readText } from './page-properties.js';

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

/** The page's own texts may be in a language of their own; its `dir` comes before any. */
export function readLanguage(
  { dir, messages }: Pick<LoginProperties, 'dir' | 'messages'>,
  { code, messages: { direction } }: Pick<Language, 'code' | 'messages'>,
  developer: DeveloperConsole,
): { readonly language: string; readonly direction: 'ltr' | 'rtl' } {
  const own = readMessages(messages, developer);
  const language = own?.locale ?? code;
  return { language, direction: dir === 'ltr' || dir === 'rtl' ? dir : (own?.direction ?? direction) };
}
