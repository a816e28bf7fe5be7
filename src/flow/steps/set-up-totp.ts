import { secretVoid, stepFailed, tick } from '../attempt.js';
import type { Transition } from '../command.js';
import type { ErrorCode, LoginError } from '../error.js';
import type { LoginEvent } from '../event.js';
import { readCode } from '../read-code.js';
import { firstStep, type SetUpTotpState } from '../state.js';

export function setUpTotp(state: SetUpTotpState, event: LoginEvent): Transition {
  switch (event.type) {
    case 'tick':
      return tick(state, event.at);
    case 'submit-code':
      return state.busy || state.secret === null ? [state, []] : submitCode(state, event.code);
    case 'restart':
      return state.busy || state.secret !== null ? [state, []] : restart(state);
    case 'hide':
      return [{ ...state, kept: false }, []];
    default:
      return [state, []];
  }
}

/** A wrong code keeps the secret: the app has it by now. */
function submitCode(state: SetUpTotpState, text: string): Transition {
  const code = readCode(text);
  // VerifySoftwareToken takes six digits, neither more nor fewer.
  if (code?.length !== 6) return [{ ...state, error: { code: text.trim() ? 'code-format' : 'code-missing' } }, []];
  return [{ ...state, busy: 'confirm', error: null }, [{ type: 'answer', answer: { kind: 'code', code } }]];
}

function restart(state: SetUpTotpState): Transition {
  const { username } = state;
  if (!state.kept) return [firstStep(username), [{ type: 'forget-password' }]];
  return [{ ...state, busy: 'restart', error: null }, [{ type: 'reauthenticate', username, to: 'code' }]];
}

const sessionOver: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['session-expired', 'session-spent', 'code-expired']);

/** A session that is over by the service's word is over as by this side's clock. */
export const setUpTotpFailed = (state: SetUpTotpState, error: LoginError): Transition =>
  state.busy === 'confirm' && sessionOver.has(error.code) ? secretVoid(state, error) : stepFailed(state, error);
