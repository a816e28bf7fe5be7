import { readyPassword, type ReadyUser } from '../ready-users.js';
import { defaultSettings, type PoolSettings } from '../settings.js';
import type { UserDefinition } from '../users.js';

/** A pool with one user, made to ask for one thing. */
export interface Scenario {
  /** Also the pool's name on a host: `/pools/<name>/`. Small letters and hyphens. */
  name: string;
  /** What it shows, in a few words. */
  title: string;
  settings: Partial<PoolSettings>;
  user: ReadyUser;
  /** What the element needs beside pool and client: `{ 'auth-flow': 'custom' }`. */
  attributes: Readonly<Record<string, string>>;
  /** What a person has to know or to do. */
  hint: string;
}

/** A user with the password that all ready users have. */
export const scenarioUser = (
  username: string,
  description: string,
  more: Omit<UserDefinition, 'username' | 'password'> = {},
): ReadyUser => ({ ...more, username, password: readyPassword, description });

/** ExplicitAuthFlows with CUSTOM_AUTH among them. */
export const withCustomAuth: PoolSettings['explicitAuthFlows'] = [
  ...defaultSettings.explicitAuthFlows,
  'ALLOW_CUSTOM_AUTH',
];
