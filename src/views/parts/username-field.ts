import type { TemplateResult } from 'lit';
import type { FieldErrorCode } from '../../flow/error.js';
import { isE164, isEmail, readEmail } from '../../flow/read-address.js';
import type { Fields, View } from '../step-view.js';
import type { FieldFrame } from './field.js';
import { textField } from './text-field.js';

/** The user name's kinds, by `login-with`. */
const kinds = {
  username: {},
  email: { inputmode: 'email' },
  phone: { type: 'tel', inputmode: 'tel' },
} as const;

interface Asking {
  readonly username: string;
  readonly problem: FieldFrame['problem'];
  readonly problemSentence?: FieldFrame['problemSentence'];
  readonly fields: readonly string[];
  readonly busy: boolean;
  /** Whether a browser may list its passkeys with the saved names. */
  readonly passkeys?: boolean;
}

/** Who somebody is: a user name, an e-mail address or a phone number. */
export function usernameField({ username, passkeys = false, ...frame }: Asking, view: View): TemplateResult {
  const { text, options } = view;
  return textField(
    {
      ...frame,
      ...kinds[options.loginWith],
      name: 'username',
      label: text.signIn[options.loginWith],
      // An error says the same, in its place.
      hints: [options.loginWith === 'phone' && !frame.problem ? text.shared.phoneHint : undefined],
      autocomplete: ['username', ...(passkeys ? ['webauthn'] : [])].join(' '),
      value: username,
    },
    view,
  );
}

/** The user name as it is sent, and what is wrong with it. The check is gentle: only the service knows its users. */
export function readUsername(fields: Fields, view: View): { username: string; fault: FieldErrorCode | null } {
  const text = fields('username');
  switch (view.options.loginWith) {
    case 'email': {
      const username = readEmail(text);
      return { username, fault: isEmail(username) ? null : 'username-email' };
    }
    case 'phone': {
      const username = view.readPhone(text);
      return { username, fault: isE164(username) ? null : 'username-phone' };
    }
    default:
      return { username: text, fault: null };
  }
}
