import type { TemplateResult } from 'lit';
import type { View } from '../step-view.js';
import { linkButton } from './buttons.js';

/**
 * "Forgot password?", beside the password, where the page offers it; in `reauth` whoever is signed in stays who they are.
 * @param username the name as it is when the link is pressed
 */
export function forgotten(username: () => string, { text, options, send }: View): TemplateResult | undefined {
  if (!options.passwordReset || options.mode === 'reauth') return undefined;
  return linkButton(text.signIn.forgotPassword, () => send({ type: 'forgot-password', username: username() }));
}
