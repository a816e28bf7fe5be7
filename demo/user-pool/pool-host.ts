/**
 * Many user pools side by side, and a control surface over them for the demo's page and for tests; README.md has its routes.
 * Everything is reached through `fetch`, so the same host serves behind HTTP and inside a page.
 */
import { type Bytes, toHex } from './bytes.js';
import { CognitoError } from './errors.js';
import { type HostedPool, openHostedPool, type PoolDefinition } from './hosted-pool.js';
import { readPoolDefinition, readUserChange } from './pool-definition.js';
import { preflight, readInput } from './protocol.js';
import { readyUsers } from './ready-users.js';
import { poolOf, scenarios } from './scenarios.js';
import type { Clock, RandomBytes } from './services.js';
import type { PoolSettings } from './settings.js';

export interface PoolHost {
  fetch(request: Request): Promise<Response>;
  createPool(definition?: PoolDefinition): Promise<HostedPool['address']>;
}

const realServices: { clock: Clock; random: RandomBytes } = {
  clock: () => Date.now(),
  random: (length): Bytes => crypto.getRandomValues(new Uint8Array(length)),
};

const notFound = (what: string) => new CognitoError('NotFound', `There is no ${what}`, 404);

/** The pools that are there from the start: their names are fixed, so that a page can have them as attributes. */
const named: ReadonlyMap<string, PoolDefinition> = new Map<string, PoolDefinition>([
  ['demo', { users: readyUsers, names: { name: 'Demo', clientId: 'demo' } }],
  ...scenarios.map((scenario) => [scenario.name, poolOf(scenario)] as const),
]);

type Control = (pool: HostedPool, request: Request, detail: string) => unknown;

/** What can be asked of a pool beside its own protocol, by method and first word of the path. */
const controls: ReadonlyMap<string, Control> = new Map<string, Control>([
  ['GET ', ({ address, users, pool }) => ({ ...address, settings: pool.settings, users })],
  ['GET outbox', ({ outbox }) => outbox.messages],
  ['GET log', ({ log }) => log],
  ['GET authenticator', showAuthenticator],
  ['GET authenticators', showAuthenticators],
  ['POST clock', advanceClock],
  ['PATCH users', changeUser],
]);

function showAuthenticator({ pool }: HostedPool, { url }: Request) {
  const username = new URL(url).searchParams.get('username') ?? '';
  const shown = pool.authenticator(username);
  if (!shown) throw notFound(`authenticator app of ${username}`);
  return shown;
}

/** Of every user who has one by now. */
function showAuthenticators({ pool, users }: HostedPool) {
  return users.flatMap(({ username }) => {
    const shown = pool.authenticator(username);
    return shown ? [{ username, ...shown }] : [];
  });
}

async function advanceClock(pool: HostedPool, request: Request) {
  const { advance } = await readInput(request);
  if (typeof advance !== 'number' || !Number.isFinite(advance)) {
    throw new CognitoError('InvalidDefinition', 'advance is a number of milliseconds');
  }
  pool.advance(advance);
  return {};
}

async function changeUser({ pool }: HostedPool, request: Request, detail: string) {
  const username = decodeURIComponent(detail);
  if (!(await pool.changeUser(username, readUserChange(await readInput(request))))) throw notFound(`user ${username}`);
  return {};
}

const json = (body: unknown, status = 200) =>
  Response.json(body, { status, headers: { 'access-control-allow-origin': '*', 'cache-control': 'no-store' } });

function failure(error: unknown): Response {
  if (error instanceof CognitoError) return json({ message: error.message }, error.status);
  if (error instanceof URIError) return json({ message: 'The address is malformed' }, 400);
  console.error('The pool host failed:', error);
  return json({ message: 'Internal error' }, 500);
}

/** @param defaults of every pool, where its own settings say nothing else */
export function createPoolHost(services = realServices, defaults: Partial<PoolSettings> = {}): PoolHost {
  const pools = new Map<string, Promise<HostedPool>>();

  const open = (name: string, definition: PoolDefinition) => {
    const settings = { ...defaults, ...definition.settings };
    const pool = openHostedPool(name, { ...definition, settings }, services);
    pools.set(name, pool);
    return pool;
  };
  const createPool = async (definition: PoolDefinition = {}) =>
    (await open(toHex(services.random(6)), definition)).address;

  // Made when first asked for: a page may never need it, and each user costs a modular exponentiation.
  const find = (name: string) => {
    const definition = named.get(name);
    return pools.get(name) ?? (definition && open(name, definition));
  };

  async function route(request: Request): Promise<Response> {
    const [, root, name = '', word = '', detail = ''] = new URL(request.url).pathname.split('/');
    const { method } = request;
    if (root !== 'pools') throw notFound('such address');
    if (!name && method === 'OPTIONS') return preflight(request, 'POST');
    if (!name && method === 'POST') return json(await createPool(readPoolDefinition(await readInput(request))), 201);
    const hosted = await find(name);
    if (!hosted) throw notFound(`pool ${name}`);
    const control = controls.get(`${method} ${word}`);
    if (control) return json(await control(hosted, request, detail));
    if (method === 'OPTIONS' && word) return preflight(request, 'GET, POST, PATCH');
    if (!word || word === hosted.pool.id) return hosted.pool.fetch(request);
    throw notFound('such address');
  }

  return { createPool, fetch: (request) => route(request).catch(failure) };
}
