import type { Problem } from '../../flow/error.js';
import { fill, inUnits } from '../../i18n/messages.js';
import type { View } from '../step-view.js';
import { attributeField, attributeLabel } from './attribute-names.js';

/** The field that each of these is about; the rest concern the form as a whole. */
const fieldByCode: Partial<Record<Problem['code'], string>> = {
  'username-missing': 'username',
  'username-email': 'username',
  'username-phone': 'username',
  'password-missing': 'password',
  'password-policy': 'password',
  'invalid-credentials': 'password',
  'code-missing': 'code',
  'code-format': 'code',
  'code-expired': 'code',
  'wrong-code': 'code',
  'email-missing': 'email',
  'email-format': 'email',
  'answer-missing': 'answer',
  'account-conflict': 'email',
};

/**
 * The name of the field in error, or null where the error concerns the form as a whole.
 * @param fields the names of the form's fields: an error may come from a step that had others
 */
export function fieldInError(problem: Problem | null, fields: readonly string[]): string | null {
  if (!problem) return null;
  const attribute = 'attribute' in problem ? problem.attribute : undefined;
  const name = attribute === undefined ? fieldByCode[problem.code] : attributeField(attribute);
  if (name === undefined) return null;
  // An e-mail address may be asked for as an attribute.
  return fields.find((field) => field === name || field === attributeField(name)) ?? null;
}

export function problemText(problem: Problem, view: View): string {
  const { text } = view;
  if ('attribute' in problem && problem.attribute !== undefined)
    return fill(text.errors[problem.code], { attribute: attributeLabel(problem.attribute, text) });
  if ('rule' in problem && problem.rule) return text.passwordRules.refused[problem.rule];
  const minutes = ('minutes' in problem && problem.minutes) || 0;
  if ('ofAnswers' in problem && problem.ofAnswers) return text.signIn.refused;
  const sentence =
    problem.code === 'invalid-credentials' ? wrongCredentials(view) : text.errors[sameKind(problem.code, view)];
  return fill(sentence, { minutes: inUnits(minutes, 'minute', text) });
}

/** Where an e-mail address is given, the account that exists already is the one with that address. */
export const addressProblemText = (problem: Problem, view: View): string =>
  problem.code === 'account-conflict' ? view.text.shared.addressTaken : newPasswordProblemText(problem, view);

/** Where the password is a new one, nobody shall take it for the one they have. */
export const newPasswordProblemText = (problem: Problem, view: View): string =>
  problem.code === 'password-missing' ? view.text.shared.newPasswordMissing : problemText(problem, view);

/** By what the person was asked for, and never by what the service found wrong. */
function wrongCredentials({ text, options: { mode, loginWith } }: View): string {
  if (mode === 'reauth') return text.signIn.wrong.reauth;
  return loginWith === 'username' ? text.errors['invalid-credentials'] : text.signIn.wrong[loginWith];
}

/** A missing user name is asked for as what it is. */
function sameKind(code: Problem['code'], { options: { loginWith } }: View): Problem['code'] {
  if (code !== 'username-missing' || loginWith === 'username') return code;
  return loginWith === 'email' ? 'username-email' : 'username-phone';
}
