import { html, nothing } from 'lit';
import type { PasskeyState } from '../flow/state.js';
import { actions, anotherMethod } from './parts/actions.js';
import { mainButton } from './parts/buttons.js';
import { standing } from './parts/line.js';
import { keptUsername, who } from './parts/who.js';
import type { StepView } from './step-view.js';

/** While the browser asks it waits; after a prompt that was closed it is there to be asked again. */
export const passkey: StepView<PasskeyState> = {
  heading: (_, { text }) => text.passkey.heading,
  intro: (
    { busy },
    {
      text: {
        passkey: { intro, idleIntro },
      },
    },
  ) => (busy === 'answer' ? { text: intro, other: idleIntro } : { text: idleIntro, other: intro }),
  form: (state, view) => html`
    ${keptUsername(state, view)}
    ${mainButton({
      label: view.text.passkey.submit,
      busyLabel: view.text.passkey.submitting,
      busy: state.busy === 'answer',
    })}
    ${standing(state, view)} ${actions(state.alternatives ? anotherMethod(state.busy === 'choose', view) : nothing)}
    ${who(state, view)}
  `,
  submit: () => ({ type: 'answer-passkey' }),
  focus: () => null,
  asksAnew: (state, previous) => previous.busy === 'answer' && state.busy === null,
  busyText: ({ busy }, { text }) => (busy === 'choose' ? text.shared.wait : text.passkey.submitting),
};
