import type { StepName } from '../../../../src/flow/state.js';
import { must, Tab } from '../tab.js';
import { steps, textMessage, ways, type Properties, type Way } from '../ways.js';
import type { Situation, World } from '../world.js';

const tamings = ['default', 'severe'] as const;
type Taming = (typeof tamings)[number];

/** SES says on the console what it removed; nothing else may be there. */
const allowed = (text: string) => text.startsWith('Removing intrinsics.');

const check = (step: StepName, way: Way, lockdown: Taming, set: Properties) => async (world: World) => {
  const tab = await Tab.open(world, { way, set, query: { lockdown } });
  must(await tab.frame.evaluate(() => Object.isFrozen(Array.prototype)), 'there was no lockdown');
  await tab.goTo(step, way);
  await tab.goOn(step, way, { allowed });
  await tab.close();
};

/** Severe is default, and more: each step under the one, a whole sign-in under both. */
export const lockdown: Situation = {
  name: 'SES lockdown',
  checks: {
    ...Object.fromEntries(steps.map((step) => [`${step} severe`, check(step, ways[step], 'severe', {})])),
    ...Object.fromEntries(
      tamings.map((taming) => [
        `text message and srp ${taming}`,
        check('code', textMessage, taming, { authFlow: 'srp' }),
      ]),
    ),
  },
  without: 'after lockdown() alone lit does not load: Symbol.metadata has to be a vetted shim',
};
