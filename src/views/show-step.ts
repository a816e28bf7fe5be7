import type { TemplateResult } from 'lit';
import type { PersonEvent } from '../flow/event.js';
import type { LoginState } from '../flow/state.js';
import { addPasskey } from './add-passkey.js';
import { chooseFactor } from './choose-factor.js';
import { chooseMfa } from './choose-mfa.js';
import { chooseSetUp } from './choose-set-up.js';
import { code } from './code.js';
import { confirmSignUp } from './confirm-sign-up.js';
import { customChallenge } from './custom-challenge.js';
import { forgotPassword } from './forgot-password.js';
import { newPassword } from './new-password.js';
import { announce } from './parts/announce.js';
import { passkey } from './passkey.js';
import { password } from './password.js';
import { rememberDevice } from './remember-device.js';
import { resetPassword } from './reset-password.js';
import { setUpEmail } from './set-up-email.js';
import { setUpTotp } from './set-up-totp.js';
import { signIn } from './sign-in.js';
import { signedIn } from './signed-in.js';
import type { Fields, Sentence, StepView, View } from './step-view.js';

/** A step's view with its state filled in. */
export interface ShownStep {
  readonly heading: string;
  readonly intro: Sentence;
  readonly form: TemplateResult | null;
  readonly actions: TemplateResult | null;
  readonly focus: string | null;
  submit(fields: Fields): PersonEvent | null;
  announce(previous: LoginState | null): string | null;
}

/** The one place where a state meets its view: by its name. */
const views: { readonly [Name in LoginState['name']]: StepView<Extract<LoginState, { name: Name }>> } = {
  'sign-in': signIn,
  'choose-factor': chooseFactor,
  password,
  passkey,
  code,
  'choose-mfa': chooseMfa,
  'choose-set-up': chooseSetUp,
  'set-up-totp': setUpTotp,
  'set-up-email': setUpEmail,
  'new-password': newPassword,
  'custom-challenge': customChallenge,
  'forgot-password': forgotPassword,
  'reset-password': resetPassword,
  'confirm-sign-up': confirmSignUp,
  'remember-device': rememberDevice,
  'add-passkey': addPasskey,
  'signed-in': signedIn,
};

/** A state is of the kind that its name says, which the compiler cannot follow through a table. */
export const showStep = (state: LoginState, view: View): ShownStep =>
  show(views[state.name] as StepView<LoginState>, state, view);

const show = <State extends LoginState>(step: StepView<State>, state: State, view: View): ShownStep => ({
  heading: step.heading(state, view),
  intro: step.intro(state, view),
  form: step.form?.(state, view) ?? null,
  actions: step.actions?.(state, view) ?? null,
  focus: step.focus(state, view),
  submit: (fields) => step.submit?.(state, fields, view) ?? null,
  announce: (previous) => announce(step, state, previous?.name === state.name ? (previous as State) : null, view),
});
