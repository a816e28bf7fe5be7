import type { CognitoError } from '../errors.js';
import type { AnswerCall } from './challenge.js';

/**
 * Whether a wrong code uses up its session. The service's documentation is silent; several published clients let people try
 * again with the same session, so it does not.
 */
const WRONG_CODE_SPENDS_SESSION = false;

/** Counts a wrong code. */
export function refuseCode({ pool, user, session }: AnswerCall, error: CognitoError): never {
  pool.lockout.fail(user);
  if (WRONG_CODE_SPENDS_SESSION) pool.sessions.spend(session);
  throw error;
}
