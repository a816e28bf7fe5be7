/** Takes a walk: a pool for it, a page with the element, and a person on it. */
import type { Browser, Page } from 'playwright-core';
import { scenarios } from '../../../demo/user-pool/scenarios.js';
import { Outbox } from '../../hosts/outbox.js';
import { Visit } from '../../hosts/visit.js';
import { openPool } from '../../support/pool.js';
import type { Site } from './site.js';
import { noteSteps, Visitor } from './visitor.js';
import type { Walk } from './walks.js';

export interface Way {
  readonly browser: Browser;
  readonly site: Site;
  /** The address of the pools' host. */
  readonly pools: string;
  /** Further attributes of the element. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** The page around the element. */
  page(element: string): string;
  /** The page that holds that page in a frame, if any. */
  around?(address: string): string;
  /** A script that the browser runs before the page's own. */
  readonly inject?: string;
  arrived: Visitor['arrived'];
}

const tag = (attributes: Readonly<Record<string, string>>): string =>
  `<cognito-mfa-login ${Object.entries(attributes)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')}></cognito-mfa-login>`;

/** @returns what the console and the page said that a developer would have to look into */
export async function take(walk: Walk, way: Way): Promise<string[]> {
  const scenario = scenarios.find(({ name }) => name === walk.scenario)!;
  const pool = await openPool({ settings: scenario.settings, users: [scenario.user] }, way.pools);
  const ids = { 'user-pool-id': pool.userPoolId, 'client-id': pool.clientId, endpoint: pool.endpoint };
  const attributes = { ...ids, ...scenario.attributes, ...walk.attributes, ...way.attributes };
  const inner = await way.site.write(scenario.name, way.page(tag(attributes)));
  const address = way.around ? await way.site.write(`${scenario.name}-around`, way.around(inner)) : inner;
  const visit = await Visit.with(way.browser, { url: address, outbox: new Outbox(way.pools), development: false });
  visit.page.setDefaultTimeout(30_000); // many walks go side by side
  await visit.page.addInitScript(noteSteps);
  if (way.inject) await visit.page.addInitScript({ content: way.inject });
  if (walk.passkeys) await addAuthenticator(visit.page);
  try {
    await visit.open('');
    const place = way.around ? visit.page.frameLocator('iframe') : visit.page;
    await walk.go(new Visitor(visit, place, pool, scenario.user.username, way.arrived));
    // What was reported before this comes before its answer.
    await place.locator('html').evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  } catch (error) {
    visit.problems.add(String(error));
  }
  await visit.close();
  return [...visit.problems];
}

/** Built in, with a person who agrees at once. */
async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
}
