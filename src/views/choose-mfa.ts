import { html } from 'lit';
import type { ChooseMfaState } from '../flow/state.js';
import { choices, methodWays } from './parts/choices.js';
import { standing } from './parts/line.js';
import { keptUsername, who } from './parts/who.js';
import type { StepView } from './step-view.js';

export const chooseMfa: StepView<ChooseMfaState> = {
  heading: (_, { text }) => text.chooseMfa.heading,
  intro: ({ channels }, { text }) => ({ text: channels.length > 1 ? text.chooseMfa.intro : text.shared.onlyMethod }),
  form(state, view) {
    const { shared } = view.text;
    const ways = methodWays(state.channels, state, view, (channel) => view.send({ type: 'choose-mfa', channel }));
    return html`
      ${keptUsername(state, view)} ${choices(ways, state.busy !== null)}
      ${standing(state, view, state.busy && shared.wait)} ${who(state, view)}
    `;
  },
  focus: () => null,
  busyText: (_, { text }) => text.shared.wait,
};
