import { html, nothing, type TemplateResult } from 'lit';
import type { PasswordRule } from '../../flow/error.js';
import { rulesOf, type PasswordPolicy } from '../../flow/password-policy.js';
import { fill, type Messages } from '../../i18n/messages.js';
import type { View } from '../step-view.js';
import { check, circle } from './later-icons.js';

type ListedRule = keyof Messages['passwordRules']['listed'];

/** What a new password needs; a rule that is met gets a tick, and a word for who cannot see it. */
export function passwordRules(view: View): TemplateResult {
  const lines = listedRules(view.options.passwordPolicy).map((rule) => ruleLine(rule, view));
  return html`<ul class="cml-rules" part="rules" role="list" id=${view.id('password-rules')}>
    ${lines}
  </ul>`;
}

const listedRules = (policy: PasswordPolicy): readonly ListedRule[] => rulesOf(policy).filter(isListed);
const isListed = (rule: PasswordRule): rule is ListedRule => rule !== 'history' && rule !== 'other';

function ruleLine(rule: ListedRule, { text: { passwordRules: text }, options, metRules }: View): TemplateResult {
  const met = metRules.has(rule);
  const sentence = fill(text.listed[rule], { minLength: options.passwordPolicy.minLength });
  return html`<li class="cml-rule ${met ? 'cml-met' : ''}">
    ${met ? check : circle}<span .textContent=${sentence}></span>
    ${met ? html`<span class="cml-hidden" .textContent=${text.met}></span>` : nothing}
  </li>`;
}

/**
 * The same for password managers, so that what they suggest is taken:
 * https://developer.apple.com/documentation/security/customizing-password-autofill-rules
 */
export const rulesForManagers = (policy: PasswordPolicy): string =>
  listedRules(policy)
    .map((rule) => (rule === 'length' ? `minlength: ${policy.minLength};` : `required: ${characters[rule]};`))
    .join(' ');

const characters: Readonly<Record<Exclude<ListedRule, 'length'>, string>> = {
  lowercase: 'lower',
  uppercase: 'upper',
  number: 'digit',
  symbol: '[-.!?@#$%&*]',
};
