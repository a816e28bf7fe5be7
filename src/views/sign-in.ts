import { html, type TemplateResult } from 'lit';
import type { SignInState } from '../flow/state.js';
import { mainButton } from './parts/buttons.js';
import { field } from './parts/field.js';
import { passwordField } from './parts/password-field.js';
import { fieldInError, problemText } from './parts/problem.js';
import type { StepView, View } from './step-view.js';

export const signIn: StepView<SignInState> = {
  heading: (_, { text }) => text.signIn.heading,
  intro: (_, { text }) => ({ text: text.signIn.intro }),
  form: (state, view) => html`
    ${usernameField(state, view)} ${passwordField(state.error, state.busy !== null, view)}
    ${mainButton({ label: view.text.signIn.submit, busyLabel: busyText(state, view), busy: state.busy !== null })}
  `,
  submit: (_, fields) => ({
    type: 'submit-credentials',
    username: fields('username'),
    password: fields('password'),
  }),
  focus: ({ username, error }) => fieldInError(error) ?? (username ? 'password' : 'username'),
  announce(state, previous, view) {
    if (state.error && state.error !== previous?.error) return problemText(state.error, view);
    return state.busy && !previous?.busy ? busyText(state, view) : null;
  },
};

/** A sign-out begins here too, for the tokens of an earlier visit. */
const busyText = ({ busy }: SignInState, { text }: View): string =>
  busy === 'sign-out' ? text.signedIn.signingOut : text.signIn.submitting;

const usernameField = ({ username, error, busy }: SignInState, view: View): TemplateResult =>
  field(
    { name: 'username', label: view.text.signIn.username, problem: error },
    view,
    ({ id, hintId, invalid }) =>
      html`<input
        class="cml-input"
        part="field"
        id=${id}
        name="username"
        type="text"
        autocomplete="username"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        translate="no"
        dir="auto"
        .value=${username}
        ?readonly=${busy !== null}
        aria-invalid=${invalid}
        aria-describedby=${hintId}
      />`,
  );
