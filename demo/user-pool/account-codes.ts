import { accountDestination, deliver } from './delivery.js';
import type { Pool } from './pool.js';
import type { Purpose } from './verification-codes.js';
import type { User, UserStatus } from './users.js';

/** What was sent to a user before they come with this status: by the administrator who resets passwords, or by the sign-up. */
const purposes: Partial<Record<UserStatus, Purpose>> = { 'reset-required': 'reset', unconfirmed: 'sign-up' };

/** Sends the code that a user's status goes with, as the service does when it sets the status. */
export function sendAccountCode(pool: Pool, user: User): void {
  const purpose = purposes[user.status];
  const destination = accountDestination(user);
  if (!purpose || !destination) return;
  const code = pool.verificationCodes.issue(purpose, user);
  deliver(pool, { ...destination, user, code, origin: undefined, occasion: purpose });
}
