import type { LoginState } from '../flow/state.js';
import type { LoginProperties } from './login-properties.js';

/** Whether a phone number is among what the step asks for. */
export const asksForPhone = (state: LoginState): boolean =>
  state.name === 'new-password' && state.attributes.some(({ name }) => name === 'phone_number');

/** Tells one text message that is on its way from the next; null where none is. */
export const awaitedMessage = (state: LoginState): number | null =>
  state.name === 'code' && state.channel === 'sms' ? state.expiresAt : null;

/** Whom to confirm is the page's to say, and may have changed while that could not be heeded. */
export const namesAnother = (state: LoginState, mode: LoginProperties['mode'], username: string): boolean =>
  mode === 'reauth' && state.name === 'sign-in' && !state.busy && state.username !== username.trim();
