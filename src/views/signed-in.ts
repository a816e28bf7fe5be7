import { html, nothing } from 'lit';
import type { SignedInState } from '../flow/state.js';
import { mainButton } from './parts/buttons.js';
import { standing } from './parts/line.js';
import type { StepView, View } from './step-view.js';

export const signedIn: StepView<SignedInState> = {
  heading: (_, { text, options }) => (options.mode === 'reauth' ? text.signedIn.reauthHeading : text.signedIn.heading),
  intro: ({ username }, { text }) => ({ text: text.signedIn.intro, emphasised: username }),
  form: null,
  // A page can put its own in place of all this.
  actions: (state, view) =>
    html`<slot name="signed-in">
      <div class="cml">
        ${view.options.mode === 'reauth' ? nothing : signOut(state, view)}
        ${state.error ? standing(state, view) : nothing}
      </div>
    </slot>`,
  focus: () => null,
  busyText: (_, { text }) => text.signedIn.signingOut,
};

const signOut = ({ busy }: SignedInState, { text, send }: View) =>
  mainButton({
    label: text.signedIn.signOut,
    busyLabel: text.signedIn.signingOut,
    busy: busy !== null,
    press: () => send({ type: 'sign-out', global: false }),
  });
