import { html, nothing } from 'lit';
import type { SignedInState } from '../flow/state.js';
import { fill } from '../i18n/messages.js';
import { mainButton } from './parts/buttons.js';
import { problemLine, problemText } from './parts/problem.js';
import type { StepView } from './step-view.js';

export const signedIn: StepView<SignedInState> = {
  heading: (_, { text }) => text.signedIn.heading,
  intro: ({ username }, { text }) => ({ text: text.signedIn.intro, emphasised: username }),
  form: null,
  actions: ({ busy, error }, view) =>
    html`<div class="cml">
      ${error ? html`<p class="cml-hint">${problemLine(problemText(error, view))}</p>` : nothing}
      ${mainButton({
        label: view.text.signedIn.signOut,
        busyLabel: view.text.signedIn.signingOut,
        busy: busy !== null,
        press: () => view.send({ type: 'sign-out', global: false }),
      })}
    </div>`,
  focus: () => null,
  announce(state, previous, view) {
    if (state.error && state.error !== previous?.error) return problemText(state.error, view);
    if (state.busy && !previous?.busy) return view.text.signedIn.signingOut;
    return previous
      ? null
      : `${view.text.signedIn.heading}. ${fill(view.text.signedIn.intro, { username: state.username })}`;
  },
};
