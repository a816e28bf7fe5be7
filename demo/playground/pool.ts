/** The local pool's control surface, as the playground uses it; demo/user-pool/README.md has its routes. */
import type { Message } from '../user-pool/outbox.js';
import type { ReadyUser } from '../user-pool/ready-users.js';
import type { PoolSettings } from '../user-pool/settings.js';
import { host, send } from './transport.js';

interface Description {
  path: string;
  userPoolId: string;
  clientId: string;
  settings: PoolSettings;
  users: ReadyUser[];
}

async function ask<Answer>(method: string, address: string, body?: object): Promise<Answer> {
  const response = await send(address, { method, body: body ? JSON.stringify(body) : null });
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status}`);
  return response.json();
}

interface AppCode {
  username: string;
  code: string;
  secondsLeft: number;
}

async function openPool(path: string) {
  const { userPoolId, clientId, settings, users } = await ask<Description>('GET', host + path.replace(/\/$/, ''));
  const endpoint = host + path;
  return {
    ...{ endpoint, userPoolId, clientId, users },
    sessionMinutes: settings.authSessionValidity,
    keys: new URL(`${endpoint}${userPoolId}/.well-known/jwks.json`),
    outbox: () => ask<Message[]>('GET', `${endpoint}outbox`),
    /** What everybody's app shows now. */
    authenticators: () => ask<AppCode[]>('GET', `${endpoint}authenticators`),
    advance: (ms: number) => ask<object>('POST', `${endpoint}clock`, { advance: ms }),
  };
}

export type PlaygroundPool = Awaited<ReturnType<typeof openPool>>;

/** The pool that is always there, which plain.html uses too. */
export const demoPool = (): Promise<PlaygroundPool> => openPool('/pools/demo/');

/** The pool of a scenario, with its one user. */
export const scenarioPool = (name: string): Promise<PlaygroundPool> => openPool(`/pools/${name}/`);

/** A pool of its own with the same users: a pool's session length is fixed when it is made. */
export async function poolWithSession(minutes: number): Promise<PlaygroundPool> {
  const { users } = await demoPool();
  const settings = { authSessionValidity: minutes };
  const { path } = await ask<{ path: string }>('POST', `${host}/pools`, { settings, users });
  return openPool(path);
}
