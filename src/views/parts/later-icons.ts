/** What no first step shows: a module of its own, or it would be in the first chunk. */
import { html, type TemplateResult } from 'lit';
import type { Channel, Factor } from '../../flow/outcome.js';
import { passkey } from './icons.js';

export const check = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M5 12.5l4.5 4.5L19 7.5" />
</svg>`;

export const circle = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="3" />
</svg>`;

export const chevron = html`<svg class="cml-icon cml-chevron" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M9.5 6l6 6-6 6" />
</svg>`;

const padlock = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <rect x="4.5" y="10.5" width="15" height="10" rx="2.5" />
  <path d="M8 10.5V7.75a4 4 0 0 1 8 0v2.75" />
</svg>`;

const message = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M6.5 4.5h11a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H12l-4.5 4v-4h-1a3 3 0 0 1-3-3v-6a3 3 0 0 1 3-3Z" />
  <path d="M8.25 10.5v.01M12 10.5v.01M15.75 10.5v.01" />
</svg>`;

const envelope = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <rect x="3.5" y="5.5" width="17" height="13" rx="2.5" />
  <path d="M4.25 7.5L12 13l7.75-5.5" />
</svg>`;

const phone = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <rect x="6.5" y="3" width="11" height="18" rx="2.5" />
  <path d="M9.25 9.75h5.5M9.25 12.75h5.5M11.25 17.75h1.5" />
</svg>`;

/** What stands beside a method in a list of choices. */
export const methodIcons: Readonly<Record<Channel | Factor, TemplateResult>> = {
  password: padlock,
  passkey,
  sms: message,
  email: envelope,
  totp: phone,
};
