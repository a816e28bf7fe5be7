import type { Transition } from '../command.js';
import type { FieldErrorCode } from '../error.js';
import type { LoginEvent } from '../event.js';
import { signInBy } from '../sign-in-by.js';
import type { BegunBy, SignInState } from '../state.js';
import { toForgotPassword } from './forgot-password.js';

export function signIn(state: SignInState, event: LoginEvent): Transition {
  switch (event.type) {
    case 'submit-credentials':
    case 'submit-username':
    case 'use-passkey':
      return state.busy ? [state, []] : submit(state, event);
    case 'passkey-picked':
      if (state.busy) return [state, []];
      return [begin({ ...state, username: event.username }, 'passkey'), [answerPasskey]];
    case 'forgot-password':
      // The browser may still be listing passkeys for the name.
      return state.busy ? [state, []] : [toForgotPassword(event.username.trim()), [{ type: 'abandon' }]];
    case 'prefill':
      // While a sign-in is under way the name is the one that was submitted.
      return [state.busy ? state : { ...state, username: event.username.trim() }, []];
    default:
      return [state, []];
  }
}

const answerPasskey = { type: 'answer', answer: { kind: 'passkey' } } as const;

type Submission = Extract<LoginEvent, { type: 'submit-credentials' | 'submit-username' | 'use-passkey' }>;

function submit(state: SignInState, event: Submission): Transition {
  const username = event.username.trim();
  const password = event.type === 'submit-credentials' ? event.password : null;
  const fault = findFault(username, password, event.fault);
  if (fault) return [{ ...state, username, error: { code: fault } }, []];
  const by = begunBy[event.type];
  const command = by === 'password' ? ({ type: 'authenticate', username, password } as const) : signInBy(by, username);
  return [begin({ ...state, username }, by), [command]];
}

const begunBy: Readonly<Record<Submission['type'], BegunBy>> = {
  'submit-credentials': 'password',
  'submit-username': 'username',
  'use-passkey': 'passkey',
};

const begin = (state: SignInState, by: BegunBy): SignInState => ({
  ...{ ...state, busy: 'authenticate', error: null, notice: null },
  by,
});

function findFault(username: string, password: string | null, fault?: FieldErrorCode | null): FieldErrorCode | null {
  if (!username) return 'username-missing';
  if (fault) return fault;
  return password === '' ? 'password-missing' : null;
}
