import type { RememberDeviceState } from '../flow/state.js';
import { offer } from './parts/offer.js';
import type { StepView } from './step-view.js';

export const rememberDevice: StepView<RememberDeviceState> = {
  heading: (_, { text }) => text.rememberDevice.heading,
  intro: (_, { text }) => ({ text: text.rememberDevice.intro }),
  form: null,
  actions: (state, view) => offer(view.text.rememberDevice, state, view),
  focus: () => null,
  busyText: ({ busy }, { text }) => (busy === 'skip' ? text.shared.wait : text.rememberDevice.accepting),
};
