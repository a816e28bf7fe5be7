import type { Clock } from '../flow/ports.js';

/**
 * Does what somebody waits for who has signed in already, and who shall not wait for long.
 * @param patience in milliseconds
 * @param work is given a signal that is aborted when the time is over, and together with the other one
 * @throws what the work throws
 */
export async function withLimit<Result>(
  clock: Clock,
  patience: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const limit = new AbortController();
  const abort = () => limit.abort();
  const stopClock = clock.after(patience, abort);
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    return await work(limit.signal);
  } finally {
    stopClock();
    signal.removeEventListener('abort', abort);
  }
}
