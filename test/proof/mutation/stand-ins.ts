/** For tests outside the test runner: what they import of `@open-wc/testing` and of the runner's commands. */
import { readFile as read } from 'node:fs/promises';
import { resolve } from 'node:path';

export { expect } from '@esm-bundle/chai';

export const aTimeout = (ms: number): Promise<void> => new Promise((resolved) => setTimeout(resolved, ms));

export async function waitUntil(holds: () => boolean): Promise<void> {
  while (!holds()) await aTimeout(5);
}

/** As the runner's command, which takes a path as the test file names it; those that do are in `test/cognito`. */
export const readFile = ({ path }: { path: string }): Promise<string> => read(resolve('test/cognito', path), 'utf8');
