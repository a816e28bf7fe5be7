import { expiredVerificationCode, limitExceeded, tooManyFailedAttempts, wrongVerificationCode } from './errors.js';
import { type Clock, type RandomBytes, randomDigits } from './services.js';
import type { User } from './users.js';

/** What a code is for: a new password, or the confirmation of a sign-up. */
export type Purpose = 'reset' | 'sign-up';

const HOUR_MS = 60 * 60_000;

/** How long a code holds: "the confirmation code expires in one hour" for a password, a day for a sign-up. */
const validityMs: Record<Purpose, number> = { reset: HOUR_MS, 'sign-up': 24 * HOUR_MS };

/** Codes that a user may ask for within an hour, and wrong answers that one code takes. */
const REQUESTS = 5;
const ANSWERS = 5;

interface Sent {
  code: string;
  expiresAt: number;
  failures: number;
}

/** The codes of account recovery and sign-up: one at a time for each user and purpose, the newest. */
export class VerificationCodes {
  #sent = new Map<string, Sent>();
  #requests = new Map<string, number[]>();

  constructor(
    private readonly clock: Clock,
    private readonly random: RandomBytes,
  ) {}

  /** A new code that the user asks for; throws where they have asked too often. */
  request(purpose: Purpose, user: User): string {
    const key = `${purpose} ${user.username}`;
    const now = this.clock();
    const recent = (this.#requests.get(key) ?? []).filter((at) => at > now - HOUR_MS);
    if (recent.length >= REQUESTS) throw limitExceeded();
    this.#requests.set(key, [...recent, now]);
    return this.issue(purpose, user);
  }

  /** A new code, in the place of the last one. */
  issue(purpose: Purpose, { username }: User): string {
    const code = randomDigits(this.random, 6);
    const expiresAt = this.clock() + validityMs[purpose];
    this.#sent.set(`${purpose} ${username}`, { code, expiresAt, failures: 0 });
    return code;
  }

  /** Throws where this is not the code that was sent, or it holds no longer. */
  check(purpose: Purpose, { username }: User, code: string): void {
    const sent = this.#sent.get(`${purpose} ${username}`);
    if (!sent || this.clock() >= sent.expiresAt) throw expiredVerificationCode();
    if (sent.failures >= ANSWERS) throw tooManyFailedAttempts();
    if (code === sent.code) return;
    sent.failures++;
    throw wrongVerificationCode();
  }

  /** The code has served. */
  spend(purpose: Purpose, { username }: User): void {
    this.#sent.delete(`${purpose} ${username}`);
  }
}
