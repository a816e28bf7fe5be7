import { html } from 'lit';
import type { ResetPasswordState } from '../flow/state.js';
import { actions, resendAction } from './parts/actions.js';
import { mainButton } from './parts/buttons.js';
import { codeField } from './parts/code-field.js';
import { mailedAnew, mailedCodeProblem } from './parts/mailed-code.js';
import { newPasswordField } from './parts/new-password-field.js';
import { fieldInError } from './parts/problem.js';
import { keptUsername, who } from './parts/who.js';
import type { StepView, View } from './step-view.js';

const fields = ['code', 'password'];

export const resetPassword: StepView<ResetPasswordState> = {
  heading: (_, { text }) => text.resetPassword.heading,
  // Neutral: nobody shall learn whether there is such a user.
  intro: ({ forced, username }, { text: { resetPassword: text } }) =>
    forced ? { text: text.forcedIntro } : { text: text.intro, emphasised: username },
  form: (state, view) => html`
    ${keptUsername(state, view)} ${codeField(asking(state, view), view)} ${newPasswordField(asking(state, view), view)}
    ${mainButton({
      label: view.text.resetPassword.submit,
      busyLabel: busyText(state, view),
      busy: state.busy !== null && state.busy !== 'resend',
    })}
    ${actions(resendAction(state.resend, state.busy === 'resend', view))} ${who(state, view)}
  `,
  submit: (_, read) => ({ type: 'submit-reset', code: read('code'), password: read('password') }),
  focus: ({ error }) => fieldInError(error, fields) ?? 'code',
  busyText,
  problemText: mailedCodeProblem,
  asksAnew: mailedAnew,
};

function busyText({ busy }: ResetPasswordState, { text }: View): string {
  if (busy === 'resend') return text.shared.resending;
  return busy === 'authenticate' ? text.signIn.submitting : text.resetPassword.submitting;
}

const asking = (state: ResetPasswordState, view: View) => ({
  ...{ problem: state.error, problemSentence: mailedCodeProblem(state, view) },
  ...{ fields, busy: state.busy !== null },
});
