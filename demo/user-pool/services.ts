import { type Bytes, toBigInt, toHex } from './bytes.js';
import type { LogEntry } from './protocol.js';
import type { Message } from './outbox.js';

/** The present, in milliseconds since the epoch. */
export type Clock = () => number;

/** Returns so many bytes that nobody can guess. */
export type RandomBytes = (length: number) => Bytes;

/** What a user pool needs from outside. It has no clock, no chance and no post of its own, so that a test can hold all three. */
export interface Services {
  clock: Clock;
  random: RandomBytes;
  /** Receives every SMS and e-mail message. */
  outbox: { deliver(message: Message): void };
  /** Is told of every request answered; never sees a secret. */
  log?: (entry: LogEntry) => void;
}

/** A version 4 UUID (RFC 9562, section 5.4). */
export function uuid(random: RandomBytes): string {
  const hex = toHex(random(16));
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4];
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, variant + hex.slice(17, 20), hex.slice(20)].join(
    '-',
  );
}

/** A code of decimal digits; leading zeros count. 16 random bytes keep the bias of the remainder below 10^-28. */
export const randomDigits = (random: RandomBytes, length: number): string =>
  (toBigInt(random(16)) % 10n ** BigInt(length)).toString().padStart(length, '0');
