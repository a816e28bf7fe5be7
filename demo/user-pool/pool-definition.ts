import type { Input } from './pool.js';
import type { PoolDefinition } from './hosted-pool.js';
import { CognitoError } from './errors.js';
import { defaultSettings, type PoolSettings } from './settings.js';
import type { UserChange, UserDefinition } from './users.js';

const statuses = ['confirmed', 'unconfirmed', 'reset-required', 'disabled', 'locked'];
const texts = ['username', 'password', 'phoneNumber', 'email', 'totpSecret', 'description'] as const;

/** What each second factor cannot do without. */
const needs = new Map<unknown, keyof UserDefinition>([
  ['sms', 'phoneNumber'],
  ['totp', 'totpSecret'],
  ['email', 'email'],
]);

const invalid = (message: string) => new CognitoError('InvalidDefinition', message);

function isInput(value: unknown): value is Input {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isListOfTexts = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');

function checkSetting(name: string, value: unknown): void {
  if (!Object.hasOwn(defaultSettings, name)) throw invalid(`There is no setting ${name}`);
  const fallback = defaultSettings[name as keyof PoolSettings];
  const fits = Array.isArray(fallback) ? isListOfTexts(value) : typeof value === typeof fallback;
  if (!fits) throw invalid(`Setting ${name} is not of the type of ${JSON.stringify(fallback)}`);
}

function checkStatus({ status }: Input): void {
  if (status !== undefined && !statuses.includes(String(status)))
    throw invalid(`status is one of ${statuses.join(', ')}`);
}

function checkUser(user: unknown): void {
  if (!isInput(user) || !user['username'] || !user['password']) throw invalid('A user has a username and a password');
  for (const name of texts) {
    if (!['string', 'undefined'].includes(typeof user[name])) throw invalid(`${name} is a text`);
  }
  const { mfa } = user;
  const need = needs.get(mfa);
  if (mfa !== undefined && !need) throw invalid(`mfa is one of ${[...needs.keys()].join(', ')}`);
  const { totpSecret } = user;
  if (totpSecret !== undefined && !/^[A-Z2-7]{16,}$/i.test(String(totpSecret)))
    throw invalid('totpSecret is 16 base32 characters or more');
  if (need && !user[need]) throw invalid(`mfa ${String(mfa)} needs ${need}`);
  if (!isListOfTexts(user['aliases'] ?? [])) throw invalid('aliases is a list of texts');
  checkStatus(user);
}

/** Checks the body of POST /pools. */
export function readPoolDefinition({ settings = {}, users = [] }: Input): PoolDefinition {
  if (!isInput(settings) || !Array.isArray(users)) throw invalid('settings is an object and users a list');
  for (const [name, value] of Object.entries(settings)) checkSetting(name, value);
  for (const user of users) checkUser(user);
  return { settings: settings as Partial<PoolSettings>, users: users as UserDefinition[] };
}

/** Checks the body of PATCH /pools/<name>/users/<username>. */
export function readUserChange(change: Input): UserChange {
  checkStatus(change);
  if (!['string', 'undefined'].includes(typeof change['password'])) throw invalid('password is a text');
  return change as UserChange;
}
