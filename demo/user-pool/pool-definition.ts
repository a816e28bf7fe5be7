import type { Input } from './pool.js';
import type { PoolDefinition } from './hosted-pool.js';
import { invalidDefinition as invalid } from './errors.js';
import { isInput, isListOfTexts, isMapOfTexts } from './kinds.js';
import { checkSetting } from './setting-rules.js';
import type { PoolSettings } from './settings.js';
import type { UserChange, UserDefinition } from './users.js';

const statuses = ['confirmed', 'unconfirmed', 'reset-required', 'force-change-password', 'disabled', 'locked'];
const texts = ['username', 'password', 'phoneNumber', 'email', 'totpSecret', 'description'] as const;

/** What each second factor cannot do without. */
const needs = new Map<unknown, keyof UserDefinition>([
  ['sms', 'phoneNumber'],
  ['totp', 'totpSecret'],
  ['email', 'email'],
]);

function checkStatus({ status }: Input): void {
  if (status !== undefined && !statuses.includes(String(status)))
    throw invalid(`status is one of ${statuses.join(', ')}`);
}

function checkFactors(user: Input): void {
  const { mfa, mfas = [] } = user;
  if (!Array.isArray(mfas)) throw invalid('mfas is a list');
  for (const factor of mfa === undefined ? mfas : [mfa, ...mfas]) {
    const need = needs.get(factor);
    if (!need) throw invalid(`mfa is one of ${[...needs.keys()].join(', ')}; so is each of mfas`);
    if (!user[need]) throw invalid(`mfa ${String(factor)} needs ${need}`);
  }
}

function checkUser(user: unknown): void {
  if (!isInput(user) || !user['username'] || !user['password']) throw invalid('A user has a username and a password');
  for (const name of texts) {
    if (!['string', 'undefined'].includes(typeof user[name])) throw invalid(`${name} is a text`);
  }
  const { totpSecret } = user;
  if (totpSecret !== undefined && !/^[A-Z2-7]{16,}$/i.test(String(totpSecret)))
    throw invalid('totpSecret is 16 base32 characters or more');
  checkFactors(user);
  if (!isMapOfTexts(user['attributes'] ?? {})) throw invalid('attributes is an object of texts');
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
