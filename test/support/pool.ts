/** A pool of the test's own on the host that the test runner started, and the control surface over it. */
import type { PoolDefinition } from '../../demo/user-pool/hosted-pool.js';
import type { Message } from '../../demo/user-pool/outbox.js';
import type { LogEntry } from '../../demo/user-pool/protocol.js';
import { readyPassword, readyUsers } from '../../demo/user-pool/ready-users.js';
import type { UserChange, UserDefinition } from '../../demo/user-pool/users.js';

declare global {
  /** What web-test-runner.config.mjs hands to the page of every test. */
  var testSettings: {
    poolHost: string;
    thorough: boolean;
    /** A part of the names of the tests that a proof is to be limited to. */
    only: string;
  };
}

export const password = readyPassword;
export const wrongPassword = 'Red-Harbour-8';

function ready(username: string): UserDefinition {
  const user = readyUsers.find((candidate) => candidate.username === username);
  if (!user) throw new Error(`There is no ready user ${username}.`);
  return user;
}

/** Gets a code by SMS. */
export const ann = ready('ann');
/** Has an authenticator app. */
export const tom = ready('tom');
/** Gets a code by e-mail. */
export const eve = ready('eve');
/** Needs the password only. */
export const bob = ready('bob');
/** Is locked. */
export const lou = ready('lou');
/** Is disabled. */
export const dan = ready('dan');

async function request<Answer>(method: string, address: string, body?: object): Promise<Answer> {
  const response = await fetch(address, { method, body: body ? JSON.stringify(body) : null });
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Opens a fresh pool; without a list of users, all the ready ones are in it. */
export async function openPool(
  { settings = {}, users = readyUsers }: PoolDefinition = {},
  host = testSettings.poolHost,
) {
  interface Address {
    path: string;
    userPoolId: string;
    clientId: string;
  }
  const { path, userPoolId, clientId } = await request<Address>('POST', `${host}/pools`, { settings, users });
  const endpoint = host + path;
  const outbox = () => request<Message[]>('GET', `${endpoint}outbox`);
  return {
    endpoint,
    userPoolId,
    clientId,
    /** Every message the pool has sent, oldest first. */
    outbox,
    /** The code of the newest message. */
    async lastCode(): Promise<string> {
      const message = (await outbox()).at(-1);
      if (!message) throw new Error('The pool has sent no message.');
      return message.code;
    },
    /** What the user's authenticator app shows now; the pool takes each code once. */
    async authenticatorCode(username: string): Promise<string> {
      const address = `${endpoint}authenticator?username=${encodeURIComponent(username)}`;
      return (await request<{ code: string }>('GET', address)).code;
    },
    /** Puts the pool's clock forward. */
    advance: (ms: number) => request('POST', `${endpoint}clock`, { advance: ms }),
    /** Every request the pool has answered, oldest first. */
    log: () => request<LogEntry[]>('GET', `${endpoint}log`),
    patchUser: (username: string, change: UserChange) =>
      request('PATCH', `${endpoint}users/${encodeURIComponent(username)}`, change),
  };
}

export type TestPool = Awaited<ReturnType<typeof openPool>>;

/** A code of as many digits that is not this one. */
export const otherCode = (code: string): string => code.slice(0, -1) + String((Number(code.slice(-1)) + 5) % 10);
