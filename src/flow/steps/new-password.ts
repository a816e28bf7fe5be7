import { stepFailed, tick } from '../attempt.js';
import type { Transition } from '../command.js';
import type { FieldError, LoginError } from '../error.js';
import type { LoginEvent } from '../event.js';
import type { Attribute } from '../outcome.js';
import { isE164, isEmail, readEmail } from '../read-address.js';
import type { NewPasswordState } from '../state.js';

export function newPassword(state: NewPasswordState, event: LoginEvent): Transition {
  if (event.type === 'tick') return tick(state, event.at);
  if (event.type !== 'submit-new-password' || state.busy) return [state, []];
  const { password } = event;
  const attributes = state.attributes.map((asked) => answered(asked, event.attributes));
  const error = findFault(attributes) ?? (password ? null : ({ code: 'password-missing' } as const));
  if (error) return [{ ...state, attributes, error }, []];
  const answer = { kind: 'new-password', password, attributes } as const;
  return [{ ...state, attributes, busy: 'submit', error: null }, [{ type: 'answer', answer }]];
}

/** A password that was not taken is typed again. */
export function newPasswordFailed(state: NewPasswordState, error: LoginError): Transition {
  const [next, commands] = stepFailed(state, error);
  return [next, next.name === 'new-password' ? [{ type: 'forget-password' }, ...commands] : commands];
}

/** What is asked for, in the order in which it is; nothing else is sent. */
function answered({ name, value }: Attribute, given: readonly Attribute[]): Attribute {
  const found = given.find((attribute) => attribute.name === name);
  const text = found?.value ?? value;
  return { name, value: name === 'email' ? readEmail(text) : text.trim() };
}

function findFault(attributes: readonly Attribute[]): FieldError | null {
  for (const { name, value } of attributes) {
    if (!value) return { code: 'attribute-missing', attribute: name };
    if (name === 'email' && !isEmail(value)) return { code: 'email-format', attribute: name };
    if (name === 'phone_number' && !isE164(value)) return { code: 'phone-format', attribute: name };
  }
  return null;
}
