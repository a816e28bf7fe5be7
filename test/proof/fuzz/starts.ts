/** Where a sequence begins: each scenario of the demo, and each of its ready users. */
import { readyUsers } from '../../../demo/user-pool/ready-users.js';
import { scenarios } from '../../../demo/user-pool/scenarios.js';
import type { Message } from '../../../demo/user-pool/outbox.js';
import { openHostedPool, type PoolDefinition } from '../../../demo/user-pool/hosted-pool.js';
import type { UserDefinition } from '../../../demo/user-pool/users.js';

export interface Start {
  readonly name: string;
  readonly user: UserDefinition;
  /** Attributes of the element. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly definition: PoolDefinition;
}

const stored = { storage: 'session', 'auth-flow': 'password' };

export const starts: readonly Start[] = [
  ...scenarios.map(({ name, user, attributes, settings }) => ({
    ...{ name, user, attributes: { ...stored, ...attributes } },
    definition: { settings, users: [user] },
  })),
  ...readyUsers.map((user) => ({ name: user.username, user, attributes: stored, definition: { users: [user] } })),
];

/** The same sequence has the same codes and Sessions: a linear congruential generator, which is chance enough here. */
function randomBytes(): (length: number) => Uint8Array<ArrayBuffer> {
  let state = 1;
  const next = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0) >>> 24;
  return (length) => Uint8Array.from({ length }, next);
}

/** A pool of this sequence's own inside the page, at the page's clock. */
export async function openPool({ definition }: Start) {
  const { pool, outbox, address } = await openHostedPool('fuzz', definition, {
    clock: () => Date.now(),
    random: randomBytes(),
  });
  const { userPoolId, clientId } = address;
  return {
    ...{ endpoint: `${location.origin}/pools/fuzz/`, userPoolId, clientId },
    fetch: (async (input, init) => pool.fetch(new Request(input, init))) as typeof fetch,
    /** Every message the pool has sent, oldest first. */
    messages: outbox.messages as readonly Message[],
    /** What the user's authenticator app shows now; empty where they have none. */
    authenticatorCode: (username: string): string => pool.authenticator(username)?.code ?? '',
  };
}

export type Pool = Awaited<ReturnType<typeof openPool>>;
