import { html } from 'lit';
import type { ForgotPasswordState } from '../flow/state.js';
import { actions } from './parts/actions.js';
import { mainButton } from './parts/buttons.js';
import { readUsername, usernameField } from './parts/username-field.js';
import { backButton } from './parts/who.js';
import type { StepView } from './step-view.js';

export const forgotPassword: StepView<ForgotPasswordState> = {
  heading: (_, { text }) => text.forgotPassword.heading,
  intro: (_, { text }) => ({ text: text.forgotPassword.intro }),
  form: ({ username, error, busy }, view) => html`
    ${usernameField({ username, problem: error, fields: ['username'], busy: busy !== null }, view)}
    ${mainButton({
      label: view.text.forgotPassword.submit,
      busyLabel: view.text.shared.resending,
      busy: busy !== null,
    })}
    ${actions(backButton(view, () => view.field('username')))}
  `,
  submit: (_, fields, view) => ({ type: 'request-reset', ...readUsername(fields, view) }),
  focus: () => 'username',
  busyText: (_, { text }) => text.shared.resending,
};
