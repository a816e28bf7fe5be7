import type { CodeNeeded, Factor } from '../flow/outcome.js';
import type { Answer } from '../flow/ports.js';

/** A choice that holds no secret, so that a fresh sign-in can make it again. */
export type Choice = Extract<Answer, { kind: 'mfa' | 'email' }> | { readonly kind: 'set-up'; readonly factor: 'totp' };

/** The way that an attempt came, without its secrets: what a fresh sign-in to the same point takes. */
export interface Trail {
  readonly username: string;
  /** Whether the flow itself begins with the password. */
  readonly passwordFirst: boolean;
  /** Choice-based sign-in: what it began with, or null. */
  readonly first: Factor | null;
  /** Whether the pool is known to offer nothing else to begin with. */
  readonly alone: boolean;
  readonly choices: readonly Choice[];
  /** Whether it holds an answer that serves once: a code, one of a page's, a passkey's. */
  readonly once: boolean;
  readonly byPasskey: boolean;
}

/** What was given to a challenge: the person's answer, or the password inside choice-based sign-in. */
export type Given = Answer | { readonly kind: 'password'; readonly password: string };

/**
 * The trail with one more answer. A new password leaves no trace: it counts from then on, and the pool will not ask for it
 * again.
 */
export function extend(trail: Trail, given: Given): Trail {
  switch (given.kind) {
    case 'mfa':
    case 'email':
      return { ...trail, choices: [...trail.choices, given] };
    case 'set-up':
      // By e-mail it is the address that comes next, which says as much.
      if (given.factor === 'email') return trail;
      return { ...trail, choices: [...trail.choices, { kind: 'set-up', factor: 'totp' }] };
    case 'factor':
      return { ...trail, first: given.factor };
    case 'password':
      return { ...trail, first: 'password' };
    case 'new-password':
      return trail;
    case 'passkey':
      return { ...trail, once: true, byPasskey: true };
    case 'code':
    case 'challenge':
      return { ...trail, once: true };
    default:
      return given satisfies never;
  }
}

/** What a fresh sign-in to this point takes. */
export function againBy({ once, passwordFirst, first }: Trail): CodeNeeded['again'] {
  if (once) return null;
  return passwordFirst || first === 'password' ? 'password' : 'username';
}

/** Whether the pool offers something else to begin with, as far as it is known. */
export const hasOtherFactors = ({ first, alone }: Trail): boolean => first !== null && !alone;

/** Whether there was a choice on the way, or an address was typed, which may be mistyped. */
export const hasChoice = (trail: Trail): boolean =>
  hasOtherFactors(trail) || trail.choices.some(({ kind }) => kind === 'mfa' || kind === 'email');
