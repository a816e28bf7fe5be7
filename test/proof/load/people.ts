/** The people who sign in: each with a name, a password, a second factor and a client of their own. */
import { Secret } from 'otpauth';
import type { UserDefinition } from '../../../demo/user-pool/users.js';
import type { CodeStep, Done, Login } from '../../../src/headless.js';
import type { TestPool } from '../../support/pool.js';
import type { CreateLogin } from './client.js';

const factors = ['sms', 'totp', 'email'] as const;

export interface Person extends UserDefinition {
  readonly mfa: (typeof factors)[number];
  readonly authFlow: 'srp' | 'password';
}

export const people = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, index) => ({
    username: `user-${index}`,
    password: `Blue-Lagoon-${index}`,
    email: `user-${index}@example.com`,
    phoneNumber: `+44770090${String(index).padStart(4, '0')}`,
    totpSecret: new Secret({ size: 20 }).base32,
    mfa: factors[index % factors.length]!,
    authFlow: index % 2 ? 'password' : 'srp',
  }));

/** Of its own for each, as each has a browser of their own. */
function openStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

/** Somebody at the code step, with what belongs to nobody else. */
export interface Waiting {
  readonly person: Person;
  readonly step: CodeStep;
  /** The challenge's Session, as the wire brought it. */
  readonly session: string;
  /** The name by which the pool wants it answered. */
  readonly poolName: string;
}

interface Challenge {
  readonly Session?: string;
  readonly ChallengeParameters?: { readonly USER_ID_FOR_SRP?: string };
}

export async function toTheCode(createLogin: CreateLogin, pool: TestPool, person: Person): Promise<Waiting> {
  const { userPoolId, clientId, endpoint } = pool;
  const { username, password, authFlow } = person;
  let challenge: Challenge = {};
  const watched: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    challenge = (await response.clone().json()) as Challenge;
    return response;
  };
  const options = { userPoolId, clientId, endpoint, authFlow, storage: openStorage(), fetch: watched };
  const login: Login = createLogin(options);
  const step = await login.signIn(username, password);
  if (step.name !== 'code') throw new Error(`${username} came to ${step.name}`);
  const { Session = '', ChallengeParameters: { USER_ID_FOR_SRP: poolName = username } = {} } = challenge;
  return { person, step, session: Session, poolName };
}

/** @throws where it leads anywhere else */
export async function confirm({ step, person }: Waiting, code: string): Promise<Done> {
  const next = await step.confirm(code);
  if (next.name !== 'signed-in') throw new Error(`${person.username} came to ${next.name}`);
  return next;
}
