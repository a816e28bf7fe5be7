import { toHex } from './bytes.js';
import { sendAccountCode } from './account-codes.js';
import { Devices } from './devices.js';
import { unknownOperation } from './errors.js';
import { jwks } from './keys.js';
import { Lockout } from './lockout.js';
import { operations } from './operations/index.js';
import { Passkeys } from './passkeys.js';
import type { Call, Pool } from './pool.js';
import { preflight, serve } from './protocol.js';
import type { Services } from './services.js';
import { Sessions } from './sessions.js';
import { defaultSettings, type PoolSettings } from './settings.js';
import { Tokens } from './tokens.js';
import { currentCode } from './totp.js';
import { type UserChange, type UserDefinition, Users } from './users.js';
import { VerificationCodes } from './verification-codes.js';

/** A user pool with one app client, in memory. */
export interface UserPool {
  id: string;
  clientId: string;
  settings: PoolSettings;
  /** Answers as the service's endpoint would, at whatever address the request was sent to; never rejects. */
  fetch(request: Request): Promise<Response>;
  addUser(user: UserDefinition): Promise<void>;
  /** False where there is no such user. */
  changeUser(username: string, change: UserChange): Promise<boolean>;
  /** What the user's authenticator app shows now; undefined where they have none. */
  authenticator(username: string): { code: string; secondsLeft: number } | undefined;
}

/** Names of a pool that are known beforehand; without them they are random. */
export interface PoolNames {
  /** The pool's id is this, after `local_`. */
  name: string;
  clientId: string;
}

function assemble(settings: PoolSettings, services: Services, names?: PoolNames): Pool {
  const { clock, random } = services;
  const devices = new Devices(services, settings);
  const { name, clientId } = names ?? { name: toHex(random(5)).slice(1), clientId: toHex(random(13)) };
  return {
    id: `local_${name}`,
    name,
    clientId,
    settings,
    services,
    users: new Users(name, random),
    sessions: new Sessions(clock, random, settings.authSessionValidity * 60_000),
    lockout: new Lockout(clock),
    devices,
    passkeys: new Passkeys(clock),
    verificationCodes: new VerificationCodes(clock, random),
    tokens: new Tokens(services, settings, devices),
  };
}

/** The address the client used. A mount that strips a prefix names it in X-Forwarded-Prefix, as reverse proxies do. */
function endpointOf({ url, headers }: Request): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${headers.get('x-forwarded-prefix') ?? ''}${pathname.replace(/\/?$/, '/')}`;
}

const json = (body: object) => Response.json(body, { headers: { 'access-control-allow-origin': '*' } });

export function createUserPool(settings: Partial<PoolSettings>, services: Services, names?: PoolNames): UserPool {
  const pool = assemble({ ...defaultSettings, ...settings }, services, names);

  const fetch = async (request: Request) => {
    if (request.method === 'OPTIONS') return preflight(request, 'POST');
    if (request.method === 'GET' && request.url.endsWith(`/${pool.id}/.well-known/jwks.json`))
      return json(await jwks());
    const origin = request.headers.get('origin') ?? undefined;
    const call: Call = { pool, origin, endpoint: endpointOf(request) };
    return serve(request, services, (name, input) => {
      const operation = operations.get(name);
      if (!operation) throw unknownOperation();
      return operation(input, call);
    });
  };

  return {
    id: pool.id,
    clientId: pool.clientId,
    settings: pool.settings,
    fetch,
    addUser: async (definition) => sendAccountCode(pool, await pool.users.add(definition)),
    async changeUser(username, change) {
      const user = await pool.users.change(username, change);
      if (user && change.status) sendAccountCode(pool, user);
      return user !== undefined;
    },
    authenticator(username) {
      const user = pool.users.find(username);
      // An app shows a code as soon as it has scanned the secret, whether or not the pool has seen one.
      const secret = user?.newTotpSecret ?? user?.totpSecret;
      return secret ? currentCode(secret, services.clock()) : undefined;
    },
  };
}
