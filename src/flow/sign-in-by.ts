import type { Call } from './command.js';
import type { BegunBy, LoginState } from './state.js';

/**
 * Whether the first step asks for the password, or for the user name alone.
 * @param authFlow the element's `auth-flow`
 */
export const beginsWithPassword = (authFlow: string): boolean => authFlow !== 'custom' && authFlow !== 'choice';

/** Begins without a password. */
export const signInBy = (by: Exclude<BegunBy, 'password'>, username: string): Call => ({
  ...{ type: 'authenticate', username, password: null },
  ...(by === 'passkey' && { factor: 'passkey' }),
});

/** What the sign-in that is under way began with: the password, unless it is known that it took none. */
export function begunBy(state: LoginState): BegunBy {
  switch (state.name) {
    case 'sign-in':
    case 'custom-challenge':
    case 'confirm-sign-up':
      return state.by;
    case 'passkey':
      return 'passkey';
    case 'choose-factor':
      return 'username';
    case 'code':
      return state.passwordless ? 'username' : 'password';
    case 'password':
      return state.busy === 'choose' ? 'username' : 'password';
    default:
      return 'password';
  }
}
