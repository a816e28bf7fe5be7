/** The sign-in as a person goes through it, the same in every host. */
import type { Locator, Page } from 'playwright-core';
import { readyPassword } from '../../demo/user-pool/ready-users.js';
import type { Visit } from './visit.js';

export type Check = (what: string, holds: boolean) => void;

export const refusal = 'The user name or password is not right.';

/** Types name and password, and sends them. */
export async function submitPassword(visit: Visit, password = readyPassword, place: Page | Locator = visit.page) {
  await visit.type('User name', 'ann', place);
  await visit.submit('Password', password, place);
}

/** A wrong password is refused and nothing goes out; the right one leads to the code, with one message. */
export async function toTheCode(visit: Visit, check: Check, place: Page | Locator = visit.page): Promise<void> {
  const { outbox } = visit.site;
  const before = await outbox.count();
  await submitPassword(visit, 'Not-my-password-1', place);
  check('a wrong password is refused', await visit.reads(refusal, place));
  check('no message goes out for it', (await outbox.count()) === before);
  await submitPassword(visit, readyPassword, place);
  await place.getByLabel('Code', { exact: true }).waitFor();
  check('one message goes out', (await outbox.count()) === before + 1);
}

export async function submitCode(visit: Visit, place: Page | Locator = visit.page): Promise<void> {
  await place.getByLabel('Code', { exact: true }).waitFor(); // by then the message has gone out
  await visit.submit('Code', await visit.site.outbox.newest(), place);
}

/** A refusal, a whole sign-in by SMS, and a sign-out, each of which the app hears of. */
export async function signInAndOut(visit: Visit, check: Check): Promise<void> {
  await toTheCode(visit, check);
  await submitCode(visit);
  check('the app has the session', await visit.reads('Hello ann@example.com'));
  await visit.press('Sign out');
  check('the app hears of the sign-out', await visit.reads('Goodbye ann'));
}
