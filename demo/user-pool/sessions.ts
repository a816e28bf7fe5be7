import type { ChallengeNameType } from '@aws-sdk/client-cognito-identity-provider';
import { toBase64 } from './bytes.js';
import { invalidSession, sessionExpired, sessionSpent } from './errors.js';
import type { Clock, RandomBytes } from './services.js';
import type { Handshake } from './srp.js';

/** A challenge that waits for its answer. */
export interface Session {
  /** Cognito's Session; for an SRP handshake, which has none, its SECRET_BLOCK. */
  id: string;
  clientId: string;
  username: string;
  challenge: ChallengeNameType;
  /** The code that was sent, where one was. */
  code?: string;
  /** The SRP numbers, where the challenge is a verifier. */
  handshake?: Handshake;
}

interface Kept extends Session {
  expiresAt: number;
  spent: boolean;
}

/** How long a spent or expired session is remembered, to say why it is refused. */
const MEMORY_MS = 60 * 60_000;

/** Sessions are random, of one use, bound to client, user and challenge, and expire. */
export class Sessions {
  #records = new Map<string, Kept>();

  constructor(
    private readonly clock: Clock,
    private readonly random: RandomBytes,
    private readonly validityMs: number,
  ) {}

  open(session: Omit<Session, 'id'>): Session {
    this.#forget();
    const record = {
      ...session,
      id: toBase64(this.random(96)),
      expiresAt: this.clock() + this.validityMs,
      spent: false,
    };
    this.#records.set(record.id, record);
    return record;
  }

  /** Finds the session that is bound to all of these, or throws what the service says of it. */
  find(bound: Pick<Session, 'id' | 'clientId' | 'username' | 'challenge'>): Session {
    const record = this.#records.get(bound.id);
    const fits = record?.clientId === bound.clientId && record.challenge === bound.challenge;
    if (!fits || record.username !== bound.username) throw invalidSession();
    if (record.spent) throw sessionSpent();
    if (this.clock() >= record.expiresAt) throw sessionExpired();
    return record;
  }

  /** Throws where another request was faster, so that two at once cannot both use it. */
  spend({ id }: Session): void {
    const record = this.#records.get(id);
    if (!record || record.spent) throw sessionSpent();
    record.spent = true;
  }

  #forget(): void {
    const longAgo = this.clock() - MEMORY_MS;
    for (const [id, { expiresAt }] of this.#records) if (expiresAt < longAgo) this.#records.delete(id);
  }
}
