import { arrive } from './arrive.js';
import type { Command, Transition } from './command.js';
import type { LoginError } from './error.js';
import type { LoginEvent, Terms } from './event.js';
import type { Outcome } from './outcome.js';
import { firstStep, type LoginState } from './state.js';
import { code, codeFailed } from './steps/code.js';
import { signIn, signInFailed } from './steps/sign-in.js';
import { signedInFailed } from './steps/signed-in.js';

/** Drops the attempt and everything kept for it. */
const dropAttempt: readonly Command[] = [{ type: 'abandon' }, { type: 'forget-password' }];

/** The whole of what may happen: (state, event) to the next state and what is to be done. Pure. */
export function transition(state: LoginState, event: LoginEvent): Transition {
  switch (event.type) {
    case 'answer':
      return answer(state, event.outcome, event.terms);
    case 'start-over':
      return [firstStep(state.username), dropAttempt];
    case 'leave':
      return leave(state);
    case 'sign-out':
      return signOut(state, event.global);
    default:
      return inStep(state, event);
  }
}

function inStep(state: LoginState, event: LoginEvent): Transition {
  switch (state.name) {
    case 'sign-in':
      return signIn(state, event);
    case 'code':
      return code(state, event);
    case 'signed-in':
      return [state, []];
    default:
      return state satisfies never;
  }
}

/** An answer to nothing that is under way is dropped: it is late. */
function answer(state: LoginState, outcome: Outcome, terms: Terms): Transition {
  if (!state.busy) return [state, []];
  return outcome.kind === 'failed' ? failed(state, outcome.error, terms) : arrive(state, outcome, terms);
}

function failed(state: LoginState, error: LoginError, { at }: Terms): Transition {
  switch (state.name) {
    case 'sign-in':
      return signInFailed(state, error);
    case 'code':
      return codeFailed(state, error, at);
    case 'signed-in':
      return signedInFailed(state, error);
    default:
      return state satisfies never;
  }
}

/** A sign-out goes on without the element, so the person is out. */
const leave = (state: LoginState): Transition => [
  state.name === 'signed-in' && !state.busy ? state : firstStep(state.username),
  dropAttempt,
];

function signOut(state: LoginState, global: boolean): Transition {
  if (state.busy === 'sign-out') return [state, []];
  // Also at the first step: an earlier visit's tokens may lie in the storage.
  const leaving = state.name === 'signed-in' ? { ...state, error: null } : firstStep(state.username);
  return [{ ...leaving, busy: 'sign-out' }, [...dropAttempt, { type: 'sign-out', global }]];
}
