import type { Browser, Page } from 'playwright-core';
import { readyPassword } from '../../../../demo/user-pool/ready-users.js';
import { jwt } from '../../../support/scripted-service.js';
import { ActivatedPage } from '../activated-page.js';
import { openChromium, until, type OwnChromium } from '../own-chromium.js';
import { addressOf, must, openWay, Tab } from '../tab.js';
import { knownName, textMessage, ways, type Properties, type Way } from '../ways.js';
import type { Situation, World } from '../world.js';

interface Case {
  readonly way: Way;
  readonly set?: Properties;
  /** What was done in this tab before, and what that left in it. */
  before?(tab: Tab): Promise<void>;
  /** What the person types once they are there: the name of a field, and what goes into it. */
  types?(tab: Tab): Promise<readonly [string, string]>;
}

const pageOf = (browser: Browser): Page => browser.contexts().flatMap((context) => context.pages())[0]!;

/** In milliseconds; DevTools have let go of the page by then. */
const letGo = 1000;

/** To the page that has the next one prerendered, and goes there when it says that it is. */
async function leaveFor(next: string, tab: Tab, chromium: OwnChromium, from: Browser): Promise<void> {
  await tab.page.evaluate(([to, delay]) => void setTimeout(() => location.assign(to), delay), [next, letGo] as const);
  await from.close();
  await until(async () => (await chromium.titles()).includes('Before'), 'the page that prerenders');
  await until(async () => !(await chromium.titles()).includes('Before'), 'the prerendered page');
}

const check = (given: Case) => async (world: World) => {
  const chromium = await openChromium();
  try {
    await checkIn(chromium, world, given);
  } finally {
    await chromium.close();
  }
};

async function checkIn(chromium: OwnChromium, { site }: World, { way, set, before, types }: Case): Promise<void> {
  const { pool, username } = await openWay(way, site.pools);
  const address = addressOf(site.url, pool, { ...way.set, ...set }, {});
  const browser = await chromium.connect();
  const tab = new Tab(pageOf(browser), pool, username);
  await tab.page.goto(address);
  await before?.(tab);
  const query = new URLSearchParams({ next: address }).toString();
  await leaveFor(`${site.url}prerendering.html?${query}`, tab, chromium, browser);
  const page = await ActivatedPage.of(await chromium.connect());
  await checkUnseen(page);
  await isAt(page, way.heading);
  if (types) await page.enter(...(await types(tab)));
  await isAt(page, 'You are signed in');
}

async function checkUnseen(page: ActivatedPage): Promise<void> {
  const start = await page.read("performance.getEntriesByType('navigation')[0].activationStart");
  must(Number(start) > 0, 'the page was not prerendered');
  const seen = JSON.stringify(await page.read('unseen'));
  must(seen === JSON.stringify({ asked: 0, prompts: 0, told: 0, focus: 'body' }), `before anybody saw it: ${seen}`);
}

const isAt = (page: ActivatedPage, heading: string) =>
  until(
    async () =>
      (await page.read(
        "document.querySelector('cognito-mfa-login').shadowRoot.querySelector('h2').textContent.trim()",
      )) === heading,
    heading,
  );

/** The name is there: it was given, or typed before. */
const typesPassword = () => Promise.resolve(['password', readyPassword] as const);

/** Signed in, with an access token that is past: it would be refreshed as soon as the page is there. */
async function leavePastToken(tab: Tab): Promise<void> {
  await tab.goTo('signed-in');
  const past = jwt({ from: -7200, until: -3600, username: tab.username });
  await tab.frame.evaluate((token) => {
    const key = Object.keys(localStorage).find((name) => name.endsWith('.accessToken'))!;
    localStorage.setItem(key, token);
  }, past);
}

export const prerender: Situation = {
  name: 'prerender',
  checks: {
    'sign-in': check({ way: ways['sign-in'], set: { username: 'rio' }, types: typesPassword }),
    'a known name with passkeys': check({ way: knownName, types: typesPassword }),
    'a code to be gone on with': check({
      way: textMessage,
      set: { resume: 'session' },
      before: (tab) => tab.goTo('code', textMessage),
      types: async ({ pool }) => ['code', await pool.lastCode()],
    }),
    'a session to be refreshed': check({ way: ways['signed-in'], before: leavePastToken }),
  },
};
