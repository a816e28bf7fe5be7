import type { UserDefinition } from './users.js';

/** A user of the demo, with the sentence its page shows. */
export interface ReadyUser extends UserDefinition {
  description: string;
}

/** All of them have it, so that nobody has to look it up twice. */
export const readyPassword = 'Blue-Lagoon-7';

const user = (
  username: string,
  description: string,
  more: Omit<UserDefinition, 'username' | 'password'>,
): ReadyUser => ({
  ...{ username, password: readyPassword, email: `${username}@example.com`, description },
  ...more,
});

/** One for each situation. The phone number is of Ofcom's range for films, which rings nowhere. */
export const readyUsers: readonly ReadyUser[] = [
  user('ann', 'gets a code by SMS', { mfa: 'sms', phoneNumber: '+447700900114' }),
  user('tom', 'has an authenticator app', { mfa: 'totp', totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }),
  user('eve', 'gets a code by e-mail', { mfa: 'email' }),
  user('bob', 'needs the password only', {}),
  user('lou', 'is locked after too many tries', { status: 'locked' }),
  user('dan', 'has been disabled', { status: 'disabled' }),
];
