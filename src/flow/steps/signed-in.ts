import type { Transition } from '../command.js';
import type { LoginError } from '../error.js';
import type { SignedInState } from '../state.js';

/** A sign-out that failed; the port signs this device out whatever the service says, so this is rare. */
export const signedInFailed = (state: SignedInState, error: LoginError): Transition => [
  { ...state, busy: null, error },
  [{ type: 'failure', error, step: 'signed-in' }],
];
