import { toBase64 } from './bytes.js';
import { invalidSession, sessionExpired, sessionSpent } from './errors.js';
import type { Clock, RandomBytes } from './services.js';
import type { Device } from './devices.js';
import type { Handshake } from './srp.js';
import type { Mfa } from './users.js';

/** What a sign-in has behind it. Each session of a chain hands it on to the next. */
export interface Passed {
  /** The sign-in began with CUSTOM_AUTH. */
  customAuth?: true;
  /** Rounds of CUSTOM_CHALLENGE that were answered rightly. */
  customRounds?: number;
  wrongCustomAnswers?: number;
  /** The challenge of the setting `unknownChallenge` was answered. */
  unknownChallenge?: true;
  /** The answer to SELECT_MFA_TYPE. */
  chosenMfa?: Mfa;
  /** The address that MFA_SETUP was answered with; a code by e-mail has to prove it. */
  newEmail?: string;
  /** VerifySoftwareToken took a code within this sign-in. */
  softwareTokenVerified?: true;
  /** No second factor is due any more. */
  secondFactor?: true;
  /** The device that the client named, a known one. */
  device?: Device;
  /** The device has proved that it is the one named. */
  deviceProved?: true;
}

/** A challenge that waits for its answer. */
export interface Session {
  /** Cognito's Session; for an SRP handshake, which has none, its SECRET_BLOCK. */
  id: string;
  clientId: string;
  username: string;
  /** Its ChallengeName. */
  challenge: string;
  /** The code that was sent, where one was. */
  code?: string;
  /** The SRP numbers, where the challenge is a verifier. */
  handshake?: Handshake;
  /** Whether the answer has to name the Session although SECRET_BLOCK does already. */
  sessionRequired?: boolean;
  /** The challenge that a passkey has to sign, in base64url. */
  webAuthnChallenge?: string;
  passed?: Passed;
}

/** What a session has to be of; the operations that set up a second factor name no client and no user. */
type Bound = Pick<Session, 'id' | 'challenge'> & Partial<Pick<Session, 'clientId' | 'username'>>;

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
  find({ id, ...bound }: Bound): Session {
    const record = this.#records.get(id);
    const { challenge, clientId = record?.clientId, username = record?.username } = bound;
    const fits = record?.challenge === challenge && record.clientId === clientId;
    if (!fits || record.username !== username) throw invalidSession();
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
