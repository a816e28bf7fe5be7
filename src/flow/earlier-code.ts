import { resendLimit } from './attempt.js';
import type { Channel, Factor } from './outcome.js';
import type { EarlierCodes, LoginState } from './state.js';

/** What "Use another method" takes along from a step; null where the pool goes on by itself, and another code is another matter. */
export function earlierCodes(from: LoginState): EarlierCodes | null {
  if (!('earlier' in from)) return null;
  if (from.name !== 'code') return from.earlier;
  if (from.busy !== 'choose') return null;
  const { channel, resend, earlier } = from;
  if (!resend) return earlier;
  return { availableAt: { ...earlier?.availableAt, [channel]: resend.availableAt }, left: resend.left };
}

/** How many codes may be asked for once one has come. */
export function codesLeft(from: LoginState): number {
  // Counted when it was asked for.
  if (from.name === 'code' && from.busy !== 'choose') return from.resend?.left ?? resendLimit;
  const earlier = earlierCodes(from);
  return earlier ? earlier.left - 1 : resendLimit;
}

/** When a choice sends no second code by the same channel so soon, in milliseconds since 1970. */
export function restsUntil(earlier: EarlierCodes | null, way: Channel | Factor): number {
  const rests: Partial<Record<Channel | Factor, number>> = earlier?.availableAt ?? {};
  return rests[way] ?? 0;
}
