import { afterTokens } from '../after-tokens.js';
import { stay } from '../attempt.js';
import type { Transition } from '../command.js';
import type { LoginError } from '../error.js';
import type { LoginEvent } from '../event.js';
import type { AddPasskeyState } from '../state.js';

export function addPasskey(state: AddPasskeyState, event: LoginEvent): Transition {
  if (event.type !== 'answer-offer' || state.busy) return [state, []];
  if (!event.accepted) return afterTokens(state.username, state.offers);
  return [{ ...state, busy: 'add', error: null }, [{ type: 'add-passkey' }]];
}

/** Whoever is signed in stays so: they try again, or do without. */
export const addPasskeyFailed = (state: AddPasskeyState, error: LoginError): Transition => [
  stay(state, error),
  [{ type: 'failure', error, step: 'add-passkey' }],
];
