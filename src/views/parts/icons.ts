import { html } from 'lit';

export const eye = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
  <circle cx="12" cy="12" r="2.75" />
</svg>`;

export const eyeOff = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
  <circle cx="12" cy="12" r="2.75" />
  <path d="M4.5 4.5l15 15" />
</svg>`;

export const exclamation = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="12" cy="12" r="10" stroke="none" />
  <path d="M12 7v6.25M12 16.75v.01" />
</svg>`;

export const passkey = html`<svg class="cml-icon" viewBox="0 0 24 24" aria-hidden="true">
  <circle cx="8" cy="15.5" r="4.5" />
  <path d="M11.25 12.25L19.5 4M15.5 8l3 3M18.25 5.25l2.25 2.25" />
</svg>`;
