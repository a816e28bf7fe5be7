import type { Transition } from '../command.js';
import type { LoginEvent } from '../event.js';
import type { ForgotPasswordState } from '../state.js';

export const toForgotPassword = (username: string): ForgotPasswordState => ({
  name: 'forgot-password',
  username,
  busy: null,
  error: null,
});

export function forgotPassword(state: ForgotPasswordState, event: LoginEvent): Transition {
  if (event.type !== 'request-reset' || state.busy) return [state, []];
  const username = event.username.trim();
  const fault = username ? event.fault : 'username-missing';
  if (fault) return [{ ...state, username, error: { code: fault } }, []];
  return [{ ...state, username, busy: 'request', error: null }, [{ type: 'request-reset', username }]];
}
