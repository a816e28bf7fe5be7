import type { AuthPort, Clock, UserSession } from '../flow/ports.js';

/** A session is looked at this long before it ends, in milliseconds; the port then refreshes it. */
const margin = 60_000;
/** No sooner than this after the last look, in milliseconds: a service that gives spent tokens is not asked without end. */
const rest = 30_000;

/** By this device's clock, in milliseconds since 1970: the tokens tell the service's time. */
function endOf(session: UserSession): number {
  const [access, id] = [session.getAccessToken(), session.getIdToken()];
  return (Math.min(access.getExpiration(), id.getExpiration()) + session.getClockDrift()) * 1000;
}

/** Follows the session while somebody is there to see it: before it ends, and when another tab changes it. */
export class SessionWatch {
  readonly #clock: Clock;
  readonly #look: () => void;
  #port: AuthPort | null = null;
  #stopWatching: (() => void) | null = null;
  #stopTimer: (() => void) | null = null;
  /** Another object whenever it begins again or ends: what was waited for before is then late. */
  #turn: object = {};

  /** @param look told that it is time to see what the storage holds */
  constructor(clock: Clock, look: () => void) {
    this.#clock = clock;
    this.#look = look;
  }

  /** Begins, or begins again with what is stored by now. */
  follow(port: AuthPort, signedIn: boolean): void {
    if (port !== this.#port) {
      this.stop();
      this.#port = port;
      this.#stopWatching = port.watchSession(this.#look);
    }
    this.#stopTimer?.();
    this.#stopTimer = null;
    const turn = (this.#turn = {});
    if (signedIn) void this.#wait(port, turn);
  }

  stop(): void {
    this.#stopWatching?.();
    this.#stopTimer?.();
    this.#port = this.#stopWatching = this.#stopTimer = null;
    this.#turn = {};
  }

  async #wait(port: AuthPort, turn: object): Promise<void> {
    const session = await port.getSession().catch(() => null);
    if (turn !== this.#turn) return;
    const left = session ? endOf(session) - margin - this.#clock.now() : 0;
    this.#stopTimer = this.#clock.after(Math.max(left, rest), this.#look);
  }
}
