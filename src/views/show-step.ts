import type { TemplateResult } from 'lit';
import type { PersonEvent } from '../flow/event.js';
import type { LoginState, StepName } from '../flow/state.js';
import { forgotPassword } from './forgot-password.js';
import { announce } from './parts/announce.js';
import { signIn } from './sign-in.js';
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

type Views<Name extends StepName> = {
  readonly [Each in Name]: StepView<Extract<LoginState, { name: Each }>>;
};

/** The steps that a person comes to before anything was asked of the service. */
const firstViews: Views<'sign-in' | 'forgot-password'> = { 'sign-in': signIn, 'forgot-password': forgotPassword };

export type LaterViews = Views<Exclude<StepName, keyof typeof firstViews>>;

/** The one place where a state meets its view: by its name. */
let views: Partial<Views<StepName>> = firstViews;

/** Has to be there before anything is asked of the service: its answer leads to another step. What could not be loaded is tried again. */
export const loadLaterSteps = (): Promise<void> =>
  import('./later-steps.js').then(({ laterViews }) => {
    views = { ...firstViews, ...laterViews };
  });

/**
 * A state is of the kind that its name says, which the compiler cannot follow through a table. Its view is there: no step but the first two
 * is come to before `loadLaterSteps` has resolved.
 */
export const showStep = (state: LoginState, view: View): ShownStep =>
  show(views[state.name] as StepView<LoginState>, state, view);

const show = <State extends LoginState>(step: StepView<State>, state: State, view: View): ShownStep => ({
  heading: step.heading(state, view),
  intro: step.intro(state, view),
  form: step.form?.(state, view) ?? null,
  actions: step.actions?.(state, view) ?? null,
  focus: step.focus(state, view),
  submit: (fields) => step.submit?.(state, fields, view) ?? null,
  // Whoever sees the element for the first time is told nothing: it is for them to come to it.
  announce: (previous) =>
    previous && announce(step, state, previous.name === state.name ? (previous as State) : null, view),
});
