import { resendLimit } from './attempt.js';
import type { Channel, Factor } from './outcome.js';
import type { EarlierCode, LoginState } from './state.js';

/** What "Use another method" takes along from a step; null where the pool goes on by itself, and another code is another matter. */
export function earlierCode(from: LoginState): EarlierCode | null {
  if (!('earlier' in from)) return null;
  if (from.name !== 'code') return from.earlier;
  if (from.busy !== 'choose') return null;
  const { channel, resend, earlier } = from;
  return resend ? { channel, availableAt: resend.availableAt, left: resend.left } : earlier;
}

/** How many codes may be asked for once one has come. */
export function codesLeft(from: LoginState): number {
  // Counted when it was asked for.
  if (from.name === 'code' && from.busy !== 'choose') return from.resend?.left ?? resendLimit;
  const earlier = earlierCode(from);
  return earlier ? earlier.left - 1 : resendLimit;
}

/** When a choice sends no second code by the same channel so soon, in milliseconds since 1970. */
export const restsUntil = (earlier: EarlierCode | null, way: Channel | Factor): number =>
  earlier?.channel === way ? earlier.availableAt : 0;
