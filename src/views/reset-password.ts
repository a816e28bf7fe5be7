import { html } from 'lit';
import type { ResetPasswordState } from '../flow/state.js';
import { actions, resendAction } from './parts/actions.js';
import { mainButton } from './parts/buttons.js';
import { codeField } from './parts/code-field.js';
import { newPasswordField } from './parts/password-field.js';
import { fieldInError, problemText } from './parts/problem.js';
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
  problemText: problemSentence,
  // Another code is on its way.
  asksAnew: (state, previous) => state.resend.availableAt > previous.resend.availableAt && state.error === null,
};

function busyText({ busy }: ResetPasswordState, { text }: View): string {
  if (busy === 'resend') return text.shared.resending;
  return busy === 'authenticate' ? text.signIn.submitting : text.resetPassword.submitting;
}

/** Another code is one press away, so nobody has to start again. */
function problemSentence({ error }: ResetPasswordState, view: View): string {
  if (error?.code === 'code-expired') return view.text.shared.codeExpired;
  return error ? problemText(error, view) : '';
}

const asking = (state: ResetPasswordState, view: View) => ({
  ...{ problem: state.error, problemSentence: problemSentence(state, view) },
  ...{ fields, busy: state.busy !== null },
});
