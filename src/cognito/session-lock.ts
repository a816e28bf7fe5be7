import type { Clock } from '../flow/ports.js';

/** How long a tab waits for another one's work, in milliseconds: two requests of it at the most, and a tab that sleeps holds on for good. */
export const lockPatience = 35_000;

/**
 * Runs with a lock that all tabs of the site share, so that they do their work one after another. Where the browser has no locks, or
 * none for this page, it runs at once; and after 35 s without the lock it runs, too.
 * @param locks of the browser (Web Locks API, section 3), which knows them in secure contexts only
 */
export async function withLock<Result>(
  name: string,
  run: () => Promise<Result>,
  clock: Clock,
  locks: Pick<LockManager, 'request'> | undefined = globalThis.navigator?.locks,
): Promise<Result> {
  const work: { result?: Promise<Result> } = {};
  const limit = new AbortController();
  const stopClock = locks && clock.after(lockPatience, () => limit.abort());
  try {
    await locks?.request(name, { signal: limit.signal }, () => {
      stopClock?.();
      return (work.result = run());
    });
  } catch {
    // A sandboxed frame has no locks. A failure of the work itself is told below.
  } finally {
    stopClock?.();
  }
  return work.result ?? run();
}
