/**
 * A part of the built files that cannot be loaded: the person is told, what was typed stays, and the next press has it. The session that
 * comes of it is watched as any other.
 */
import type { Browser, BrowserContext } from 'playwright-core';
import { bob, openPool, password } from '../../support/pool.js';
import type { Site } from './site.js';

/** What the first press needs, by the names of the files. */
const parts = ['open-cognito', 'later-steps'];

/** In another tab of the same browser. */
async function signOutElsewhere(context: BrowserContext, address: string): Promise<void> {
  const tab = await context.newPage();
  await tab.route('**/*.js', (route) => route.abort());
  await tab.goto(address);
  await tab.evaluate(() => localStorage.clear());
}

async function lose(part: string, browser: Browser, site: Site): Promise<string[]> {
  const { userPoolId, clientId, endpoint, log } = await openPool({ users: [bob] }, site.pools);
  const context = await browser.newContext();
  const page = await context.newPage();
  // As after a deployment: what the console has to say of it cannot come from a chunk either.
  const address = new RegExp(`/dist/chunks/(${part}|advice)-`);
  const told: string[] = [];
  page.on('console', (message) => told.push(message.text()));
  let refused = 0;
  await page.route(address, (route) => (refused++, route.abort()));
  try {
    await page.goto(
      site.show(`<cognito-mfa-login user-pool-id="${userPoolId}" client-id="${clientId}" endpoint="${endpoint}">
        </cognito-mfa-login><script type="module">import '/dist/index.js';</script>`),
    );
    await page.getByLabel('User name').fill('bob');
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByText('could not be loaded').first().waitFor();
    const early = (await log()).length;
    await page.unroute(address);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    await signOutElsewhere(context, page.url());
    await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
    return [
      ...(refused ? [] : ['was not asked for']),
      ...(early ? [`${early} requests went out without it`] : []),
      ...(told.some((text) => /chunk.*for as long as pages of it are open/.test(text))
        ? []
        : ['the console is silent']),
    ];
  } catch (error) {
    return [String(error)];
  } finally {
    await context.close();
  }
}

export async function lostParts(browser: Browser, site: Site): Promise<string[]> {
  const found = await Promise.all(parts.map((part) => lose(part, browser, site)));
  return parts.flatMap((part, index) => found[index]!.map((what) => `${part}: ${what}`));
}
