/** What one person tries with what belongs to another. */
import { errorOf, respond } from '../../user-pool/call.js';
import type { TestPool } from '../../support/pool.js';
import type { Waiting } from './people.js';

export type Codes = ReadonlyMap<string, string>;

/** The codes of everybody who waits for one, by name: as their message has them, or their authenticator app shows them. */
export async function readCodes(pool: TestPool, waiting: readonly Waiting[]): Promise<Codes> {
  const sent = new Map((await pool.outbox()).map(({ username, code }) => [username, code]));
  const entries = waiting.map(async ({ person: { username, mfa } }) => {
    const code = mfa === 'totp' ? await pool.authenticatorCode(username) : sent.get(username);
    return [username, code ?? ''] as const;
  });
  return new Map(await Promise.all(entries));
}

/** Somebody else who waits for a code of the same kind, and has another one. */
export function otherThan(one: Waiting, waiting: readonly Waiting[], codes: Codes): Waiting {
  const { username, mfa } = one.person;
  const others = [...waiting.slice(waiting.indexOf(one) + 1), ...waiting];
  return others.find(({ person }) => person.mfa === mfa && codes.get(person.username) !== codes.get(username))!;
}

const challengeOf = { sms: 'SMS_MFA', totp: 'SOFTWARE_TOKEN_MFA', email: 'EMAIL_OTP' } as const;
const invalid = 'NotAuthorizedException: Invalid session for the user.';

/**
 * By another's code; by another's Session in one's own name; by one's own Session in another's name, with either code.
 * @returns what the answers were, and whether they were right, by what was tried
 */
export async function tryAnothers(pool: TestPool, one: Waiting, other: Waiting, codes: Codes) {
  const [own, foreign] = [one, other].map(({ person }) => codes.get(person.username)!);
  const name = challengeOf[one.person.mfa];
  const send = async (session: string, USERNAME: string, code: string) => {
    const answer = await respond(pool, name, session, { USERNAME, [`${name}_CODE`]: code }).then(errorOf);
    return { answer, right: answer === invalid };
  };
  const byCode = await one.step.confirm(foreign!).then(
    () => ({ answer: 'signed in', right: false }),
    (error: Error) => ({ answer: String(error), right: 'code' in error && error.code === 'wrong-code' }),
  );
  return {
    'another’s code': byCode,
    'another’s Session': await send(other.session, one.poolName, own!),
    'another’s name and code': await send(one.session, other.poolName, foreign!),
    'another’s name': await send(one.session, other.poolName, own!),
  };
}
