import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../step-view.js';
import { linkButton } from './buttons.js';
import { line } from './line.js';
import { qrCode } from './qr-code.js';

/** An authenticator app's secret in all three ways in which it gets there: as a picture, typed, and by a link on the same phone. */
export function secret(key: string, { username }: { readonly username: string }, view: View): TemplateResult {
  const { text, options, copied, copy } = view;
  const address = keyAddress(key, options.issuer, username);
  return html`<div class="cml-secret" part="secret">
    ${qrCode(address, view)}
    <p class="cml-key-label" id=${view.id('key')} .textContent=${text.setUpTotp.key}></p>
    <div class="cml-key" role="group" aria-labelledby=${view.id('key')}>
      <code class="cml-key-text" part="key" translate="no" dir="ltr">${groups(key)}</code>
      ${linkButton(copied ? text.setUpTotp.copied : text.setUpTotp.copy, ({ currentTarget }) => copy(key, (currentTarget as Element).previousElementSibling!))}
    </div>
    ${copied === false ? line({ problem: text.setUpTotp.copyFailed }) : nothing}
    <a class="cml-link" part="link" href=${address}><span .textContent=${text.setUpTotp.openApp}></span></a>
  </div>`;
}

/**
 * Groups of four, with no blanks among them: what is copied by hand is the key. By no regular expression, which would leave it in
 * `RegExp.input`.
 */
const groups = (key: string): TemplateResult[] =>
  Array.from({ length: Math.ceil(key.length / 4) }, (_, place) => key.slice(4 * place, 4 * place + 4)).map(
    (group) => html`<span class="cml-key-group" .textContent=${group}></span>`,
  );

/** Half a character, which a text of the page or the service may hold, is none that can be encoded. */
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));

/** As authenticator apps read it: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export function keyAddress(key: string, issuer: string, account: string): string {
  // A colon parts the issuer from the account, even one that is encoded.
  const [from, name] = [issuer, account].map((text) => encode(text.replaceAll(':', ' ')));
  return `otpauth://totp/${from}:${name}?secret=${encode(key)}&issuer=${from}`;
}
