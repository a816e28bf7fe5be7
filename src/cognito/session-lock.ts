/**
 * Runs with a lock that all tabs of the site share, so that they do their work one after another. Where the browser has no locks, or
 * none for this page, it runs at once.
 * @param locks of the browser (Web Locks API, section 3), which knows them in secure contexts only
 */
export async function withLock<Result>(
  name: string,
  run: () => Promise<Result>,
  locks: Pick<LockManager, 'request'> | undefined = globalThis.navigator?.locks,
): Promise<Result> {
  const work: { result?: Promise<Result> } = {};
  try {
    await locks?.request(name, () => (work.result = run()));
  } catch {
    // A sandboxed frame has no locks. A failure of the work itself is told below.
  }
  return work.result ?? run();
}
