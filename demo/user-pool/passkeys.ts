import type { WebAuthnCredential } from '@simplewebauthn/server';
import type { Clock } from './services.js';
import type { User } from './users.js';

/** A passkey that a user has registered: what checks its signatures, and what a list of passkeys shows. */
export interface Passkey extends WebAuthnCredential {
  relyingPartyId: string;
  /** `platform` or `cross-platform`, where the browser says. */
  attachment: string | undefined;
  transports: string[];
  /** Milliseconds since the epoch. */
  createdAt: number;
}

/** How long a registration may take; the service says no more than that its challenge expires. */
const REGISTRATION_MS = 5 * 60_000;

/** The passkeys of all users, and the registrations under way. */
export class Passkeys {
  #byUser = new Map<User, Passkey[]>();
  #challenges = new Map<User, { challenge: string; expiresAt: number }>();

  constructor(private readonly clock: Clock) {}

  of(user: User): readonly Passkey[] {
    return this.#byUser.get(user) ?? [];
  }

  add(user: User, passkey: Passkey): void {
    this.#byUser.set(user, [...this.of(user), passkey]);
  }

  /** False where there is no such passkey. */
  remove(user: User, id: string): boolean {
    const left = this.of(user).filter((passkey) => passkey.id !== id);
    const found = left.length < this.of(user).length;
    this.#byUser.set(user, left);
    return found;
  }

  expect(user: User, challenge: string): void {
    this.#challenges.set(user, { challenge, expiresAt: this.clock() + REGISTRATION_MS });
  }

  /** The challenge of the registration under way, once; undefined where there is none, or no longer. */
  takeChallenge(user: User): string | undefined {
    const pending = this.#challenges.get(user);
    this.#challenges.delete(user);
    return pending && this.clock() < pending.expiresAt ? pending.challenge : undefined;
  }
}
