import type { CognitoMfaLogin } from '../../src/index.js';
import { extras } from './extras.js';
import type { KnobName, Knobs } from './knobs.js';

const attributes: readonly KnobName[] = [
  ...(['auth-flow', 'preferred-factor', 'mode', 'login-with', 'phone-country', 'passkeys', 'remember-device'] as const),
  ...(['password-reset', 'resume', 'resend', 'storage', 'fields', 'session-minutes', 'issuer'] as const),
  ...(['lang', 'dir', 'theme'] as const),
];

/** Each with the text on it, in both themes. */
const accents = new Map([
  ['forest', { accent: 'light-dark(#146c43, #8fd6a9)', 'accent-text': 'light-dark(#fff, #06341d)' }],
  ['plum', { accent: 'light-dark(#7b2d91, #e3b5f2)', 'accent-text': 'light-dark(#fff, #3f0d4e)' }],
  ['brick', { accent: 'light-dark(#a63c0d, #ffb695)', 'accent-text': 'light-dark(#fff, #4a1800)' }],
]);

/** Gives the element and the page what the knobs say; a default is no attribute at all, as on a page. */
export function look(login: CognitoMfaLogin, state: Knobs, defaults: Knobs): void {
  for (const name of attributes) {
    if (state[name] === defaults[name]) login.removeAttribute(name);
    else login.setAttribute(name, state[name] ?? '');
  }
  if (login.username !== state.user) login.username = state.user;
  document.documentElement.style.colorScheme = state.page === 'auto' ? '' : state.page;
  const preset = new Map(Object.entries(accents.get(state.accent) ?? {}));
  for (const knob of extras.filter((name) => name.startsWith('cml-')))
    login.style.setProperty(`--${knob}`, state[knob] || (preset.get(knob.replace('cml-', '')) ?? ''));
  if (!login.getAttribute('style')) login.removeAttribute('style');
}
