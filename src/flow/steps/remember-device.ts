import { afterTokens, skipOffer } from '../after-tokens.js';
import { endAttempt } from '../attempt.js';
import type { Transition } from '../command.js';
import type { LoginError } from '../error.js';
import type { LoginEvent } from '../event.js';
import type { RememberDeviceState } from '../state.js';

export function rememberDevice(state: RememberDeviceState, event: LoginEvent): Transition {
  if (event.type !== 'answer-offer' || state.busy) return [state, []];
  if (!event.accepted) return skipOffer(state);
  return [{ ...state, busy: 'remember', error: null }, [{ type: 'remember-device' }]];
}

/** Nobody is kept from signing in because a convenience failed: the page hears of the success alone. */
export const rememberDeviceFailed = (state: RememberDeviceState, error: LoginError): Transition =>
  error.code === 'session-expired' ? endAttempt(state, error) : afterTokens(state.username, state.offers);
