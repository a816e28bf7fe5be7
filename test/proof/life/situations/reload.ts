import type { StepName } from '../../../../src/flow/state.js';
import { must, Tab } from '../tab.js';
import { steps, ways } from '../ways.js';
import type { Situation, World } from '../world.js';

/** The tokens are stored by then: what is offered afterwards is passed over. */
const signedIn: readonly StepName[] = ['remember-device', 'add-passkey', 'signed-in'];

/** Where a reload leads, as the README promises it. */
const leadsTo = (step: StepName, resume: 'off' | 'session'): StepName => {
  if (signedIn.includes(step)) return 'signed-in';
  return step === 'code' && resume === 'session' ? 'code' : 'sign-in';
};

const check = (step: StepName, resume: 'off' | 'session') => async (world: World) => {
  const tab = await Tab.open(world, { way: ways[step], set: { resume } });
  await tab.goTo(step);
  const [asked, sent] = [(await tab.pool.log()).length, await tab.sent()];
  await tab.page.reload();
  const next = leadsTo(step, resume);
  await tab.isAt(ways[next].heading);
  must((await tab.sent()) === sent, 'a message was sent by the reload');
  must((await tab.pool.log()).length === asked, 'the service was asked by the reload');
  const heard = await tab.frame.evaluate(() => told.map(({ type }) => type).join());
  must(heard === (next === 'sign-in' ? '' : 'login-step'), `the page heard of ${heard}`);
  // One way on: the same again, or the code that was sent, or the session that is there.
  if (next === 'code') await tab.goOn('code');
  if (next === 'sign-in') await tab.goBackTo(step);
  if (next === 'signed-in') {
    await tab.press('Sign out');
    await tab.isAt('Sign in');
  }
  tab.hasNoProblem();
  await tab.close();
};

const both = (step: StepName) =>
  (['off', 'session'] as const).map((resume) => [`${step} resume="${resume}"`, check(step, resume)] as const);

export const reload: Situation = {
  name: 'reload',
  checks: Object.fromEntries(steps.flatMap(both)),
};
