import { html, type TemplateResult } from 'lit';
import type { View } from '../step-view.js';
import { linkButton } from './buttons.js';

interface Named {
  readonly username: string;
}

/** The user name as password managers look for it: in the same form as the secret, and before it. */
export const keptUsername = ({ username }: Named, { text, id, options }: View): TemplateResult =>
  html`<input
    class="cml-hidden"
    id=${id('username')}
    name="username"
    type="text"
    autocomplete="username"
    aria-label=${text.signIn[options.loginWith]}
    tabindex="-1"
    readonly
    .value=${username}
  />`;

/** Who signs in, for the person to see, and the way back. */
export function who({ username }: Named, view: View): TemplateResult {
  const [before = '', after = ''] = view.text.shared.signingInAs.split('{username}');
  return html`
    <div class="cml-actions cml-who">
      <span
        ><span .textContent=${before}></span><bdi translate="no" .textContent=${username}></bdi
        ><span .textContent=${after}></span
      ></span>
      ${backButton(view)}
    </div>
  `;
}

/**
 * To the first step; the user name stays.
 * @param typed the name, where this step has it typed
 */
export const backButton = ({ text, send }: View, typed?: () => string): TemplateResult =>
  linkButton(text.shared.back, () => send({ type: 'start-over', ...(typed && { username: typed() }) }));
