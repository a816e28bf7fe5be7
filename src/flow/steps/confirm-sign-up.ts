import { asked, canResend, codeSentAt, endAttempt, resendAfter, stay } from '../attempt.js';
import type { Command, Transition } from '../command.js';
import { endsAttempt, type LoginError } from '../error.js';
import type { LoginEvent, Terms } from '../event.js';
import type { Outcome } from '../outcome.js';
import { readCode } from '../read-code.js';
import { signInRefused } from '../refused-sign-in.js';
import { signInBy } from '../sign-in-by.js';
import { firstStep, type ConfirmSignUpState, type LoginState } from '../state.js';

export function confirmSignUp(state: ConfirmSignUpState, event: LoginEvent): Transition {
  switch (event.type) {
    case 'submit-code':
      return state.busy ? [state, []] : submitCode(state, event.code);
    case 'request-code':
      if (!canResend(state, state.resend, event.at)) return [state, []];
      return [
        { ...state, busy: 'resend', error: null, resend: asked(state.resend) },
        [{ type: 'request-confirmation', username: state.username }],
      ];
    case 'tick':
      if (!state.kept || state.busy || event.at < state.keptUntil) return [state, []];
      return [{ ...state, kept: false }, [{ type: 'forget-password' }]];
    case 'hide':
      return [{ ...state, kept: false }, []];
    default:
      return [state, []];
  }
}

function submitCode(state: ConfirmSignUpState, text: string): Transition {
  const code = readCode(text);
  if (!code) return [{ ...state, error: { code: text.trim() ? 'code-format' : 'code-missing' } }, []];
  const { username } = state;
  return [{ ...state, busy: 'confirm', error: null }, [{ type: 'confirm-sign-up', username, code }]];
}

/** A code that was refused leaves the account as it is; what refuses the sign-in after it leads back to the first step. */
export function confirmSignUpFailed(state: ConfirmSignUpState, error: LoginError, terms: Terms): Transition {
  if (state.busy === 'authenticate') return signInRefused(state, error, terms);
  const failure: Command = { type: 'failure', error, step: 'confirm-sign-up' };
  if (endsAttempt(error.code) && error.code !== 'code-expired') return endAttempt(state, error);
  const resend = state.busy === 'resend' ? resendAfter(state.resend, error, terms.at) : state.resend;
  return [{ ...stay(state, error), resend }, [failure]];
}

export function codeSentAgain(
  from: LoginState,
  { channel, destination }: Extract<Outcome, { kind: 'confirmation-sent' }>,
  { at }: Terms,
): Transition {
  if (from.name !== 'confirm-sign-up') return [stay(from), []];
  const { left } = from.resend;
  const sent: Command = { type: 'code-sent', channel, destination, count: codeSentAt(at).left - left };
  return [{ ...stay(from), destination, resend: codeSentAt(at, left) }, [sent]];
}

/** With what was typed, without asking again; the first step asks where that is no longer known. */
export function signInAfterwards(from: LoginState): Transition {
  if (from.name !== 'confirm-sign-up') return [stay(from), []];
  const { username, by } = from;
  if (by === 'password' && !from.kept) return [{ ...firstStep(username), notice: 'confirmed' }, []];
  const call = by === 'password' ? ({ type: 'reauthenticate', username, to: 'code' } as const) : signInBy(by, username);
  return [{ ...from, busy: 'authenticate', error: null }, [call]];
}
