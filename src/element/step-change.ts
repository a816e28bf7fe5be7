import { asksPassword } from '../flow/attempt.js';
import type { LoginState } from '../flow/state.js';

/** Whether the person goes on elsewhere than before: at another step, at a field in error, at another question. */
export const leadsOn = (state: LoginState, previous: LoginState): boolean =>
  formKey(state) !== formKey(previous) ||
  (state.error !== null && state.error !== previous.error) ||
  asksPassword(state) !== asksPassword(previous) ||
  // The pressed button gives way to a sentence, and the focus with it.
  (state.busy === 'resend' && previous.busy !== 'resend') ||
  // The browser's prompt was closed.
  (state.name === 'passkey' && !state.busy && Boolean(previous.busy));

/** Another key is another form, with empty fields: a further code, a further question, a new secret. */
export function formKey(state: LoginState): string {
  switch (state.name) {
    case 'code':
      return `code ${state.channel}`;
    case 'custom-challenge':
      return `custom-challenge ${state.round}`;
    case 'set-up-totp':
      return `set-up-totp ${state.secret === null}`;
    default:
      return state.name;
  }
}

/** Whether a phone number is among what the step asks for. */
export const asksForPhone = (state: LoginState): boolean =>
  state.name === 'new-password' && state.attributes.some(({ name }) => name === 'phone_number');

/** Whether the page renders the challenge, and has the focus in what it rendered. */
export const rendersItself = (host: HTMLElement, state: LoginState): boolean =>
  state.name === 'custom-challenge' &&
  state.shownBy === 'page' &&
  host.querySelector('[slot="challenge"]:focus-within') !== null;
