import { asked, canResend, codeSentAt, endAttempt, resendAfter, stay } from '../attempt.js';
import type { Transition } from '../command.js';
import { endsAttempt, type LoginError } from '../error.js';
import type { LoginEvent, Terms } from '../event.js';
import { readCode } from '../read-code.js';
import { signInRefused } from '../refused-sign-in.js';
import { firstStep, type LoginState, type ResetPasswordState } from '../state.js';

/** A code is on its way, if there is such a user. */
export function arriveAtReset(from: LoginState, { at }: Terms): Transition {
  if (from.name === 'reset-password') return [{ ...stay(from), resend: codeSentAt(at, from.resend.left) }, []];
  const step = { name: 'reset-password', username: from.username, busy: null, error: null } as const;
  return [{ ...step, forced: false, resend: codeSentAt(at) }, []];
}

export function resetPassword(state: ResetPasswordState, event: LoginEvent): Transition {
  switch (event.type) {
    case 'submit-reset':
      return state.busy ? [state, []] : submit(state, event.code, event.password);
    case 'request-code':
      if (!canResend(state, state.resend, event.at)) return [state, []];
      return [
        { ...state, busy: 'resend', error: null, resend: asked(state.resend) },
        [{ type: 'request-reset', username: state.username }],
      ];
    default:
      return [state, []];
  }
}

function submit(state: ResetPasswordState, text: string, password: string): Transition {
  const code = readCode(text);
  if (!code) return [{ ...state, error: { code: text.trim() ? 'code-format' : 'code-missing' } }, []];
  if (!password) return [{ ...state, error: { code: 'password-missing' } }, []];
  const { username } = state;
  return [{ ...state, busy: 'reset', error: null }, [{ type: 'reset', username, code, password }]];
}

/** A code that ran out is replaced by pressing "Send a new code", not by starting over. */
export function resetPasswordFailed(state: ResetPasswordState, error: LoginError, terms: Terms): Transition {
  if (state.busy === 'authenticate') return signInRefused(state, error, terms);
  if (endsAttempt(error.code) && error.code !== 'code-expired') return endAttempt(state, error);
  const resend = state.busy === 'resend' ? resendAfter(state.resend, error, terms.at) : state.resend;
  const commands = [{ type: 'forget-password' }, { type: 'failure', error, step: 'reset-password' }] as const;
  return [{ ...stay(state, error), resend }, commands];
}

/** Nobody types a password twice that was just chosen. */
export function signInWithNewPassword(from: LoginState, { passwordKept }: Terms): Transition {
  if (from.name !== 'reset-password') return [stay(from), []];
  const { username } = from;
  // Forgotten meanwhile, since the page was hidden.
  if (!passwordKept) return [{ ...firstStep(username), notice: 'reset' }, []];
  return [{ ...from, busy: 'authenticate', error: null }, [{ type: 'reauthenticate', username, to: 'code' }]];
}
