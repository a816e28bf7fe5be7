import type { StepName } from '../../../../src/flow/state.js';
import { must, Tab } from '../tab.js';
import { steps, textMessage, ways } from '../ways.js';
import type { Situation, World } from '../world.js';

/** Away by a link, and back by the browser's button. @returns whether the page came out of the cache */
async function awayAndBack({ page }: Tab): Promise<boolean> {
  await page.getByRole('link', { name: 'Elsewhere' }).click();
  await page.getByRole('heading', { name: 'Elsewhere' }).waitFor();
  // page.goBack() waits for a load, which a page out of the cache does not have.
  await page.evaluate(() => history.back()).catch(() => undefined);
  await page.getByRole('link', { name: 'Elsewhere' }).waitFor();
  return page.evaluate(() => cameBack);
}

const check = (step: StepName) => async (world: World) => {
  const tab = await Tab.open(world, { way: ways[step] });
  await tab.goTo(step);
  must(await awayAndBack(tab), 'the page was not kept in the cache');
  await tab.isAt(ways[step].heading);
  await tab.goOn(step, ways[step], { forgot: true });
  await tab.close();
};

/** What was typed is the browser's to keep; the password that the element kept for a new code is gone. */
async function checkKeptPassword(world: World): Promise<void> {
  const tab = await Tab.open(world, { way: ways.code, clock: true });
  await tab.goTo('code');
  must(await awayAndBack(tab), 'the page was not kept in the cache');
  await tab.page.clock.fastForward(31_000);
  await tab.press('Send a new code');
  await tab.sees('Enter your password and we will send a new code.');
  must((await tab.field('Password').inputValue()) === '', 'a password is there');
  must((await tab.sent()) === 1, 'a message went out without the password');
  await tab.does(ways.password.on);
  await tab.widget.getByText(/^New code in /).waitFor();
  must((await tab.sent()) === 2, 'no message went out with it');
  await tab.goOn('code');
  await tab.close();
}

/**
 * Chromium keeps no page that has once asked for WebOTP, not even one that asks no more (`notRestoredReasons`: "otpcredential"), so the
 * page is loaded anew: with `resume="session"` it goes on where it was.
 */
async function checkTextMessage(world: World): Promise<void> {
  const tab = await Tab.open(world, { way: textMessage, set: { resume: 'session' } });
  await tab.goTo('code', textMessage);
  await awayAndBack(tab);
  await tab.isAt(textMessage.heading);
  await tab.goOn('code', textMessage);
  await tab.close();
}

export const bfcache: Situation = {
  name: 'bfcache',
  checks: {
    ...Object.fromEntries(steps.map((step) => [step, check(step)])),
    'the kept password': checkKeptPassword,
    'code by text message': checkTextMessage,
  },
};
