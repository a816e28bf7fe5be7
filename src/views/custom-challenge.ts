import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { CustomChallengeState } from '../flow/state.js';
import { actions } from './parts/actions.js';
import { mainButton } from './parts/buttons.js';
import { timeLeft } from './parts/clock.js';
import { standing } from './parts/line.js';
import { parameters } from './parts/parameters.js';
import { textField } from './parts/text-field.js';
import { backButton, keptUsername, who } from './parts/who.js';
import type { StepView, View } from './step-view.js';

export const customChallenge: StepView<CustomChallengeState> = {
  heading: (_, { text }) => text.customChallenge.heading,
  intro: ({ again }, { text: { customChallenge: text } }) => ({ text: again ? text.again : text.intro }),
  form: (state, view) => (state.shownBy === 'page' ? null : question(state, view)),
  actions: (state, view) => (state.shownBy === 'page' ? place(state, view) : null),
  submit: ({ round }, fields) => ({ type: 'respond', answers: { ANSWER: fields('answer') }, round }),
  focus: ({ shownBy }) => (shownBy === 'page' ? null : 'answer'),
  busyText: (_, { text }) => text.shared.submitting,
  asksAnew: ({ round }, previous) => round !== previous.round,
};

const question = (state: CustomChallengeState, view: View): TemplateResult => html`
  ${keptUsername(state, view)} ${parameters(state.parameters, view.id('question'))}
  ${keyed(state.round, answerField(state, view))}
  ${mainButton({
    label: view.text.shared.submit,
    busyLabel: view.text.shared.submitting,
    busy: state.busy !== null,
  })}
  ${who(state, view)}
`;

/** Most pools ask for a code that they sent themselves; the browser may offer it. */
const answerField = (state: CustomChallengeState, view: View): TemplateResult =>
  textField(
    {
      ...{ name: 'answer', label: view.text.customChallenge.answer, autocomplete: 'one-time-code', value: '' },
      ...{ problem: state.error, fields: ['answer'], busy: state.busy !== null },
      timeLeft: timeLeft(state, view),
      describedBy: view.id('question'),
    },
    view,
  );

/** Where the page's own rendering stands, with a way out of it. */
const place = (state: CustomChallengeState, view: View): TemplateResult => html`
  <slot name="challenge"></slot>
  <div class="cml">
    ${standing(state, view, state.busy && view.text.shared.submitting)} ${actions(backButton(view))}
  </div>
`;
