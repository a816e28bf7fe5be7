/** What the person types, right or wrong. */
import ar from '../../../src/i18n/ar.js';
import de from '../../../src/i18n/de.js';
import en from '../../../src/i18n/en.js';
import type { Wit } from './acts.js';
import type { World } from './world.js';

export type Kind = 'username' | 'password' | 'new-password' | 'code' | 'email' | 'answer' | 'phone' | 'text';

export const wrongPassword = 'Red-Harbour-8';
const newPasswords = ['Green-Meadow-9', 'Brown-Forest-10', 'White-Glacier-11'] as const;

/** Words that nobody else may read. */
export const secretWords: readonly string[] = [wrongPassword, ...newPasswords];

/** What labels ask for, in the languages that sequences change between. */
const kinds = new Map<string, Kind>(
  [en, de, ar].flatMap(({ shared, signIn, customChallenge, attributes }): [string, Kind][] => [
    ...Object.values(attributes).map((label): [string, Kind] => [label, 'text']),
    [attributes.phone_number, 'phone'],
    [attributes.email, 'email'],
    [signIn.username, 'username'],
    [signIn.phone, 'phone'],
    [shared.password, 'password'],
    [shared.newPassword, 'new-password'],
    [shared.code, 'code'],
    [customChallenge.answer, 'answer'],
  ]),
);

/** What a label asks for; in the first steps an address or a number is the user's name. */
export function kindOf(label: string, step: string): Kind {
  const kind = kinds.get(label) ?? 'text';
  const named = step === 'sign-in' || step === 'forgot-password';
  return named && (kind === 'email' || kind === 'phone') ? 'username' : kind;
}

/** A code of as many digits that is not this one. */
const other = (code: string): string => code.slice(0, -1) + String((Number(code.slice(-1)) + 5) % 10);

function name({ start: { user, attributes } }: World): string {
  const by = attributes['login-with'];
  return (by === 'email' ? user.email : by === 'phone' ? user.phoneNumber : null) ?? user.username;
}

/** @param asked what else is written there */
function right(kind: Kind, world: World, asked: string): string {
  switch (kind) {
    case 'username':
      return world.stranger ?? name(world);
    case 'password':
      return world.password;
    case 'new-password':
      return newPasswords.find((one) => one !== world.password)!;
    case 'code':
      return asked === 'totp'
        ? world.pool.authenticatorCode(world.start.user.username)
        : (world.pool.messages.at(-1)?.code ?? '');
    case 'answer':
      return /France/.test(asked) ? 'Paris' : /spider/.test(asked) ? '8' : 'blink';
    case 'email':
      return `new-${world.start.user.username}@example.com`;
    case 'phone':
      return '+447700900199';
    default:
      return 'Team 7';
  }
}

const wrong: Readonly<Record<Kind, string>> = {
  username: 'nobody',
  password: wrongPassword,
  'new-password': 'short',
  code: '',
  email: 'no address',
  answer: 'Rome',
  phone: '12',
  text: ' ',
};

export function wordFor(kind: Kind, wit: Wit, world: World, asked = ''): string {
  const word = right(kind, world, asked);
  if (wit === 'empty') return '';
  if (wit === 'right' || (kind === 'username' && world.stranger)) return word;
  if (kind !== 'code')
    return wit === 'odd' && kind !== 'password' && kind !== 'new-password' ? ` ${word} ` : wrong[kind];
  if (wit === 'old') return world.pool.messages[0]?.code ?? '000000';
  return wit === 'odd' ? `Your code is ${word}` : other(word || '123456');
}
