import { attemptsExceeded } from './errors.js';
import type { Clock } from './services.js';
import type { User } from './users.js';

const FREE_FAILURES = 5;
const LONGEST_MS = 15 * 60_000;

const waitAfter = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(2 ** (failures - FREE_FAILURES) * 1000, LONGEST_MS);

/**
 * Waits that grow with each failure: 2^(n-5) seconds from the fifth on, up to 15 minutes. Attempts during a wait do not count;
 * a sign-in, or 15 quiet minutes after a wait, begins anew.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html#authentication-flow-lockout-behavior
 */
export class Lockout {
  #failures = new Map<string, { count: number; until: number }>();

  constructor(private readonly clock: Clock) {}

  /** Throws while the user has to wait; a user who is `locked` waits for ever. */
  check({ username, status }: User): void {
    const until = this.#failures.get(username)?.until ?? 0;
    if (status === 'locked' || this.clock() < until) throw attemptsExceeded();
  }

  fail({ username }: User): void {
    const now = this.clock();
    const past = this.#failures.get(username);
    const count = past && now < past.until + LONGEST_MS ? past.count + 1 : 1;
    this.#failures.set(username, { count, until: now + waitAfter(count) });
  }

  clear({ username }: User): void {
    this.#failures.delete(username);
  }
}
