import type { ClientMetadata } from '../cognito/config.js';
import { defaultPolicy, type PasswordPolicy } from '../flow/password-policy.js';
import type { MessageOverrides } from '../i18n/messages.js';
import type { DeveloperConsole } from './developer-console.js';

/** Properties as a page set them, perhaps from a template that knows no types. What is of no use is told and left out. */

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of these entries, those that fit. A framework takes a property away by setting it to null or undefined. */
function fitting(
  name: 'clientMetadata' | 'passwordPolicy',
  value: unknown,
  fits: (key: string, entry: unknown) => boolean,
  developer: DeveloperConsole,
): Record<string, unknown> | undefined {
  if (value == null) return undefined;
  const entries = isObject(value) ? Object.entries(value) : [];
  const fit = entries.filter(([key, entry]) => fits(key, entry));
  if (!isObject(value) || fit.length < entries.length) developer.misuse(name);
  return Object.fromEntries(fit);
}

export const readClientMetadata = (value: unknown, developer: DeveloperConsole): ClientMetadata | undefined =>
  fitting('clientMetadata', value, (_, entry) => typeof entry === 'string', developer) as ClientMetadata | undefined;

const fitsPolicy = (key: string, entry: unknown): boolean =>
  key === 'minLength'
    ? Number.isInteger(entry) && Number(entry) >= 6 && Number(entry) <= 99
    : Object.hasOwn(defaultPolicy, key) && typeof entry === 'boolean';

/** A page names what is different from Cognito's default. */
export const readPolicy = (value: unknown, developer: DeveloperConsole): PasswordPolicy => ({
  ...defaultPolicy,
  ...fitting('passwordPolicy', value, fitsPolicy, developer),
});

export function readFetch(value: unknown, developer: DeveloperConsole): typeof fetch | undefined {
  if (typeof value === 'function') return value as typeof fetch;
  if (value != null) developer.misuse('fetch');
  return undefined;
}

/** A language tag that is none makes Intl throw, in the middle of a render. */
function isLanguageTag(tag: unknown): boolean {
  try {
    return typeof tag === 'string' && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export function readMessages(value: unknown, developer: DeveloperConsole): MessageOverrides | undefined {
  if (value == null) return undefined;
  const { direction, locale, ...texts } = (isObject(value) ? value : {}) as Record<string, unknown>;
  const fits = {
    direction: direction === undefined || direction === 'ltr' || direction === 'rtl',
    locale: locale === undefined || isLanguageTag(locale),
  };
  if (!isObject(value) || !fits.direction || !fits.locale) developer.misuse('messages');
  return { ...texts, ...(fits.direction && { direction }), ...(fits.locale && { locale }) } as MessageOverrides;
}

/** `String` throws for what has no `toString`, and makes source text of a function: a signal that a template forgot to call. */
export function readText(
  name: 'username' | 'issuer' | 'user-pool-id' | 'client-id',
  value: unknown,
  developer: DeveloperConsole,
): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (value != null) developer.misuse(name);
  return '';
}
