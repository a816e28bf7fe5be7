import type { PasswordRule } from './error.js';

/** What a pool asks of a new password. The service does not tell it to clients, so a page whose pool differs says so. */
export interface PasswordPolicy {
  /** In characters, 6 to 99. */
  readonly minLength: number;
  readonly lowercase: boolean;
  readonly uppercase: boolean;
  readonly number: boolean;
  readonly symbol: boolean;
}

/** Cognito's default policy. */
export const defaultPolicy: PasswordPolicy = {
  minLength: 8,
  lowercase: true,
  uppercase: true,
  number: true,
  symbol: true,
};

/** Cognito's special characters, the blank inside a password among them ("Password requirements" in its developer guide). */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S \S/;

const tests: Readonly<Record<string, (password: string) => boolean>> = {
  lowercase: (password) => /[a-z]/.test(password),
  uppercase: (password) => /[A-Z]/.test(password),
  number: (password) => /[0-9]/.test(password),
  symbol: (password) => symbol.test(password),
};

/** The rules of a policy, in the order in which they are told. */
export const rulesOf = (policy: PasswordPolicy): readonly PasswordRule[] =>
  (['length', 'lowercase', 'uppercase', 'number', 'symbol'] as const).filter(
    (rule) => rule === 'length' || policy[rule],
  );

/** The rules that a password meets so far. The service is the judge. */
export const metRules = (password: string, policy: PasswordPolicy): ReadonlySet<PasswordRule> =>
  new Set(
    rulesOf(policy).filter((rule) =>
      rule === 'length' ? [...password].length >= policy.minLength : tests[rule]!(password),
    ),
  );
