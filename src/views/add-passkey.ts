import type { AddPasskeyState } from '../flow/state.js';
import { offer } from './parts/offer.js';
import type { StepView } from './step-view.js';

export const addPasskey: StepView<AddPasskeyState> = {
  heading: (_, { text }) => text.addPasskey.heading,
  intro: (_, { text }) => ({ text: text.addPasskey.intro }),
  form: null,
  actions: (state, view) => offer(view.text.addPasskey, state, view),
  focus: () => null,
  busyText: ({ busy }, { text }) => (busy === 'skip' ? text.shared.wait : text.addPasskey.accepting),
};
