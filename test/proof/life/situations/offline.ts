import type { StepName } from '../../../../src/flow/state.js';
import { must, Tab } from '../tab.js';
import { steps, ways, type Properties } from '../ways.js';
import type { Situation, World } from '../world.js';

/** The step's submission without a network: it is told, and nothing is lost that the next one needs. */
const check = (step: StepName, set: Properties) => async (world: World) => {
  const { context, tab } = await openAt(world, step, set);
  await context.setOffline(true);
  await ways[step].on[0]!(tab);
  if (step === 'signed-in') await signsOut(tab);
  else if (step === 'remember-device') await doesWithout(tab);
  else await isTold(tab, step);
  await context.setOffline(false);
  const next = step === 'signed-in' ? 'sign-in' : step;
  if (step !== 'remember-device') await tab.goOn(next, ways[next], { allowed });
  await tab.close();
};

/** For the developer, when nobody could be asked to revoke the token. */
const allowed = (text: string) => text.endsWith('The service did not end the session: Offline.');

async function openAt(world: World, step: StepName, set: Properties) {
  const tab = await Tab.open(world, { way: ways[step], set });
  await tab.goTo(step);
  return { tab, context: tab.page.context() };
}

async function isTold(tab: Tab, step: StepName): Promise<void> {
  await tab.widget
    .getByText('No connection. Check your network and try again.')
    .filter({ visible: true })
    .first()
    .waitFor();
  await tab.isAt(ways[step].heading);
  const failures = await tab.heard('login-failure');
  const [{ code, retryable } = {}] = failures;
  must(failures.length === 1 && code === 'offline' && retryable === true, `heard ${JSON.stringify(failures)}`);
}

/** Nobody stays signed in here who wanted out, network or not. */
async function signsOut(tab: Tab): Promise<void> {
  await tab.isAt('Sign in');
  must((await tab.storedKeys()).length === 0, 'tokens stayed in the storage');
}

/** Nobody is kept from signing in because a convenience failed. */
async function doesWithout(tab: Tab): Promise<void> {
  await tab.isAt('You are signed in');
  const failures = await tab.heard('login-failure');
  must(failures.length === 0, `heard ${JSON.stringify(failures)}`);
  tab.hasNoProblem();
}

/** A session that is not past needs nobody to be asked. */
async function checkSession(world: World): Promise<void> {
  const { tab, context } = await openAt(world, 'signed-in', {});
  await context.setOffline(true);
  const valid = await tab.frame.evaluate(() =>
    document
      .querySelector('cognito-mfa-login')!
      .getSession()
      .then((session) => session?.isValid()),
  );
  must(valid === true, 'a session that holds was not given');
  await context.setOffline(false);
  await tab.isAt('You are signed in');
  await tab.close();
}

export const offline: Situation = {
  name: 'offline',
  checks: {
    ...Object.fromEntries(steps.map((step) => [step, check(step, {})])),
    'sign-in srp': check('sign-in', { authFlow: 'srp' }),
    'a session that holds': checkSession,
  },
};
