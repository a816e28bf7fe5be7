import type { Transition } from './command.js';
import type { Offer } from './outcome.js';
import type { AddPasskeyState, RememberDeviceState } from './state.js';

/** Signed in, after what is offered first: the page hears of the success when nothing more is asked of the person. */
export function afterTokens(username: string, [offer, ...offers]: readonly Offer[]): Transition {
  const step = { username, busy: null, error: null };
  const forget = { type: 'forget-password' } as const;
  if (offer === 'device') return [{ ...step, name: 'remember-device', offers }, [forget]];
  if (offer === 'passkey') return [{ ...step, name: 'add-passkey', offers }, [forget]];
  return [{ ...step, name: 'signed-in' }, [forget, { type: 'success', username }]];
}

/** "Not now". By then another tab may have signed this person out, which the port looks for: the page hears of a success next. */
export function skipOffer(state: RememberDeviceState | AddPasskeyState): Transition {
  const skip = { type: 'skip-offer' } as const;
  return [{ ...state, busy: 'skip', error: null }, state.busy ? [{ type: 'abandon' }, skip] : [skip]];
}
