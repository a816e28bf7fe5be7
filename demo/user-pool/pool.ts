import type { Devices } from './devices.js';
import type { Lockout } from './lockout.js';
import type { Services } from './services.js';
import type { Sessions } from './sessions.js';
import type { Passkeys } from './passkeys.js';
import type { PoolSettings } from './settings.js';
import type { Tokens } from './tokens.js';
import type { User, Users } from './users.js';
import type { VerificationCodes } from './verification-codes.js';

/** A user pool from within, as its operations see it. */
export interface Pool {
  id: string;
  /** The text after `_` in the id; a part of every SRP hash. */
  name: string;
  clientId: string;
  settings: PoolSettings;
  services: Services;
  users: Users;
  sessions: Sessions;
  lockout: Lockout;
  tokens: Tokens;
  devices: Devices;
  passkeys: Passkeys;
  verificationCodes: VerificationCodes;
}

/** One request on its way through the pool. */
export interface Call {
  pool: Pool;
  /** The address that was called, with a slash at its end; issuer and JWKS lie below it. */
  endpoint: string;
  /** The page that called, where the browser says. */
  origin: string | undefined;
}

/** The body of a request, not looked at yet. */
export type Input = Readonly<Record<string, unknown>>;

export type Operation = (input: Input, call: Call) => Promise<object>;

export const issuer = ({ pool, endpoint }: Call): string => endpoint + pool.id;

/** The user of that name; in a pool that keeps the existence of users to itself, a stand-in where there is none. */
export async function userOrStandIn({ users, settings }: Pool, name: string): Promise<User | undefined> {
  return users.find(name) ?? (settings.preventUserExistenceErrors ? users.standIn(name) : undefined);
}
