import { asksPassword } from '../flow/attempt.js';
import type { LoginState } from '../flow/state.js';
import { focusPlace, holdsFocus } from './focus.js';
import type { LoginProperties } from './login-properties.js';

interface StepChange {
  readonly state: LoginState;
  readonly previous: LoginState | null;
  /** Whether the person did something here that nothing has answered yet. */
  readonly acted: boolean;
  /** The field to go on with; null where there is none. */
  readonly field: string | null;
}

/** Whether the focus goes along with the person, who must have it here, or have lost it by what they did here. */
export function takesFocus(host: HTMLElement, { state, previous, acted, field }: StepChange): boolean {
  if (!previous) return false;
  const place = focusPlace(host);
  const ours = place === 'inside' || (place === 'nowhere' && acted);
  // Whoever chose among buttons stays at the one that was pressed.
  const leads = place === 'nowhere' || field !== null || formKey(state) !== formKey(previous) || givesWay(state);
  return ours && leads && !rendersItself(host, state) && leadsOn(state, previous);
}

/** Whether the person goes on elsewhere than before: at another step, at a field in error, at another question. */
const leadsOn = (state: LoginState, previous: LoginState): boolean =>
  isOtherForm(state, previous) ||
  (state.error !== null && state.error !== previous.error) ||
  // The pressed button gives way to a sentence, and the focus with it.
  (givesWay(state) && state.busy !== previous.busy) ||
  // The browser's prompt was closed.
  (state.name === 'passkey' && !state.busy && Boolean(previous.busy));

/** "Send a new code" does, and "Use another method"; the ways of a choice stay where they are. */
const givesWay = ({ name, busy }: LoginState): boolean =>
  busy === 'resend' || (busy === 'choose' && !name.startsWith('choose-'));

/** Whether other things are asked for than before. */
export const isOtherForm = (state: LoginState, previous: LoginState): boolean =>
  formKey(state) !== formKey(previous) || asksPassword(state) !== asksPassword(previous);

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

/** Whether the page renders the challenge, and has the focus in what it rendered. */
const rendersItself = (host: HTMLElement, state: LoginState): boolean =>
  state.name === 'custom-challenge' &&
  state.shownBy === 'page' &&
  [...host.querySelectorAll('[slot="challenge"]')].some((part) => holdsFocus(host, part));

/** Any word but `reauth` means the default, and none at all too. */
export const isOtherMode = (mode: LoginProperties['mode'], before: LoginProperties['mode'] | undefined): boolean =>
  (mode === 'reauth') !== (before === 'reauth');
