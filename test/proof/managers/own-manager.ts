/** What Chromium's own password manager makes of the element: fills it, and offers to save what signed somebody in. */
import type { Page } from 'playwright-core';
import { readyPassword } from '../../../demo/user-pool/ready-users.js';
import { scenarios } from '../../../demo/user-pool/scenarios.js';
import type { PoolDefinition } from '../../../demo/user-pool/hosted-pool.js';
import { ann, bob, openPool, wrongPassword, type TestPool } from '../../support/pool.js';
import { scripts, type Site } from '../steps/site.js';
import { OwnManager } from './chromium.js';

export interface Observation {
  readonly what: string;
  readonly holds: boolean;
}

interface Stand {
  readonly manager: OwnManager;
  /** An origin of its own for each case: what is saved for one is not offered at another. */
  readonly site: Site;
  readonly pools: string;
  readonly fields: 'slotted' | 'shadow';
}

interface Opened {
  readonly page: Page;
  readonly pool: TestPool;
  readonly address: string;
}

async function open(
  { manager, site, pools, fields }: Stand,
  definition: PoolDefinition,
  flow = 'password',
): Promise<Opened> {
  const pool = await openPool(definition, pools);
  const ids = `user-pool-id="${pool.userPoolId}" client-id="${pool.clientId}" endpoint="${pool.endpoint}"`;
  const address = await site.write(
    'own-manager',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title>
    <cognito-mfa-login ${ids} fields="${fields}" storage="memory" auth-flow="${flow}"></cognito-mfa-login>
    <script type="module" src="${scripts['one file']}"></script></html>`,
  );
  return { page: await manager.context.newPage(), pool, address };
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

async function submit(page: Page, label: string, text: string): Promise<void> {
  await field(page, label).fill(text);
  await field(page, label).press('Enter');
}

const isAt = (page: Page, heading: string) => page.getByRole('heading', { name: heading, exact: true }).waitFor();

/** Filled by the browser: what it shows a person; a script sees the values once the person has touched the page. */
async function fills(stand: Stand): Promise<Observation[]> {
  const { manager, fields } = stand;
  const { page, address } = await open(stand, { users: [bob] });
  await manager.save(address, 'bob', readyPassword);
  await page.goto(address);
  await page.locator('input[name=password]:autofill').waitFor();
  const filled = await page
    .locator('form input:autofill')
    .evaluateAll((all) => all.map((one) => one.getAttribute('name')));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await isAt(page, 'You are signed in');
  await page.close();
  return [
    {
      what: `fields="${fields}": fills user name and password, which sign in`,
      holds: filled.join() === 'username,password',
    },
  ];
}

/** The name was typed a step before; the form still says whose password it is. */
async function fillsLater(stand: Stand): Promise<Observation[]> {
  const { settings, user } = scenarios.find(({ name }) => name === 'passkey')!;
  const { page, address } = await open(stand, { settings, users: [user] }, 'choice');
  await stand.manager.save(address, user.username, readyPassword);
  await page.goto(address);
  await submit(page, 'User name', user.username);
  await isAt(page, 'Enter your password');
  await page.locator('input[name=password]:autofill').waitFor();
  await field(page, 'Password').press('Enter');
  await isAt(page, 'You are signed in');
  await page.close();
  return [{ what: `fields="${stand.fields}": fills the password at the step after the name`, holds: true }];
}

interface Case {
  readonly what: string;
  readonly definition: PoolDefinition;
  /** Whether it is to offer to save. */
  readonly offers: boolean;
  go(page: Page, pool: TestPool): Promise<void>;
}

const scenario = (name: string): PoolDefinition & { username: string } => {
  const { settings, user } = scenarios.find((candidate) => candidate.name === name)!;
  return { settings, users: [user], username: user.username };
};
const chosen = 'Green-Valley-93';

const cases: readonly Case[] = [
  {
    what: 'offers to save what signed in',
    definition: { users: [bob] },
    offers: true,
    async go(page) {
      await field(page, 'User name').fill('bob');
      await submit(page, 'Password', readyPassword);
      await isAt(page, 'You are signed in');
    },
  },
  {
    what: 'offers to save a password after which a code is asked for',
    definition: { users: [ann] },
    offers: true,
    async go(page, pool) {
      await field(page, 'User name').fill('ann');
      await submit(page, 'Password', readyPassword);
      await field(page, 'Code').waitFor();
      await submit(page, 'Code', await pool.lastCode());
      await isAt(page, 'You are signed in');
    },
  },
  {
    what: 'offers nothing for a wrong password',
    definition: { users: [bob] },
    offers: false,
    async go(page) {
      await field(page, 'User name').fill('bob');
      await submit(page, 'Password', wrongPassword);
      await page.getByText('The user name or password is not right.').first().waitFor();
    },
  },
  {
    what: 'offers to save a new password after which a code is asked for',
    definition: scenario('new-password-then-email-code'),
    offers: true,
    async go(page, pool) {
      await field(page, 'User name').fill('nan');
      await submit(page, 'Password', readyPassword);
      await submit(page, 'New password', chosen);
      await field(page, 'Code').waitFor();
      await submit(page, 'Code', await pool.lastCode());
      await isAt(page, 'You are signed in');
    },
  },
  {
    what: 'offers to save the password of a reset',
    definition: scenario('forgot-password'),
    offers: true,
    async go(page, pool) {
      await field(page, 'User name').fill('flo');
      await page.getByRole('button', { name: 'Forgot password?' }).click();
      await page.getByRole('button', { name: 'Send a code' }).click();
      await field(page, 'Code').waitFor();
      await field(page, 'Code').fill(await pool.lastCode());
      await submit(page, 'New password', chosen);
      await isAt(page, 'You are signed in');
    },
  },
];

async function offers(stand: Stand, { what, definition, offers: expected, go }: Case): Promise<Observation> {
  const { page, pool, address } = await open(stand, definition);
  const log = await stand.manager.listen();
  await page.goto(address);
  await go(page, pool);
  const holds = (await log.offers()) === expected;
  await log.close();
  await page.close();
  return { what: `fields="${stand.fields}": ${what}`, holds };
}

/** What breaks off is an observation that does not hold. */
const observe = (what: string, act: () => Promise<Observation[]>): Promise<Observation[]> =>
  act().catch((error: unknown) => [{ what: `${what}: ${String(error)}`, holds: false }]);

/** @param openSite a site of another origin each time */
export async function watchOwnManager(openSite: () => Promise<Site>, pools: string): Promise<Observation[] | null> {
  const manager = await OwnManager.start();
  if (!manager) return null;
  const all: Observation[] = [];
  for (const fields of ['slotted', 'shadow'] as const) {
    const acts = [fills, fillsLater, ...cases.map((one) => async (stand: Stand) => [await offers(stand, one)])];
    for (const act of acts) {
      const site = await openSite();
      all.push(...(await observe(`fields="${fields}"`, () => act({ manager, site, pools, fields }))));
      await site.close();
    }
  }
  await manager.close();
  return all;
}
