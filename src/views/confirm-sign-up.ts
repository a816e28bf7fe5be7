import { html } from 'lit';
import type { ConfirmSignUpState } from '../flow/state.js';
import { actions, resendAction } from './parts/actions.js';
import { mainButton } from './parts/buttons.js';
import { codeField } from './parts/code-field.js';
import { mailedAnew, mailedCodeProblem } from './parts/mailed-code.js';
import { keptUsername, who } from './parts/who.js';
import type { StepView, View } from './step-view.js';

export const confirmSignUp: StepView<ConfirmSignUpState> = {
  heading: (_, { text }) => text.confirmSignUp.heading,
  intro: ({ destination }, { text: { confirmSignUp: text } }) =>
    destination ? { text: text.introWithDestination, emphasised: destination } : { text: text.intro },
  form: (state, view) => html`
    ${keptUsername(state, view)}
    ${codeField(
      {
        ...{ problem: state.error, problemSentence: mailedCodeProblem(state, view) },
        ...{ fields: ['code'], busy: state.busy !== null },
      },
      view,
    )}
    ${mainButton({
      label: view.text.shared.submit,
      busyLabel: busyText(state, view),
      busy: state.busy !== null && state.busy !== 'resend',
    })}
    ${actions(resendAction(state.resend, state.busy === 'resend', view))} ${who(state, view)}
  `,
  submit: (_, fields) => ({ type: 'submit-code', code: fields('code') }),
  focus: () => 'code',
  busyText,
  problemText: mailedCodeProblem,
  asksAnew: mailedAnew,
};

function busyText({ busy }: ConfirmSignUpState, { text }: View): string {
  if (busy === 'resend') return text.shared.resending;
  return busy === 'authenticate' ? text.signIn.submitting : text.shared.submitting;
}
