/** Storage refused, or given to the frame alone, in a frame of another site. */
import type { Browser, Frame } from 'playwright-core';
import type { StepName } from '../../../../src/flow/state.js';
import { openChromium } from '../own-chromium.js';
import { addressOf, must, openWay, Tab } from '../tab.js';
import { steps, textMessage, ways, type Way } from '../ways.js';
import type { Situation, World } from '../world.js';

const warning = 'The storage refused the tokens, so the session lasts as long as this page.';

const readStorage = (frame: Frame) =>
  frame.evaluate(() => {
    try {
      return localStorage.length >= 0 ? 'given' : '';
    } catch (error) {
      return (error as DOMException).name;
    }
  });

/** The element in a frame of a page of another site. */
async function embed(tab: Tab, address: string, otherSite: string, sandbox: Readonly<Record<string, string>>) {
  const query = new URLSearchParams({ ...sandbox, frame: address }).toString();
  await tab.page.goto(`${otherSite}embedding.html?${query}`);
  await tab.page.frameLocator('iframe').getByRole('heading', { name: 'Sign in' }).waitFor();
  tab.frame = tab.page.frames().find((frame) => frame.parentFrame())!;
}

/** The developer is told once that nothing was stored, and of nothing else. */
async function goesOnWithoutStorage(tab: Tab, step: StepName, way: Way): Promise<void> {
  const told = (text: string) => text.includes(warning);
  await tab.goTo(step, way);
  await tab.goOn(step, way, { allowed: told });
  must(tab.problems.filter(told).length === 1, `told of it ${tab.problems.filter(told).length} times`);
  const valid = await tab.frame.evaluate(() =>
    document
      .querySelector('cognito-mfa-login')!
      .getSession()
      .then((session) => session?.isValid()),
  );
  must(valid === true, 'there is no session');
}

const sandboxed = (step: StepName) => async (world: World) => {
  const way = ways[step];
  const { pool, username } = await openWay(way, world.site.pools);
  const context = await world.newContext();
  const tab = new Tab(await context.newPage(), pool, username);
  const address = addressOf(world.site.url, pool, { ...way.set, resume: 'session' }, {});
  await embed(tab, address, world.site.otherSite, { sandbox: 'allow-scripts allow-forms' });
  const storage = await readStorage(tab.frame);
  must(storage === 'SecurityError', `the storage is ${storage}`);
  await goesOnWithoutStorage(tab, step, way);
  await tab.close();
};

/** Its prompts are for frames of the page's own site, unless that allows them to others. */
const withoutPasskeys = steps.filter((step) => !ways[step].set?.passkeys);

/** In a Chromium as people have it. */
async function openFrame({ site }: World, preferences: object) {
  const { pool, username } = await openWay(textMessage, site.pools);
  const chromium = await openChromium(preferences);
  const browser: Browser = await chromium.connect();
  const tab = new Tab(await browser.contexts()[0]!.newPage(), pool, username);
  const address = addressOf(site.url, pool, { authFlow: 'srp' }, {});
  await embed(tab, address, site.otherSite, {});
  return { chromium, tab, address };
}

/** The person has refused storage to every site. */
async function checkRefused(world: World): Promise<void> {
  const { chromium, tab } = await openFrame(world, { profile: { default_content_setting_values: { cookies: 2 } } });
  try {
    const storage = await readStorage(tab.frame);
    must(storage === 'SecurityError', `the storage is ${storage}`);
    await goesOnWithoutStorage(tab, 'code', textMessage);
  } finally {
    await chromium.close();
  }
}

/** The frame has a storage of its own: the session is there after a reload, and not on the site itself. */
async function checkPartitioned(world: World, preferences: object): Promise<void> {
  const { chromium, tab, address } = await openFrame(world, preferences);
  try {
    await tab.goTo('code', textMessage);
    await tab.goOn('code', textMessage);
    must((await tab.storedKeys()).length === 5, 'nothing is stored');
    const itself = new Tab(await tab.page.context().newPage(), tab.pool, tab.username);
    await itself.page.goto(address);
    await itself.isAt('Sign in');
    must((await itself.storedKeys()).length === 0, 'the session is stored on the site itself');
    await tab.page.reload();
    await tab.page.frameLocator('iframe').getByRole('heading', { name: 'You are signed in' }).waitFor();
  } finally {
    await chromium.close();
  }
}

export const storage: Situation = {
  name: 'third-party frame',
  checks: {
    ...Object.fromEntries(withoutPasskeys.map((step) => [`${step} sandboxed`, sandboxed(step)])),
    'storage refused by the person': checkRefused,
    'storage partitioned': (world) => checkPartitioned(world, {}),
    'third-party cookies refused': (world) => checkPartitioned(world, { profile: { cookie_controls_mode: 1 } }),
  },
  without: 'passkeys are not asked for in frames of other sites',
};
