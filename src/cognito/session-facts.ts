/** What can be read from a session's tokens. Pure, the clock aside that the SDK reckons with. */
import type { CognitoUserSession } from './sdk-internals.js';

/** A session is refreshed so long before its end, in seconds; one that lives shorter than twice that, at half its life. */
const margin = 60;

/** Whether it is time to refresh a session, or past it. */
export function isDue(session: CognitoUserSession): boolean {
  if (!session.isValid()) return true;
  const [access, id] = [session.getAccessToken(), session.getIdToken()];
  const end = Math.min(access.getExpiration(), id.getExpiration());
  const life = end - Math.min(access.getIssuedAt(), id.getIssuedAt());
  const left = end - (Date.now() / 1000 - session.getClockDrift());
  return left <= Math.min(margin, life / 2);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * How the pool's user is called in front of people. A pool whose people sign in with an e-mail address or a phone number makes up
 * the user's name itself, and that is a UUID.
 */
export function spokenName(username: string, session: CognitoUserSession): string {
  if (!uuid.test(username)) return username;
  const claims = session.getIdToken().decodePayload();
  const names = [claims.email, claims.phone_number, claims.preferred_username];
  return names.find((name): name is string => typeof name === 'string' && name !== '') ?? username;
}
