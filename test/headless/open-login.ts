import { createLogin, type Login, LoginFailure, type LoginOptions, type Step } from '../../src/headless.js';
import { FakeClock } from '../support/fake-clock.js';
import type { UserDefinition } from '../../demo/user-pool/users.js';
import { ann, bob, openPool, type TestPool } from '../support/pool.js';

/** A login on a pool, with tokens in memory alone and time in the test's hands. */
export function loginOn({ userPoolId, clientId, endpoint }: TestPool, options: Partial<LoginOptions> = {}) {
  const clock = new FakeClock(Date.now());
  const given = { userPoolId, clientId, endpoint, clock };
  const login = createLogin({ ...given, storage: 'memory', authFlow: 'password', ...options });
  return { login, clock };
}

/** A login on a pool of its own. By password unless told otherwise, since SRP costs each side most of a test's time. */
export async function openLogin(options: Partial<LoginOptions> = {}, users: UserDefinition[] = [ann, bob]) {
  const pool = await openPool({ users });
  return { pool, ...loginOn(pool, options) };
}

/** What a call was refused with. */
export async function failureOf(call: Promise<unknown>): Promise<LoginFailure> {
  const reason = await reasonOf(call);
  if (reason instanceof LoginFailure) return reason;
  throw new Error(`Expected a LoginFailure, not ${String(reason)}`);
}

/** What a call was rejected with. */
export const reasonOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'no rejection',
    (reason: unknown) => reason,
  );

/** The name of the exception that a call was rejected with. */
export async function nameOf(call: Promise<unknown>): Promise<string> {
  const reason = await reasonOf(call);
  return reason instanceof Error ? reason.name : String(reason);
}

/** The tokens of a step that has signed in. */
export async function sessionOf(step: Step) {
  if (step.name !== 'signed-in') throw new Error(`Not signed in, but at ${step.name}`);
  const session = await step.getSession();
  if (!session) throw new Error('There is no session.');
  return session;
}

/** Resolves with the state once it is as wanted. */
export function until(login: Login, wanted: (state: Login['state']) => boolean): Promise<Login['state']> {
  return new Promise((resolve) => {
    login.subscribe((state) => wanted(state) && resolve(state));
  });
}
