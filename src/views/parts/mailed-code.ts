import type { ConfirmSignUpState, ResetPasswordState } from '../../flow/state.js';
import type { View } from '../step-view.js';
import { newPasswordProblemText } from './problem.js';

/** A step with a code that belongs to the account, and to no session. */
type State = Pick<ConfirmSignUpState | ResetPasswordState, 'error' | 'resend'>;

/** Another code is one press away, so nobody has to start again. */
export function mailedCodeProblem({ error }: State, view: View): string {
  if (error?.code === 'code-expired') return view.text.shared.codeExpired;
  return error ? newPasswordProblemText(error, view) : '';
}

/** Whether another code is on its way, perhaps by another way. */
export const mailedAnew = (state: State, previous: State): boolean =>
  state.resend.availableAt > previous.resend.availableAt && state.error === null;
