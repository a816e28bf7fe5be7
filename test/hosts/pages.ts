/** What is checked on the pages that every host has. */
import { submitCode, submitPassword, toTheCode, type Check } from './steps.js';
import type { Visit } from './visit.js';

/** Whether the form has its styles, wherever it is: a target of 44 px, as WCAG 2.5.5 asks. */
export async function isStyled({ page }: Visit): Promise<boolean> {
  const box = await page.getByRole('button', { name: 'Sign in', exact: true }).boundingBox();
  return (box?.height ?? 0) >= 44;
}

/**
 * Away in the middle of a sign-in and back again, then a whole one, taken up after a reload, and a sign-out.
 * @param sameElement whether what comes back is what left, and still knows the name
 */
export const checkHome = (sameElement: boolean) => async (visit: Visit, check: Check) => {
  check('the form is styled', await isStyled(visit));
  await toTheCode(visit, check);
  await visit.press('Hide sign-in');
  await visit.page.getByLabel('Code', { exact: true }).waitFor({ state: 'detached' });
  check('it leaves the page', (await visit.page.locator('cognito-mfa-login').count()) === 0);
  await visit.press('Show sign-in');
  check('it comes back at the first step', await visit.isAt('Sign in'));
  const name = await visit.page.getByLabel('User name').inputValue();
  check('it knows the name if it is the same', name === (sameElement ? 'ann' : ''));
  check('it forgot the password', (await visit.page.getByLabel('Password', { exact: true }).inputValue()) === '');
  await submitPassword(visit);
  await submitCode(visit);
  check('the app has the session', await visit.reads('Hello ann@example.com'));
  await visit.page.reload();
  check('the session outlives a reload', await visit.reads('Signed in as ann.'));
  check('the app has it then, too', await visit.reads('Hello ann@example.com'));
  await visit.press('Sign out');
  check('the app hears of the sign-out', await visit.reads('Goodbye ann'));
};

/** Attributes and properties, set before the element is on the page, changed there, and taken away. */
export async function checkSettings(visit: Visit, check: Check): Promise<void> {
  const { page } = visit;
  const theme = (value: string) => page.locator(`cognito-mfa-login[theme=${value}]`).isVisible();
  const forgotten = page.getByRole('button', { name: 'Forgot password?' });
  check('first: a property that is an object', await visit.isAt('Welcome'));
  check('first: the name', (await page.getByLabel('User name').inputValue()) === 'ann');
  check('first: a word', (await theme('light')) && !(await forgotten.isVisible()));

  await visit.press('Change');
  check('changed: a property that is an object', await visit.isAt('Moin'));
  await page.getByRole('button', { name: 'Anmelden' }).waitFor();
  check('changed: another name, in another language', await page.getByLabel('E-Mail-Adresse').isVisible());
  check('changed: a word', await theme('dark'));

  await visit.press('Clear');
  check('cleared: the default heading', await visit.isAt('Sign in'));
  check('cleared: the default name', await page.getByLabel('User name').isVisible());
  check('cleared: the default words', (await forgotten.isVisible()) && !(await theme('dark')));
}

/** Two on a page: their fields have names of their own, and each page's handler hears of its own element. */
export async function checkTwice(visit: Visit, check: Check): Promise<void> {
  const first = visit.page.getByRole('region', { name: 'First' });
  const second = visit.page.getByRole('region', { name: 'Second' });
  await second.getByLabel('User name').waitFor();
  const ids = await visit.page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  check('no id is given twice', new Set(ids).size === ids.length);
  await toTheCode(visit, check, second);
  check('the other stays where it is', await visit.isAt('Sign in', first));
  await submitCode(visit, second);
  check('the second app is told', await visit.reads('Hello ann', second));
  check('the first is not', await visit.reads('Nobody is signed in.', first));
  await submitPassword(visit, undefined, first);
  await submitCode(visit, first);
  check('the first is told of its own', await visit.reads('Hello ann', first));
  await visit.press('Sign out', first);
  check('it alone signs out', await visit.reads('Goodbye ann', first));
  check('the second stays signed in', await visit.reads('Hello ann', second));
}
