import { html, nothing, type TemplateResult } from 'lit';
import { asksPassword } from '../flow/attempt.js';
import type { CodeState } from '../flow/state.js';
import { actions, anotherMethod, resendAction } from './parts/actions.js';
import { linkButton, mainButton } from './parts/buttons.js';
import { timeLeft } from './parts/clock.js';
import { codeField } from './parts/code-field.js';
import { passwordField } from './parts/password-field.js';
import { fieldInError, problemText } from './parts/problem.js';
import { keptUsername, who } from './parts/who.js';
import type { Sentence, StepView, View } from './step-view.js';

export const code: StepView<CodeState> = {
  heading: ({ channel }, { text }) => text.code.heading[channel],
  intro,
  form: (state, view) => html`
    ${keptUsername(state, view)}
    <div ?hidden=${asksPassword(state)}>${codeForm(state, view)}</div>
    ${asksPassword(state) ? requestForm(state, view) : nothing} ${who(state, view)}
  `,
  submit: (state, fields) =>
    asksPassword(state)
      ? { type: 'submit-password', password: fields('password') }
      : { type: 'submit-code', code: fields('code') },
  focus(state) {
    const field = asksPassword(state) ? 'password' : 'code';
    return fieldInError(state.error, [field]) ?? field;
  },
  busyText,
  problemText: problemSentence,
  asksAnew: (state, previous) => asksPassword(state) !== asksPassword(previous),
};

function intro(state: CodeState, { text: { code: text } }: View): Sentence {
  if (asksPassword(state)) return { text: text.askPassword };
  const { channel, destination } = state;
  if (channel !== 'totp' && !destination) return { text: text.introWithoutDestination };
  return { text: text.intro[channel], emphasised: destination ?? undefined };
}

function busyText({ busy }: CodeState, { text: { shared } }: View): string {
  if (busy === 'choose') return shared.wait;
  return busy === 'resend' ? shared.resending : shared.submitting;
}

/** An app's wrong code is one that was used already, or mostly a phone's wrong clock. */
function problemSentence({ error, channel }: CodeState, view: View): string {
  if (error?.code === 'wrong-code' && channel === 'totp') return view.text.code.wrongTotp;
  return error ? problemText(error, view) : '';
}

const codeForm = (state: CodeState, view: View): TemplateResult => html`
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
    busy: state.busy === 'confirm',
  })}
  ${actions(
    state.resend ? resendAction(state.resend, state.busy === 'resend', view) : nothing,
    state.another ? anotherMethod(state.busy === 'choose', view) : nothing,
  )}
`;

const requestForm = (state: CodeState, view: View): TemplateResult => html`
  ${passwordField(
    { problem: state.error, busy: state.busy !== null, fields: ['password'], timeLeft: timeLeft(state, view) },
    view,
  )}
  ${mainButton({
    label: view.text.shared.resend,
    busyLabel: view.text.shared.resending,
    busy: state.busy === 'resend',
  })}
  ${actions(linkButton(view.text.code.dismissRequest, () => view.send({ type: 'dismiss-request' })))}
`;
