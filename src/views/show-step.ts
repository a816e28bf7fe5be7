import type { TemplateResult } from 'lit';
import type { PersonEvent } from '../flow/event.js';
import type { LoginState } from '../flow/state.js';
import { code } from './code.js';
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

/** The one place where a state meets its view. */
export function showStep(state: LoginState, view: View): ShownStep {
  switch (state.name) {
    case 'sign-in':
      return show(signIn, state, view);
    case 'code':
      return show(code, state, view);
    case 'signed-in':
      return show(signedIn, state, view);
    default:
      return state satisfies never;
  }
}

const show = <State extends LoginState>(step: StepView<State>, state: State, view: View): ShownStep => ({
  heading: step.heading(state, view),
  intro: step.intro(state, view),
  form: step.form?.(state, view) ?? null,
  actions: step.actions?.(state, view) ?? null,
  focus: step.focus(state),
  submit: (fields) => step.submit?.(state, fields) ?? null,
  announce: (previous) => step.announce(state, previous?.name === state.name ? (previous as State) : null, view),
});
