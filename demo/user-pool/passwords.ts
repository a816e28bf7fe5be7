import { passwordRefused, passwordUsedBefore } from './errors.js';
import type { Pool } from './pool.js';
import type { PasswordPolicy } from './settings.js';
import type { User } from './users.js';

/** What Cognito takes for a symbol, and the space where it is neither first nor last. */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|(?<=.) (?=.)/;

/** What each rule says of a password that breaks it, in the service's words. */
const rules: readonly [(policy: PasswordPolicy, password: string) => boolean | undefined, string][] = [
  [({ minimumLength = 6 }, password) => password.length < minimumLength, 'Password not long enough'],
  [
    ({ requireLowercase }, password) => requireLowercase && !/[a-z]/.test(password),
    'Password must have lowercase characters',
  ],
  [
    ({ requireUppercase }, password) => requireUppercase && !/[A-Z]/.test(password),
    'Password must have uppercase characters',
  ],
  [
    ({ requireNumbers }, password) => requireNumbers && !/[0-9]/.test(password),
    'Password must have numeric characters',
  ],
  [({ requireSymbols }, password) => requireSymbols && !SYMBOL.test(password), 'Password must have symbol characters'],
];

/** Throws where the pool's policy does not allow the password, or the user has had it lately. */
export async function checkNewPassword({ settings, users }: Pool, user: User, password: string): Promise<void> {
  const { passwordPolicy } = settings;
  const broken = rules.find(([breaks]) => breaks(passwordPolicy, password));
  if (broken) throw passwordRefused(broken[1]);
  if (await users.hasUsed(user, password, passwordPolicy.passwordHistorySize ?? 0)) throw passwordUsedBefore();
}
