/** What is checked on pages that one host has and others have not. */
import { readyPassword } from '../../demo/user-pool/ready-users.js';
import { isStyled } from './pages.js';
import { signInAndOut, submitCode, toTheCode, type Check } from './steps.js';
import type { Visit } from './visit.js';

/** With the file's hash in the page: the file as it is published runs, and any other does not. */
export async function checkIntegrity(visit: Visit, check: Check): Promise<void> {
  const { page, problems } = visit;
  const integrity = await page.locator('script[integrity]').getAttribute('integrity');
  check('the page has the hash of the installed file', /^sha384-.{64}$/.test(integrity ?? ''));
  await signInAndOut(visit, check);
  await page.route('**/cognito-mfa-login.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()} ` });
  });
  await page.reload();
  await page.getByRole('heading', { name: 'Plain, checked' }).waitFor();
  check('a file with one blank more is not run', !(await page.getByLabel('User name').count()));
  const told = [...problems].filter((problem) => problem.includes('integrity'));
  check('and the browser says why', told.length === 1);
  for (const problem of told) problems.delete(problem);
}

/** A page of the app's own, and back by its links: the sign-in is left in the middle, and begins anew. */
export async function checkLinks(visit: Visit, check: Check): Promise<void> {
  const { page } = visit;
  const follow = (name: string) => page.getByRole('link', { name, exact: true }).click();
  const begun = await page.evaluate(() => performance.timeOrigin);
  await toTheCode(visit, check);
  await follow('Settings');
  check('a link leads to another page', await visit.isAt('Settings'));
  check('whose sign-in is at the first step', await visit.isAt('Welcome'));
  await follow('Home');
  check('a link leads back', await visit.isAt('Vue'));
  check('where the sign-in begins anew', await visit.isAt('Sign in'));
  check('with nothing of before', (await page.getByLabel('User name').inputValue()) === '');
  await signInAndOut(visit, check);
  check('all in one page', (await page.evaluate(() => performance.timeOrigin)) === begun);
}

/** In a component with a shadow root of its own. */
export async function checkShadow(visit: Visit, check: Check): Promise<void> {
  await visit.isAt('Sign in');
  check('the form is styled in a shadow root', await isStyled(visit));
  await signInAndOut(visit, check);
}

const service = '**/pools/**';

/** The stored tokens have run out. */
const letTokensEnd = ({ page }: Visit) =>
  page.evaluate(() => {
    for (const [key, token] of Object.entries({ ...localStorage }).filter(([key]) => /\.(id|access)Token$/.test(key))) {
      const [head, body, signature] = token.split('.') as [string, string, string];
      const claims = JSON.parse(atob(body.replaceAll('-', '+').replaceAll('_', '/'))) as { iat: number };
      const ended = btoa(JSON.stringify({ ...claims, exp: claims.iat }));
      localStorage.setItem(key, [head, ended.replaceAll('=', ''), signature].join('.'));
    }
  });

/** The tokens have run out, and the service cannot be asked for others: nobody is sent away for that, from either page. */
async function checkGuardOffline(visit: Visit, check: Check): Promise<void> {
  const { page, problems } = visit;
  await page.route(service, (route) => route.abort());
  await letTokensEnd(visit);
  await page.reload();
  check('who is offline stays, too', await visit.isAt('Members'));
  check('and reads why nothing is there', await visit.reads('No connection'));
  const address = page.url();
  await page.goto(new URL('/sign-in', address).href);
  check('or signs in anew', await visit.isAt('Members sign in'));
  await page.goto(address);
  await visit.isAt('Members');
  await page.unroute(service);
  for (const problem of [...problems].filter((text) => text.includes('net::ERR_FAILED'))) problems.delete(problem);
}

/** A route for those who are signed in. */
export async function checkGuard(visit: Visit, check: Check): Promise<void> {
  check('who is not signed in is asked to', await visit.isAt('Members sign in'));
  await toTheCode(visit, check);
  await submitCode(visit);
  check('the handler goes on to the guarded route', await visit.isAt('Members'));
  check('where the session is known', await visit.reads('Hello ann@example.com'));
  await visit.page.reload();
  check('a reload stays there', await visit.isAt('Members'));
  await checkGuardOffline(visit, check);
  await visit.page.goto(new URL('/sign-in', visit.page.url()).href);
  check('who is signed in is not asked again', await visit.isAt('Members'));
  await visit.press('Sign out');
  check('a sign-out leads back', await visit.isAt('Members sign in'));
  await visit.page.getByRole('link', { name: 'Members' }).click();
  check(
    'the guard asks again',
    (await visit.isAt('Members sign in')) && !(await visit.page.getByText('Hello').count()),
  );
}

/** The SDK's callbacks with its boxes in the middle: what the element is there to replace. It works, and is compared with `/`. */
export async function checkBefore(visit: Visit, check: Check): Promise<void> {
  const { page, site } = visit;
  const boxes: string[] = [];
  page.on('dialog', (box) => {
    boxes.push(box.type());
    void site.outbox.newest().then((code) => box.accept(code));
  });
  await visit.type('User name', 'ann');
  await visit.submit('Password', 'Not-my-password-1');
  check('a wrong password is refused', await visit.reads('Incorrect username or password.'));
  await visit.submit('Password', readyPassword);
  check('the app has the session', await visit.reads('Hello ann@example.com'));
  check('two boxes asked for the code', boxes.join() === 'confirm,prompt');
  await visit.press('Sign out');
  check('it signs out', await visit.reads('Goodbye ann'));
}
