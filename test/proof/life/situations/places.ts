/** Where the element is on the page: in a form of the page's own, in a dialog, in what is inert for a while. */
import type { StepName } from '../../../../src/flow/state.js';
import { must, Tab } from '../tab.js';
import { steps, ways } from '../ways.js';
import type { Situation, World } from '../world.js';

const submissions = (tab: Tab) => tab.frame.evaluate(() => globalThis.submissions);
const hasFocus = (tab: Tab) => tab.frame.evaluate(() => befalls.focusPlace());

/** What the page's form would send. */
const formKeys = (tab: Tab) =>
  tab.frame.evaluate(() => [...new FormData(document.querySelector<HTMLFormElement>('#place > form')!).keys()].join());

const inForm = (step: StepName) => async (world: World) => {
  const tab = await Tab.open(world, { way: ways[step], query: { place: 'form' } });
  await tab.goTo(step);
  const keys = await formKeys(tab);
  must(keys === 'nickname', `the page's form has ${keys}`);
  // The person saves the page's form, which is not ours to hear of.
  await tab.page.getByLabel('Nickname').press('Enter');
  must((await submissions(tab)) === 1, 'the page’s form was not submitted by its own field');
  await tab.isAt(ways[step].heading);
  await tab.goOn(step);
  must((await submissions(tab)) === 1, 'the page’s form was submitted by ours');
  await tab.close();
};

const inDialog = (step: StepName) => async (world: World) => {
  const tab = await Tab.open(world, { way: ways[step], query: { place: 'dialog' } });
  const dialog = tab.page.locator('dialog');
  await tab.goTo(step);
  must(await dialog.isVisible(), 'the dialog was closed on the way');
  await tab.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await dialog.evaluate((opened: HTMLDialogElement) => opened.showModal());
  await tab.isAt(ways[step].heading);
  await tab.frame.evaluate(() => befalls.focus());
  must(await hasFocus(tab), 'the focus does not come back');
  await tab.goOn(step);
  must((await dialog.isVisible()) && (await submissions(tab)) === 0, 'the dialog was closed by our form');
  await tab.close();
};

const inert = (step: StepName) => async (world: World) => {
  const tab = await Tab.open(world, { way: ways[step] });
  await tab.goTo(step);
  const asked = (await tab.pool.log()).length;
  await tab.frame.evaluate(() => befalls.inert(true));
  await tab.page.getByRole('button', { name: 'Before' }).focus();
  await tab.page.keyboard.press('Tab');
  await tab.page.keyboard.type('nothing');
  await tab.page.keyboard.press('Enter');
  must(!(await hasFocus(tab)), 'the focus got into what is inert');
  must((await tab.pool.log()).length === asked, 'the service was asked');
  await tab.frame.evaluate(() => befalls.inert(false));
  await tab.frame.evaluate(() => befalls.focus());
  must(await hasFocus(tab), 'the focus does not come back');
  await tab.isAt(ways[step].heading);
  await tab.goOn(step);
  await tab.close();
};

const at = (check: (step: StepName) => (world: World) => Promise<void>) =>
  Object.fromEntries(steps.map((step) => [step, check(step)]));

export const pageForm: Situation = { name: 'page’s own form', checks: at(inForm) };
export const dialog: Situation = { name: 'dialog', checks: at(inDialog) };
export const inertPage: Situation = { name: 'inert', checks: at(inert) };
