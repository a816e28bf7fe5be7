import { html } from 'lit';
import type { SetUpEmailState } from '../flow/state.js';
import { mainButton } from './parts/buttons.js';
import { timeLeft } from './parts/clock.js';
import { addressProblemText } from './parts/problem.js';
import { textField } from './parts/text-field.js';
import { keptUsername, who } from './parts/who.js';
import type { StepView, View } from './step-view.js';

export const setUpEmail: StepView<SetUpEmailState> = {
  heading: (_, { text }) => text.setUpEmail.heading,
  intro: (_, { text }) => ({ text: text.setUpEmail.intro }),
  form: (state, view) => html`
    ${keptUsername(state, view)}
    ${textField(
      {
        ...{ name: 'email', label: view.text.attributes.email, inputmode: 'email', autocomplete: 'email' },
        ...{ value: state.email, problem: state.error, fields: ['email'], busy: state.busy !== null },
        problemSentence: problemSentence(state, view),
        timeLeft: timeLeft(state, view),
      },
      view,
    )}
    ${mainButton({
      label: view.text.shared.submit,
      busyLabel: view.text.shared.wait,
      busy: state.busy !== null,
    })}
    ${who(state, view)}
  `,
  submit: (_, fields) => ({ type: 'submit-email', email: fields('email') }),
  focus: () => 'email',
  busyText: (_, { text }) => text.shared.wait,
  problemText: problemSentence,
};

function problemSentence({ error }: SetUpEmailState, view: View): string {
  return error ? addressProblemText(error, view) : '';
}
