/** What others do to the page, from the beginning or at a step, and then the whole way on. */
import type { StepName } from '../../../../src/flow/state.js';
import { Tab } from '../tab.js';
import { steps, ways } from '../ways.js';
import type { Situation, World } from '../world.js';

type Who = 'translator' | 'extension' | 'wrapper';

const befall = (tab: Tab, who: Who) => tab.frame.evaluate((name) => void befalls[name](), who);

const check = (step: StepName, who: Who, when: 'from the start' | 'from this step on') => async (world: World) => {
  const tab = await Tab.open(world, { way: ways[step] });
  if (when === 'from the start') await tab.isAt('Sign in');
  else await tab.goTo(step);
  await befall(tab, who);
  if (when === 'from the start') await tab.goTo(step);
  await tab.goOn(step);
  await tab.close();
};

const fromTheStart = (who: Who) => steps.map((step) => [step, check(step, who, 'from the start')] as const);
const fromEachStep = (who: Who) =>
  steps.map((step) => [`${step} from this step on`, check(step, who, 'from this step on')] as const);

/** The person may press "Translate" at any step. */
export const translation: Situation = {
  name: 'page translation',
  checks: Object.fromEntries([...fromTheStart('translator'), ...fromEachStep('translator')]),
};

/** They are there before the page is, and act at each change. */
export const extension: Situation = {
  name: 'extension’s nodes',
  checks: Object.fromEntries(fromTheStart('extension')),
};

export const wrapping: Situation = {
  name: 'extension’s wrappers',
  checks: Object.fromEntries(fromTheStart('wrapper')),
};
