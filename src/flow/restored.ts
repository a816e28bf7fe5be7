import { arriveAtCode } from './arrive.js';
import type { Transition } from './command.js';
import type { LoginEvent, Terms } from './event.js';
import type { Restored } from './outcome.js';
import { firstStep, isSignedIn } from './state.js';
import type { AddPasskeyState, LoginState, RememberDeviceState, SignedInState, SignInState } from './state.js';

/** What was found in the storage: nobody signs in anew by it, so the page hears of a step, and of no success. */
export function restored(state: LoginState, { found, terms }: Extract<LoginEvent, { type: 'restored' }>): Transition {
  if (state.busy) return [state, []];
  if (isSignedIn(state)) return stillSignedIn(state, found);
  return state.name === 'sign-in' && found ? takeUp(state, found, terms) : [state, []];
}

function takeUp(state: SignInState, found: Restored, terms: Terms): Transition {
  const { username } = found;
  if (found.kind === 'session') return [{ name: 'signed-in', username, busy: null, error: null }, []];
  // The password is gone with the page that it was typed in; the code was sent before.
  const resend = terms.resend === 'keep' ? 'ask' : terms.resend;
  const [code] = arriveAtCode({ ...state, username }, found.needed, { ...terms, resend });
  return [{ ...code, expiresAt: found.expiresAt }, []];
}

/** Another tab may have signed this person out, or somebody else in. */
function stillSignedIn(
  state: SignedInState | RememberDeviceState | AddPasskeyState,
  found: Restored | null,
): Transition {
  const { username } = state;
  if (found?.kind === 'session' && found.username === username) return [state, []];
  const signedOut = { type: 'signed-out', username, global: false } as const;
  return [{ ...firstStep(), notice: 'signed-out' }, found ? [signedOut, { type: 'restore' }] : [signedOut]];
}
