import { html, nothing } from 'lit';
import type { PasswordState } from '../flow/state.js';
import { actions, anotherMethod } from './parts/actions.js';
import { mainButton } from './parts/buttons.js';
import { forgotten } from './parts/forgotten.js';
import { passwordField } from './parts/password-field.js';
import { submittingText, submitText } from './parts/submit-text.js';
import { keptUsername, who } from './parts/who.js';
import type { StepView } from './step-view.js';

export const password: StepView<PasswordState> = {
  heading: (_, { text }) => text.password.heading,
  intro: (_, { text }) => ({ text: text.password.intro }),
  form: (state, view) => html`
    ${keptUsername(state, view)}
    ${passwordField(
      {
        ...{ problem: state.error, busy: state.busy !== null, fields: ['password'] },
        beside: forgotten(() => state.username, view),
      },
      view,
    )}
    ${mainButton({
      label: submitText(view),
      busyLabel: submittingText(view),
      busy: state.busy === 'authenticate',
    })}
    ${actions(state.alternatives ? anotherMethod(state.busy === 'choose', view) : nothing)} ${who(state, view)}
  `,
  submit: (_, fields) => ({ type: 'submit-password', password: fields('password') }),
  focus: () => 'password',
  busyText: ({ busy }, view) => (busy === 'choose' ? view.text.shared.wait : submittingText(view)),
};
