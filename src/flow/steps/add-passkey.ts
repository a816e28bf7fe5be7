import { afterTokens } from '../after-tokens.js';
import { endAttempt, stay } from '../attempt.js';
import type { Transition } from '../command.js';
import { endsAttempt, type LoginError } from '../error.js';
import type { LoginEvent } from '../event.js';
import type { AddPasskeyState } from '../state.js';

export function addPasskey(state: AddPasskeyState, event: LoginEvent): Transition {
  if (event.type !== 'answer-offer') return [state, []];
  if (!event.accepted) return doWithout(state);
  if (state.busy) return [state, []];
  return [{ ...state, busy: 'add', error: null }, [{ type: 'add-passkey' }]];
}

/** Also while the browser's prompt is open, which may be on another screen: it is closed then. */
function doWithout(state: AddPasskeyState): Transition {
  const [next, commands] = afterTokens(state.username, state.offers);
  return [next, state.busy ? [{ type: 'abandon' }, ...commands] : commands];
}

/** Whoever is signed in stays so, whatever was refused: they try again, or do without. */
export function addPasskeyFailed(state: AddPasskeyState, error: LoginError): Transition {
  if (error.code === 'session-expired') return endAttempt(state, error);
  const shown: LoginError = endsAttempt(error.code) ? { code: 'passkey-failed', retryable: false } : error;
  return [stay(state, shown), [{ type: 'failure', error, step: 'add-passkey' }]];
}
