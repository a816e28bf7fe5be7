/** A person signs in on the built files: by SRP, with a code from a text message, in a browser, on the local pool. */
import type { Browser, Page } from 'playwright-core';
import { ann, openPool, password, type TestPool } from '../../support/pool.js';
import { readJson } from './dist.js';
import type { Site } from './site.js';

export interface Visit {
  readonly broken: string[];
  /** Paths of the built files that were loaded, from dist. */
  readonly loaded: readonly string[];
}

/** How a page brings the element. */
export const ways = {
  'one file by a script tag': () => {
    const integrity = readJson<Record<string, string>>('dist/cdn/integrity.json')['cognito-mfa-login.js'];
    return `<script type="module" src="/dist/cdn/cognito-mfa-login.js" integrity="${integrity}"></script>`;
  },
  'modules by an import map': () => `<script type="module">import '/dist/index.js';</script>`,
} as const;

/** The names of Node's that its packages would set. */
const foreign = ['global', 'process', 'Buffer'];

/** A page's console and uncaught errors, and what it loads. */
export function watch(page: Page) {
  const spoken: string[] = [];
  const loaded: string[] = [];
  page.on('console', (message) => spoken.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => spoken.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const path = /\/dist\/(.*\.js)$/.exec(new URL(request.url()).pathname)?.[1];
    if (path) loaded.push(path);
  });
  return { spoken, loaded };
}

async function enter(page: Page, pool: TestPool): Promise<void> {
  await page.getByLabel('User name').fill('ann');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code', { exact: true }).waitFor();
  await page.getByLabel('Code', { exact: true }).fill(await pool.lastCode());
  await page.keyboard.press('Enter');
}

export async function signIn(browser: Browser, site: Site, script: string): Promise<Visit> {
  const pool = await openPool({ users: [ann] }, site.pools);
  const context = await browser.newContext();
  const page = await context.newPage();
  const { spoken, loaded } = watch(page);
  const { userPoolId, clientId, endpoint } = pool;
  const tag = `<cognito-mfa-login user-pool-id="${userPoolId}" client-id="${clientId}" endpoint="${endpoint}"></cognito-mfa-login>`;
  const broken: string[] = [];
  try {
    await page.goto(
      site.show(`${tag}<output></output><script>
      document.querySelector('cognito-mfa-login').addEventListener('login-success', async ({ detail }) => {
        const session = await detail.getSession();
        document.querySelector('output').textContent = detail.username + ' ' + session.isValid();
      });</script>${script}`),
    );
    await enter(page, pool);
    await page.getByText('ann true').waitFor();
    const set = await page.evaluate((names) => names.filter((name) => name in window), foreign);
    broken.push(...set.map((name) => `${name} is set on the page`));
    const asked = (await pool.log()).map(({ operation, challenge }) => challenge ?? operation).join(', ');
    if (asked !== 'InitiateAuth, PASSWORD_VERIFIER, SMS_MFA') broken.push(`the pool was asked for ${asked}`);
  } catch (error) {
    broken.push(String(error));
  }
  await context.close();
  return { broken: [...broken, ...spoken], loaded };
}
