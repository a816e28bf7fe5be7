import { html, nothing, type TemplateResult } from 'lit';
import type { ChooseSetUpState } from '../flow/state.js';
import { fill } from '../i18n/messages.js';
import { mainButton } from './parts/buttons.js';
import { choices } from './parts/choices.js';
import { minutesLeft } from './parts/clock.js';
import { standing } from './parts/line.js';
import { keptUsername, who } from './parts/who.js';
import type { Sentence, StepView, View } from './step-view.js';

/** Before anything is begun: what should be at hand, and how long there is. */
export const chooseSetUp: StepView<ChooseSetUpState> = {
  heading: (_, { text }) => text.chooseSetUp.heading,
  intro,
  form: (state, view) => html`
    ${keptUsername(state, view)} ${state.factors.length > 1 ? several(state, view) : one(state, view)}
    ${who(state, view)}
  `,
  submit: ({ factors: [factor, ...others] }) =>
    factor && others.length === 0 ? { type: 'choose-set-up', factor } : null,
  focus: () => null,
  busyText: (_, { text }) => text.shared.wait,
};

function intro(state: ChooseSetUpState, view: View): Sentence {
  const [factor = 'email', ...others] = state.factors;
  const { intro: text } = view.text.chooseSetUp;
  return { text: fill(text[others.length ? 'several' : factor], { minutes: minutesLeft(state, view) }) };
}

function several(state: ChooseSetUpState, view: View): TemplateResult {
  const ways = state.factors.map((factor) => ({
    ...view.text.chooseSetUp.factors[factor],
    icon: factor,
    choose: () => view.send({ type: 'choose-set-up', factor }),
  }));
  return html`${choices(ways, state.busy !== null)} ${standing(state, view, state.busy && view.text.shared.wait)}`;
}

/** Nothing to choose among; an empty list leaves the way back alone. */
function one(state: ChooseSetUpState, view: View): TemplateResult {
  const { submit, wait } = view.text.shared;
  const button = mainButton({ label: submit, busyLabel: wait, busy: state.busy !== null });
  return html`${state.factors.length ? button : nothing} ${standing(state, view)}`;
}
