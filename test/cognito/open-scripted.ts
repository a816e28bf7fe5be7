/** The port over a scripted service, with everything it is given within a test's reach. */
import { openCognito } from '../../src/cognito/open-cognito.js';
import type { CognitoOptions } from '../../src/cognito/config.js';
import type { Outcome } from '../../src/flow/outcome.js';
import { memoryStorage, type TokenStorage } from '../../src/cognito/storage.js';
import { FakeClock } from '../support/fake-clock.js';
import { type Reply, scriptedService } from '../support/scripted-service.js';

export const userPoolId = 'eu-west-1_Ab12Cd34E';
export const clientId = '4example23client';
export const keyPrefix = `CognitoIdentityServiceProvider.${clientId}`;
export const credentials = { username: 'ann', password: 'Blue-Lagoon-7' };
export const never = new AbortController().signal;
export const codeAnswer = (digits: string) => ({ kind: 'code', code: digits }) as const;

/** The user's five keys as the SDK writes them. */
export const storedSession = (
  username: string,
  { idToken = 'id', accessToken = 'access', refreshToken = 'refresh-0' } = {},
) => ({
  [`${keyPrefix}.${username}.idToken`]: idToken,
  [`${keyPrefix}.${username}.accessToken`]: accessToken,
  [`${keyPrefix}.${username}.refreshToken`]: refreshToken,
  [`${keyPrefix}.${username}.clockDrift`]: '0',
  [`${keyPrefix}.LastAuthUser`]: username,
});

/** The client's keys alone: test files run side by side, in tabs that share the browser's storages. */
export function clearStored(): void {
  for (const storage of [localStorage, sessionStorage])
    for (const key of Object.keys(storage)) if (key.startsWith(keyPrefix)) storage.removeItem(key);
}

/** A storage whose content a test can see. */
export function openShelf(content: Record<string, string> = {}) {
  const items = new Map(Object.entries(content));
  const storage: TokenStorage = {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
  return { storage, content: () => Object.fromEntries(items) };
}

/** The password flow unless told otherwise: it spares the seconds of SRP where the flow makes no difference. */
export function openScripted(script: readonly Reply[], options: Partial<CognitoOptions> = {}) {
  const service = scriptedService(...script);
  const clock = new FakeClock();
  const warnings: string[] = [];
  const port = openCognito({
    ...{ userPoolId, clientId, clock, authFlow: 'password', storage: memoryStorage(), fetch: service.fetch },
    warn: (message) => void warnings.push(message),
    ...options,
  });
  return { port, service, clock, warnings, signIn: (signal = never) => port.signIn(credentials, signal) };
}

/** An outcome in one word: its kind, or the failure's code. */
export const wordOf = (outcome: Outcome): string => (outcome.kind === 'failed' ? outcome.error.code : outcome.kind);

export function errorOf(outcome: Outcome) {
  if (outcome.kind !== 'failed') throw new Error(`No failure: ${outcome.kind}`);
  return outcome.error;
}

/** What a promise was rejected with. */
export const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (value) => Promise.reject(new Error(`No rejection: ${JSON.stringify(value)}`)),
    (error: unknown) => error,
  );

/** Lets everything run that waits for no clock: what a fetch has answered is then dealt with. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** Waits until a condition holds. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** The code of a wire failure. */
export const errorOfRejection = async (promise: Promise<unknown>): Promise<string> =>
  ((await rejection(promise)) as { code: string }).code;
