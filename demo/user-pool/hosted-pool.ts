import { MemoryOutbox } from './outbox.js';
import type { LogEntry } from './protocol.js';
import type { Clock, RandomBytes } from './services.js';
import type { PoolSettings } from './settings.js';
import { createUserPool, type PoolNames } from './user-pool.js';
import type { UserDefinition } from './users.js';

export interface PoolDefinition {
  settings?: Partial<PoolSettings>;
  users?: readonly UserDefinition[];
  names?: PoolNames;
}

/** A pool among others on a host: with a clock that can be put forward, an outbox that can be read, and a log. */
export async function openHostedPool(
  name: string,
  { settings = {}, users = [], names }: PoolDefinition,
  services: { clock: Clock; random: RandomBytes },
) {
  let offset = 0;
  const outbox = new MemoryOutbox();
  const log: LogEntry[] = [];
  const own = { clock: () => services.clock() + offset, outbox, log: (entry: LogEntry) => log.push(entry) };
  const pool = createUserPool(settings, { ...services, ...own }, names);
  for (const user of users) await pool.addUser(user);
  return {
    pool,
    outbox,
    log,
    address: { name, path: `/pools/${name}/`, userPoolId: pool.id, clientId: pool.clientId },
    /** As they were given, passwords included: the page that shows them is a demo. */
    users,
    advance: (ms: number) => {
      offset += ms;
    },
  };
}

export type HostedPool = Awaited<ReturnType<typeof openHostedPool>>;
