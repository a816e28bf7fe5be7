import { html, nothing, type TemplateResult } from 'lit';
import type { SignInState } from '../flow/state.js';
import { mainButton, secondButton } from './parts/buttons.js';
import { forgotten } from './parts/forgotten.js';
import { passkey } from './parts/icons.js';
import { line } from './parts/line.js';
import { passwordField } from './parts/password-field.js';
import { fieldInError, problemText } from './parts/problem.js';
import { submittingText, submitText } from './parts/submit-text.js';
import { readUsername, usernameField } from './parts/username-field.js';
import { keptUsername } from './parts/who.js';
import type { Fields, Sentence, StepView, View } from './step-view.js';

export const signIn: StepView<SignInState> = {
  heading: (_, view) => (isReauth(view) ? view.text.signIn.reauthHeading : view.text.signIn.heading),
  intro,
  form: (state, view) => html`
    ${isReauth(view) ? keptUsername(state, view) : usernameField(asking(state, view), view)}
    ${view.options.asksPassword ? passwordField({ ...asking(state, view), beside: forgottenTyped(view) }, view) : nothing}
    ${fieldsOf(view).length ? nothing : line({ problem: problemSentence(state, view) })}
    ${mainButton({ label: submitText(view), busyLabel: busyText(state, view), busy: state.busy !== null })}
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
  problemText: problemSentence,
  arrival: ({ notice }, { text }) => notice && text.signIn.notices[notice],
};

const isReauth = ({ options }: View): boolean => options.mode === 'reauth';

function intro({ username, notice }: SignInState, view: View): Sentence {
  const { signIn: text } = view.text;
  if (notice) return { text: text.notices[notice] };
  return isReauth(view) ? { text: text.reauthIntro, emphasised: username } : { text: text.intro };
}

/** A sign-out begins here too, for the tokens of an earlier visit. */
function busyText({ busy }: SignInState, view: View): string {
  return busy === 'sign-out' ? view.text.signedIn.signingOut : submittingText(view);
}

/** Where the name alone is asked for, nothing shall be said of a password. */
function problemSentence({ error }: SignInState, view: View): string {
  if (error?.code === 'invalid-credentials' && !view.options.asksPassword) return view.text.signIn.refused;
  return error ? problemText(error, view) : '';
}

function fieldsOf(view: View): readonly string[] {
  const username = isReauth(view) ? [] : ['username'];
  return view.options.asksPassword ? [...username, 'password'] : username;
}

const asking = (state: SignInState, view: View) => ({
  ...{ username: state.username, problem: state.error, problemSentence: problemSentence(state, view) },
  ...{ fields: fieldsOf(view), busy: state.busy !== null, passkeys: view.options.passkeys },
});

/** In `reauth` the name is fixed. */
const named = ({ username }: SignInState, fields: Fields, view: View) =>
  isReauth(view) ? { username } : readUsername(fields, view);

const forgottenTyped = (view: View): TemplateResult | undefined => forgotten(() => view.field('username'), view);

const passkeyButton = (state: SignInState, view: View): TemplateResult =>
  secondButton(
    view.text.signIn.usePasskey,
    () => view.send({ type: 'use-passkey', ...named(state, view.field, view) }),
    passkey,
  );
