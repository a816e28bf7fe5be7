import { codeSentAt } from './attempt.js';
import type { Transition } from './command.js';
import type { LoginError } from './error.js';
import type { Terms } from './event.js';
import { begunBy } from './sign-in-by.js';
import { firstStep, type LoginState } from './state.js';

/** A sign-in that the service refused: the name stays, and the sentence says why, or the step that mends it follows. */
export function signInRefused(state: LoginState, error: LoginError, terms: Terms): Transition {
  const { username, name } = state;
  if (error.code === 'reset-required') return arriveAtForcedReset(username, terms);
  if (error.code === 'confirm-required') return arriveAtConfirmation(state, terms);
  return [
    firstStep(username, error),
    [{ type: 'abandon' }, { type: 'forget-password' }, { type: 'failure', error, step: name }],
  ];
}

/** The pool demands a new password, and whoever set it to do so had the code sent: no second message goes out by itself. */
const arriveAtForcedReset = (username: string, { at }: Terms): Transition => [
  {
    ...{ name: 'reset-password', username, busy: null, error: null },
    forced: true,
    resend: { ...codeSentAt(at), availableAt: at },
  },
  [{ type: 'forget-password' }],
];

/** The account is not confirmed yet. Its code was sent at sign-up; none is sent by itself now. */
const arriveAtConfirmation = (from: LoginState, { at, passwordKept, sessionLength }: Terms): Transition => [
  {
    ...{ name: 'confirm-sign-up', username: from.username, busy: null, error: null, destination: null },
    resend: { ...codeSentAt(at), availableAt: at },
    by: begunBy(from),
    kept: passwordKept,
    keptUntil: at + sessionLength,
  },
  [],
];
