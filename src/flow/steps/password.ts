import { endAttempt, stay } from '../attempt.js';
import type { Transition } from '../command.js';
import { endsAttempt, type LoginError } from '../error.js';
import type { LoginEvent, Terms } from '../event.js';
import { signInRefused } from '../refused-sign-in.js';
import type { PasswordState } from '../state.js';
import { toForgotPassword } from './forgot-password.js';

export function password(state: PasswordState, event: LoginEvent): Transition {
  if (state.busy) return [state, []];
  const { username } = state;
  if (event.type === 'use-another-method' && state.alternatives)
    return [{ ...state, busy: 'choose', error: null }, [{ type: 'reauthenticate', username, to: 'choice' }]];
  if (event.type === 'forgot-password') return [toForgotPassword(event.username.trim()), [{ type: 'abandon' }]];
  if (event.type !== 'submit-password') return [state, []];
  if (!event.password) return [{ ...state, error: { code: 'password-missing' } }, []];
  const command = { type: 'authenticate', username, password: event.password, factor: 'password' } as const;
  return [{ ...state, busy: 'authenticate', error: null }, [command]];
}

/** A wrong password is typed again here: it takes a session of its own, so none is lost. */
export function passwordFailed(state: PasswordState, error: LoginError, terms: Terms): Transition {
  const { code } = error;
  if (code === 'reset-required' || code === 'confirm-required') return signInRefused(state, error, terms);
  const refused = code === 'invalid-credentials' || code === 'locked' || code === 'clock-skew';
  const staying = !endsAttempt(code) || (refused && state.busy === 'authenticate');
  if (!staying) return endAttempt(state, error);
  return [stay(state, error), [{ type: 'forget-password' }, { type: 'failure', error, step: 'password' }]];
}
