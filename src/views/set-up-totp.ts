import { html, type TemplateResult } from 'lit';
import type { SetUpTotpState } from '../flow/state.js';
import { mainButton } from './parts/buttons.js';
import { timeLeft } from './parts/clock.js';
import { codeField } from './parts/code-field.js';
import { standing } from './parts/line.js';
import { problemText } from './parts/problem.js';
import { secret } from './parts/secret.js';
import { keptUsername, who } from './parts/who.js';
import type { StepView, View } from './step-view.js';

export const setUpTotp: StepView<SetUpTotpState> = {
  heading: (_, { text }) => text.setUpTotp.heading,
  intro: (state, { text: { setUpTotp: text } }) => ({ text: state.secret === null ? text.expired : text.intro }),
  form: (state, view) => html`
    ${keptUsername(state, view)}
    ${state.secret === null ? startAgain(state, view) : codeForm(state, state.secret, view)} ${who(state, view)}
  `,
  submit: ({ secret }, fields) =>
    secret === null ? { type: 'restart' } : { type: 'submit-code', code: fields('code') },
  // On arrival the picture and the key come first, which stand before the code.
  focus: ({ secret, error }) => (secret === null || !error ? null : 'code'),
  busyText: ({ busy }, { text: { shared } }) => (busy === 'restart' ? shared.wait : shared.submitting),
  problemText: problemSentence,
};

/** The end of the session is what the step's sentence says; a wrong code is mostly a phone's wrong clock. */
function problemSentence({ error }: SetUpTotpState, view: View): string {
  if (error?.code === 'session-expired') return view.text.setUpTotp.expired;
  if (error?.code === 'wrong-code') return view.text.code.wrongTotp;
  return error ? problemText(error, view) : '';
}

const codeForm = (state: SetUpTotpState, key: string, view: View): TemplateResult => html`
  ${secret(key, state, view)}
  ${codeField(
    {
      ...{ problem: state.error, problemSentence: problemSentence(state, view), fields: ['code'] },
      timeLeft: timeLeft(state, view),
      busy: state.busy !== null,
    },
    view,
  )}
  ${mainButton({
    label: view.text.shared.submit,
    busyLabel: view.text.shared.submitting,
    busy: state.busy !== null,
  })}
`;

function startAgain({ error, busy }: SetUpTotpState, view: View): TemplateResult {
  const told = error?.code === 'session-expired' ? null : error;
  return html`
    ${mainButton({ label: view.text.setUpTotp.restart, busyLabel: view.text.shared.wait, busy: busy !== null })}
    ${standing({ error: told }, view)}
  `;
}
