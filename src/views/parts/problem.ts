import { html, type TemplateResult } from 'lit';
import type { Problem } from '../../flow/error.js';
import { fill } from '../../i18n/messages.js';
import type { View } from '../step-view.js';
import { exclamation } from './icons.js';

/** The field that each of these is about; the rest concern the form as a whole. */
const fieldByCode: Partial<Record<Problem['code'], string>> = {
  'username-missing': 'username',
  'password-missing': 'password',
  'invalid-credentials': 'password',
  'code-missing': 'code',
  'code-format': 'code',
  'wrong-code': 'code',
};

/** The name of the field in error, or null. */
export const fieldInError = (problem: Problem | null): string | null => (problem && fieldByCode[problem.code]) ?? null;

export const problemText = (problem: Problem, { text }: View): string =>
  fill(text.errors[problem.code], { minutes: ('minutes' in problem && problem.minutes) || 0 });

/** A sentence with the error's icon; changing text is bound as a property, so that a translated page does not lose it. */
export const problemLine = (sentence: string): TemplateResult =>
  html`<span class="cml-problem">${exclamation}<span .textContent=${sentence}></span></span>`;
