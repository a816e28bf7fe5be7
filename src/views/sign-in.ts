import { html, nothing, type TemplateResult } from 'lit';
import type { SignInState } from '../flow/state.js';
import { linkButton, mainButton, secondButton } from './parts/buttons.js';
import { passkey } from './parts/icons.js';
import { passwordField } from './parts/password-field.js';
import { fieldInError } from './parts/problem.js';
import { readUsername, usernameField } from './parts/username-field.js';
import { keptUsername } from './parts/who.js';
import type { Fields, Sentence, StepView, View } from './step-view.js';

export const signIn: StepView<SignInState> = {
  heading: (_, view) => (isReauth(view) ? view.text.signIn.reauthHeading : view.text.signIn.heading),
  intro,
  form: (state, view) => html`
    ${isReauth(view) ? keptUsername(state, view) : usernameField(asking(state, view), view)}
    ${view.options.asksPassword ? passwordField({ ...asking(state, view), beside: forgotten(view) }, view) : nothing}
    ${mainButton({ label: view.text.signIn.submit, busyLabel: busyText(state, view), busy: state.busy !== null })}
    ${view.options.passkeys ? passkeyButton(state, view) : nothing}
  `,
  submit: (state, fields, view) =>
    view.options.asksPassword
      ? { type: 'submit-credentials', ...named(state, fields, view), password: fields('password') }
      : { type: 'submit-username', ...named(state, fields, view) },
  focus({ username, error }, view) {
    const fields = fieldsOf(view);
    const next = username && fields.includes('password') ? 'password' : fields[0];
    return fieldInError(error, fields) ?? next ?? null;
  },
  busyText,
  // The first step is where a person begins: there is something to tell when they come from elsewhere.
  arrival: (state, view) => (state.notice ? view.text.signIn.confirmed : null),
};

const isReauth = ({ options }: View): boolean => options.mode === 'reauth';

function intro({ username, notice }: SignInState, view: View): Sentence {
  const { signIn: text } = view.text;
  if (isReauth(view)) return { text: text.reauthIntro, emphasised: username };
  return { text: notice ? text.confirmed : text.intro };
}

/** A sign-out begins here too, for the tokens of an earlier visit. */
function busyText({ busy }: SignInState, { text }: View): string {
  return busy === 'sign-out' ? text.signedIn.signingOut : text.signIn.submitting;
}

function fieldsOf(view: View): readonly string[] {
  const username = isReauth(view) ? [] : ['username'];
  return view.options.asksPassword ? [...username, 'password'] : username;
}

const asking = ({ username, error, busy }: SignInState, view: View) => ({
  ...{ username, problem: error, busy: busy !== null },
  fields: fieldsOf(view),
});

/** In `reauth` the name is fixed. */
const named = ({ username }: SignInState, fields: Fields, view: View) =>
  isReauth(view) ? { username } : readUsername(fields, view);

function forgotten(view: View): TemplateResult | undefined {
  const { text, options, field, send } = view;
  if (!options.passwordReset || isReauth(view)) return undefined;
  return linkButton(text.signIn.forgotPassword, () => send({ type: 'forgot-password', username: field('username') }));
}

const passkeyButton = (state: SignInState, view: View): TemplateResult =>
  secondButton(
    view.text.signIn.usePasskey,
    () => view.send({ type: 'use-passkey', ...named(state, view.field, view) }),
    passkey,
  );
