import type { TemplateResult } from 'lit';
import type { View } from '../step-view.js';
import { anyPassword, type PasswordFrame } from './password-field.js';
import { passwordRules, rulesForManagers } from './password-rules.js';

/** A password that is chosen now, with what the pool asks of it. */
export function newPasswordField(frame: PasswordFrame, view: View): TemplateResult {
  const rules = { below: passwordRules(view), describedBy: view.id('password-rules') };
  const managerRules = rulesForManagers(view.options.passwordPolicy);
  const label = view.text.shared.newPassword;
  return anyPassword({ ...frame, ...rules, managerRules, label }, 'new-password', view);
}
