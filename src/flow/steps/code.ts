import { asked, canResend, endAttempt, resendAfter, tick } from '../attempt.js';
import type { Command, Transition } from '../command.js';
import { endsAttempt, type LoginError } from '../error.js';
import type { LoginEvent } from '../event.js';
import { readCode } from '../read-code.js';
import { firstStep, type CodeState, type Resend } from '../state.js';

export function code(state: CodeState, event: LoginEvent): Transition {
  switch (event.type) {
    case 'submit-code':
      return state.busy ? [state, []] : submitCode(state, event.code);
    case 'request-code':
      return canResend(state, state.resend, event.at) ? requestCode(state) : [state, []];
    case 'submit-password':
      return canResend(state, state.resend, event.at) ? submitPassword(state, event.password) : [state, []];
    case 'dismiss-request':
      return state.busy ? [state, []] : [dismissRequest(state), []];
    case 'use-another-method':
      return state.busy || !state.another ? [state, []] : useAnother(state);
    case 'hide':
      return [askNextTime(state), []];
    case 'tick':
      return tick(state, event.at);
    default:
      return [state, []];
  }
}

/** A code, or the request for a new one, was refused. */
export function codeFailed(state: CodeState, error: LoginError, at: number): Transition {
  const failure: Command = { type: 'failure', error, step: 'code' };
  if (state.busy === 'resend') return resendFailed(state, error, at, failure);
  if (endsAttempt(error.code)) return endAttempt(state, error);
  return [{ ...state, busy: null, error }, [failure]];
}

function submitCode(state: CodeState, text: string): Transition {
  const found = readCode(text);
  if (!found) return [{ ...state, error: { code: text.trim() ? 'code-format' : 'code-missing' } }, []];
  return [{ ...state, busy: 'confirm', error: null }, [{ type: 'answer', answer: { kind: 'code', code: found } }]];
}

function requestCode(state: CodeState): Transition {
  const { resend, username } = state;
  if (resend?.mode === 'ask') return [{ ...state, error: null, resend: { ...resend, asking: true } }, []];
  return [resending(state), [{ type: 'reauthenticate', username, to: 'code' }]];
}

function submitPassword(state: CodeState, password: string): Transition {
  if (!state.resend?.asking) return [state, []];
  if (!password) return [{ ...state, error: { code: 'password-missing' } }, []];
  return [resending(state), [{ type: 'authenticate', username: state.username, password, to: 'code' }]];
}

/** Counted when it is asked for: an answer that got lost may have sent its message all the same. */
const resending = (state: CodeState): CodeState => ({
  ...state,
  busy: 'resend',
  error: null,
  resend: state.resend && asked(state.resend),
});

/** The code that was sent before still counts, unless the service refused the person. */
function resendFailed(state: CodeState, error: LoginError, at: number, failure: Command): Transition {
  const { resend } = state;
  const mistyped = error.code === 'invalid-credentials' && resend?.asking;
  if (endsAttempt(error.code) && !mistyped) return endAttempt(state, error);
  const after = resend && (mistyped ? notSent(resend, at) : resendAfter(resend, error, at));
  const commands: Command[] = resend?.mode === 'ask' ? [{ type: 'forget-password' }, failure] : [failure];
  return [{ ...state, busy: null, error, resend: after && closedWhileResting(after, at) }, commands];
}

/** A refused password is the one answer that proves no message was sent. */
const notSent = (resend: Resend, at: number): Resend => ({ ...resend, availableAt: at, left: resend.left + 1 });

/** While no other code can be asked for, its button says so, and the password's field would lead nowhere. */
const closedWhileResting = (resend: Resend, at: number): Resend => ({
  ...resend,
  asking: resend.asking && canResend({ busy: null }, resend, at),
});

const dismissRequest = (state: CodeState): CodeState => ({
  ...state,
  error: null,
  resend: state.resend && { ...state.resend, asking: false },
});

/**
 * To the choice of methods, by a fresh sign-in; by the first step where that takes a password that is not known any more, or where this
 * attempt has sent all the codes that it may.
 */
function useAnother(state: CodeState): Transition {
  const { username, another, resend } = state;
  if (another === 'ask' || resend?.left === 0)
    return [{ ...firstStep(username), notice: 'another' }, [{ type: 'abandon' }, { type: 'forget-password' }]];
  return [{ ...state, busy: 'choose', error: null }, [{ type: 'reauthenticate', username, to: 'choice' }]];
}

const askNextTime = (state: CodeState): CodeState =>
  state.passwordless || !(state.resend || state.another)
    ? state
    : { ...state, resend: state.resend && { ...state.resend, mode: 'ask' }, another: state.another && 'ask' };
