import { afterTokens, skipOffer } from '../after-tokens.js';
import { endAttempt, stay } from '../attempt.js';
import type { Transition } from '../command.js';
import { endsAttempt, type LoginError } from '../error.js';
import type { LoginEvent } from '../event.js';
import type { AddPasskeyState } from '../state.js';

export function addPasskey(state: AddPasskeyState, event: LoginEvent): Transition {
  if (event.type !== 'answer-offer' || state.busy === 'skip') return [state, []];
  // Also while the browser's prompt is open, which may be on another screen: it is closed then.
  if (!event.accepted) return skipOffer(state);
  if (state.busy) return [state, []];
  return [{ ...state, busy: 'add', error: null }, [{ type: 'add-passkey' }]];
}

/** Whoever is signed in stays so, whatever was refused: they try again, or do without. */
export function addPasskeyFailed(state: AddPasskeyState, error: LoginError): Transition {
  if (error.code === 'session-expired') return endAttempt(state, error);
  if (state.busy === 'skip') return afterTokens(state.username, state.offers);
  const shown: LoginError = endsAttempt(error.code) ? { code: 'passkey-failed', retryable: false } : error;
  return [stay(state, shown), [{ type: 'failure', error, step: 'add-passkey' }]];
}
