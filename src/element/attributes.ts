import type { AuthFlow } from '../cognito/config.js';
import type { StorageChoice } from '../cognito/storage.js';
import type { Factor } from '../flow/outcome.js';
import type { DeveloperConsole } from './developer-console.js';

/** The attributes that take one of a few words; the first is the default. */
const words = {
  'auth-flow': ['srp', 'password', 'custom', 'custom-srp', 'choice'],
  mode: ['sign-in', 'reauth'],
  'login-with': ['username', 'email', 'phone'],
  'password-reset': ['offer', 'off'],
  passkeys: ['off', 'sign-in', 'offer'],
  'remember-device': ['ask', 'always', 'never'],
  storage: ['local', 'session', 'memory'],
  resume: ['off', 'session'],
  resend: ['keep', 'ask', 'off'],
  fields: ['slotted', 'shadow'],
  theme: ['auto', 'light', 'dark'],
} as const;

const factors: readonly Factor[] = ['password', 'sms', 'email', 'passkey'];

type Word<Name extends keyof typeof words> = (typeof words)[Name][number];

/** The element's properties as they were set, perhaps by a template that knows no types. */
export interface RawOptions {
  readonly authFlow: AuthFlow;
  readonly preferredFactor: Factor | undefined;
  readonly mode: Word<'mode'>;
  readonly loginWith: Word<'login-with'>;
  readonly phoneCountry: string | undefined;
  readonly passwordReset: Word<'password-reset'>;
  readonly passkeys: Word<'passkeys'>;
  readonly rememberDevice: Word<'remember-device'>;
  readonly storage: StorageChoice;
  readonly sessionMinutes: number;
  readonly resume: Word<'resume'>;
  readonly resend: Word<'resend'>;
  readonly fields: Word<'fields'>;
  readonly theme: Word<'theme'>;
}

/** The options in force. A value that is none of them warns and gives way to the default: it never throws. */
export function readOptions(raw: RawOptions, developer: DeveloperConsole): RawOptions {
  const word = <Name extends keyof typeof words>(name: Name, value: unknown) => oneOf(name, value, developer);
  return {
    authFlow: word('auth-flow', raw.authFlow),
    preferredFactor: factor(raw.preferredFactor, developer),
    mode: word('mode', raw.mode),
    loginWith: word('login-with', raw.loginWith),
    phoneCountry: country(raw.phoneCountry, developer),
    passwordReset: word('password-reset', raw.passwordReset),
    passkeys: word('passkeys', raw.passkeys),
    rememberDevice: word('remember-device', raw.rememberDevice),
    storage: isStorage(raw.storage) ? raw.storage : word('storage', raw.storage),
    sessionMinutes: minutes(raw.sessionMinutes, developer),
    resume: word('resume', raw.resume),
    resend: word('resend', raw.resend),
    fields: word('fields', raw.fields),
    theme: word('theme', raw.theme),
  };
}

/** ISO 3166-1 alpha-2, of which the phone library knows those with a numbering plan. */
function country(value: unknown, developer: DeveloperConsole): string | undefined {
  const code = typeof value === 'string' ? value.trim() : value;
  if (typeof code === 'string' && /^[a-z]{2}$/i.test(code)) return code;
  if (code != null && code !== '') developer.misuse('phone-country');
  return undefined;
}

function factor(value: unknown, developer: DeveloperConsole): Factor | undefined {
  const found = factors.find((one) => one === value);
  if (!found && value != null)
    developer.warn(`preferred-factor="${inWords(value)}" is none of ${factors.join(', ')}; the person chooses.`);
  return found;
}

function oneOf<Name extends keyof typeof words>(name: Name, value: unknown, developer: DeveloperConsole): Word<Name> {
  const allowed: readonly Word<Name>[] = words[name];
  const found = allowed.find((word) => word === value);
  // A framework takes an attribute away by setting its property to null or undefined.
  if (!found && value != null)
    developer.warn(`${name}="${inWords(value)}" is none of ${allowed.join(', ')}; ${allowed[0]} is used.`);
  return found ?? allowed[0]!;
}

/** `String` throws for what has no `toString`. */
const inWords = (value: unknown): string => (typeof value === 'object' ? 'an object' : String(value));

const isStorage = (value: unknown): value is Exclude<StorageChoice, string> =>
  typeof value === 'object' && value !== null && 'getItem' in value && 'setItem' in value && 'removeItem' in value;

/** Cognito's AuthSessionValidity: whole minutes from 3 to 15. */
function minutes(value: unknown, developer: DeveloperConsole): number {
  // A template may set the property to the attribute's text.
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number === 'number' && Number.isInteger(number) && number >= 3 && number <= 15) return number;
  if (value != null) developer.warn(`session-minutes="${inWords(value)}" is no whole number from 3 to 15; 3 is used.`);
  return 3;
}

/**
 * The attributes that are ours but for hyphens and capitals, which HTML does not keep: `userPoolId` in a page arrives as `userpoolid`.
 * @param given the names of all that the element has
 */
export function tellMisspelt(given: readonly string[], known: readonly string[], developer: DeveloperConsole): void {
  const plain = (name: string) => name.replace(/[-_]/g, '');
  for (const name of given) {
    const meant = known.find((one) => one !== name && plain(one) === plain(name));
    if (meant && !known.includes(name)) developer.warn(`${name} is no attribute: write ${meant}.`);
  }
}

/**
 * The service's address. As a property it may be any https address; as an attribute only on this machine, page and address
 * both: injected markup must not be able to send a password elsewhere.
 * @param isLocalAddress tells whether an address leads to this machine
 */
export function readEndpoint(
  { property, attribute }: { property: string | undefined; attribute: string | null },
  isLocalAddress: (address: string) => boolean,
  developer: DeveloperConsole,
): string | undefined {
  if (property != null) return property;
  if (attribute === null) return undefined;
  const local = isLocalAddress(attribute) && isLocalAddress(location.href);
  if (!local) developer.warn('endpoint is ignored as an attribute outside localhost; set it as a property.');
  return local ? attribute : undefined;
}
