import { tick } from '../attempt.js';
import type { Transition } from '../command.js';
import type { LoginEvent } from '../event.js';
import { isEmail, readEmail } from '../read-address.js';
import type { SetUpEmailState } from '../state.js';

/** No cool-down holds it back, since the address before may have been mistyped; its code counts among those of the attempt. */
export function setUpEmail(state: SetUpEmailState, event: LoginEvent): Transition {
  if (event.type === 'tick') return tick(state, event.at);
  if (event.type !== 'submit-email' || state.busy) return [state, []];
  const email = readEmail(event.email);
  if (!isEmail(email)) return [{ ...state, email, error: { code: email ? 'email-format' : 'email-missing' } }, []];
  return [{ ...state, email, busy: 'submit', error: null }, [{ type: 'answer', answer: { kind: 'email', email } }]];
}
