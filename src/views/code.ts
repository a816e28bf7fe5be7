import { html, nothing, type TemplateResult } from 'lit';
import type { CodeState, Resend } from '../flow/state.js';
import { fill } from '../i18n/messages.js';
import { linkButton, mainButton } from './parts/buttons.js';
import { codeField } from './parts/code-field.js';
import { passwordField } from './parts/password-field.js';
import { fieldInError, problemText } from './parts/problem.js';
import type { Sentence, StepView, View } from './step-view.js';

export const code: StepView<CodeState> = {
  heading: ({ channel }, { text }) => text.code.heading[channel],
  intro,
  form: (state, view) => html`
    <div ?hidden=${asksPassword(state)}>${codeForm(state, view)}</div>
    ${asksPassword(state) ? requestForm(state, view) : nothing} ${who(state, view)}
  `,
  submit: (state, fields) =>
    asksPassword(state)
      ? { type: 'submit-password', password: fields('password') }
      : { type: 'submit-code', code: fields('code') },
  focus: (state) => fieldInError(state.error) ?? (asksPassword(state) ? 'password' : 'code'),
  announce,
};

const asksPassword = ({ resend }: CodeState): boolean => resend?.asking ?? false;

function intro(state: CodeState, { text: { code: text } }: View): Sentence {
  if (asksPassword(state)) return { text: text.askPassword };
  const { channel, destination } = state;
  if (channel !== 'totp' && !destination) return { text: text.introWithoutDestination };
  return { text: text.intro[channel], emphasised: destination ?? undefined };
}

const plain = ({ text, emphasised = '' }: Sentence): string => fill(text, { destination: emphasised });

function announce(state: CodeState, previous: CodeState | null, view: View): string | null {
  const { code: text } = view.text;
  if (state.error && state.error !== previous?.error) return problemSentence(state, view);
  if (state.busy && state.busy !== previous?.busy) return state.busy === 'confirm' ? text.submitting : text.resending;
  if (!previous || previous.expiresAt !== state.expiresAt || asksPassword(state) !== asksPassword(previous)) {
    return plain(intro(state, view));
  }
  return state.warned !== previous.warned ? (timeLeft(state, view) ?? null) : null;
}

/** From the first warning on, for everybody to see; told to a screen reader at the warnings alone. */
const timeLeft = ({ warned, expiresAt }: CodeState, view: View): string | undefined =>
  warned ? fill(view.text.code.timeLeft, { seconds: secondsUntil(expiresAt, view) }) : undefined;

/** An app's wrong code is one that was used already, or mostly a phone's wrong clock. */
function problemSentence({ error, channel }: CodeState, view: View): string {
  if (error?.code === 'wrong-code' && channel === 'totp') return view.text.code.wrongTotp;
  return error ? problemText(error, view) : '';
}

const codeForm = (state: CodeState, view: View): TemplateResult => html`
  ${codeField(state, { problemSentence: problemSentence(state, view), hint: timeLeft(state, view) }, view)}
  ${mainButton({
    label: view.text.code.submit,
    busyLabel: view.text.code.submitting,
    busy: state.busy === 'confirm',
  })}
  ${state.resend ? html`<div class="cml-actions">${resendAction(state, state.resend, view)}</div>` : nothing}
`;

const requestForm = (state: CodeState, view: View): TemplateResult => html`
  ${passwordField(state.error, state.busy !== null, view)}
  ${mainButton({ label: view.text.code.resend, busyLabel: view.text.code.resending, busy: state.busy === 'resend' })}
  <div class="cml-actions">
    ${linkButton(view.text.code.dismissRequest, () => view.send({ type: 'dismiss-request' }))}
  </div>
`;

function resendAction({ busy }: CodeState, { left, availableAt }: Resend, view: View): TemplateResult {
  const { text, send } = view;
  if (busy === 'resend') return quiet(text.code.resending);
  if (left === 0) return quiet(text.code.resendSpent);
  const seconds = secondsUntil(availableAt, view);
  if (seconds > 0) return quiet(fill(text.code.resendIn, { time: clockTime(seconds) }));
  return linkButton(text.code.resend, () => send({ type: 'request-code' }));
}

const secondsUntil = (time: number, { now }: View): number => Math.ceil((time - now) / 1000);

const quiet = (sentence: string): TemplateResult => html`<span class="cml-countdown" .textContent=${sentence}></span>`;

const clockTime = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Who signs in: for the person as text, for password managers as the form's user name. */
function who({ username }: CodeState, { text, id, send }: View): TemplateResult {
  const [before = '', after = ''] = text.code.signingInAs.split('{username}');
  return html`
    <div class="cml-actions cml-who">
      <span
        ><span .textContent=${before}></span><bdi translate="no" .textContent=${username}></bdi
        ><span .textContent=${after}></span
      ></span>
      ${linkButton(text.code.back, () => send({ type: 'start-over' }))}
      <input
        class="cml-hidden"
        id=${id('username')}
        name="username"
        type="text"
        autocomplete="username"
        aria-label=${text.signIn.username}
        tabindex="-1"
        readonly
        .value=${username}
      />
    </div>
  `;
}
