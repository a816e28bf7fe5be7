import type { Transition } from '../command.js';
import type { FieldErrorCode, LoginError } from '../error.js';
import type { LoginEvent } from '../event.js';
import { firstStep, type SignInState } from '../state.js';

export function signIn(state: SignInState, event: LoginEvent): Transition {
  switch (event.type) {
    case 'submit-credentials':
      return state.busy ? [state, []] : submit(state, event.username.trim(), event.password);
    case 'prefill':
      // While a sign-in is under way the name is the one that was submitted.
      return [state.busy ? state : { ...state, username: event.username.trim() }, []];
    case 'hide':
      // What is under way goes on, but a resend would have to ask.
      return [state, [{ type: 'forget-password' }]];
    default:
      return [state, []];
  }
}

/** The first step refused: the name stays, and the sentence says why. */
export const signInFailed = (state: SignInState, error: LoginError): Transition => [
  firstStep(state.username, error),
  [{ type: 'forget-password' }, { type: 'failure', error, step: 'sign-in' }],
];

function submit(state: SignInState, username: string, password: string): Transition {
  const missing = missingField(username, password);
  if (missing) return [{ ...state, username, error: { code: missing } }, []];
  return [{ ...state, username, busy: 'authenticate', error: null }, [{ type: 'authenticate', username, password }]];
}

function missingField(username: string, password: string): FieldErrorCode | null {
  if (!username) return 'username-missing';
  return password ? null : 'password-missing';
}
