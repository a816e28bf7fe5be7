import { html } from 'lit';
import type { ChooseFactorState } from '../flow/state.js';
import { choices, methodWays } from './parts/choices.js';
import { standing } from './parts/line.js';
import { keptUsername, who } from './parts/who.js';
import type { StepView } from './step-view.js';

export const chooseFactor: StepView<ChooseFactorState> = {
  heading: (_, { text }) => text.chooseFactor.heading,
  intro: ({ factors }, { text }) => ({ text: factors.length > 1 ? text.chooseFactor.intro : text.shared.onlyMethod }),
  form(state, view) {
    const { shared } = view.text;
    const ways = methodWays(state.factors, state, view, (factor) => view.send({ type: 'choose-factor', factor }));
    return html`
      ${keptUsername(state, view)} ${choices(ways, state.busy !== null)}
      ${standing(state, view, state.busy && shared.wait)} ${who(state, view)}
    `;
  },
  focus: () => null,
  busyText: (_, { text }) => text.shared.wait,
};
