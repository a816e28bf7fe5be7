import type { StepName } from '../../../../src/flow/state.js';
import { must, Tab } from '../tab.js';
import { steps, ways } from '../ways.js';
import type { Situation, World } from '../world.js';

/** Those that a challenge's session stands behind, three minutes long in this pool. */
const timed: readonly StepName[] = [
  ...(['choose-factor', 'passkey', 'code', 'choose-mfa', 'choose-set-up', 'set-up-totp'] as const),
  ...(['set-up-email', 'new-password', 'custom-challenge'] as const),
];

const tooLong = /^That took too long(\. Please sign in again\.|, and this key is no longer valid\.)/;

/**
 * The page is frozen, as in a tab that the browser put to sleep, and the clock has gone on when it wakes up.
 * @param frozen off where the next thing is a passkey's prompt, for which Chromium then says that the page has no focus: after DevTools'
 * freeze it never has it again
 */
async function sleep({ page, pool }: Tab, minutes: number, { frozen = true } = {}): Promise<void> {
  const session = await page.context().newCDPSession(page);
  if (frozen) await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.clock.setSystemTime(Date.now() + minutes * 60_000);
  await pool.advance(minutes * 60_000);
  if (frozen) await session.send('Page.setWebLifecycleState', { state: 'active' });
  await page.waitForTimeout(1100); // the element reads the clock each second
}

async function isTold(tab: Tab, step: StepName): Promise<void> {
  await tab.widget.getByText(tooLong).filter({ visible: true }).first().waitFor();
  const failures = await tab.heard('login-failure');
  const { code, step: at } = failures.at(-1) ?? {};
  must(
    failures.length === 1 && code === 'session-expired' && at === step,
    `the page heard ${JSON.stringify(failures)}`,
  );
}

/** Sign in again, with the name there already; the app's set-up starts again where it was. */
async function goesOn(tab: Tab, step: StepName): Promise<void> {
  if (step === 'set-up-totp') {
    await tab.press('Start again');
    return tab.isAt(ways[step].heading);
  }
  await tab.isAt('Sign in');
  const name = await tab.field('User name').inputValue();
  must(name === tab.username, `the name is "${name}"`);
  return tab.goBackTo(step);
}

const check = (step: StepName) => async (world: World) => {
  const tab = await Tab.open(world, { way: ways[step], clock: true });
  await tab.goTo(step);
  const sent = await tab.sent();
  await sleep(tab, 4, { frozen: step !== 'add-passkey' });
  if (timed.includes(step)) {
    await isTold(tab, step);
    must((await tab.sent()) === sent, 'a message was sent by itself');
    await goesOn(tab, step);
  } else await tab.isAt(ways[step].heading);
  await tab.goOn(step, ways[step], { forgot: true });
  await tab.close();
};

/** A night: the tokens are past, the refresh token is not. */
async function checkNight(world: World): Promise<void> {
  const tab = await Tab.open(world, { clock: true });
  await tab.goTo('sign-in');
  await tab.does(ways['signed-in'].to);
  await tab.isAt('You are signed in');
  await sleep(tab, 600);
  const valid = await tab.frame.evaluate(async () =>
    document
      .querySelector('cognito-mfa-login')!
      .getSession()
      .then((session) => session?.isValid()),
  );
  must(valid === true, 'the session was not refreshed');
  await tab.isAt('You are signed in');
  await tab.goOn('signed-in');
  await tab.close();
}

export const sleeping: Situation = {
  name: 'sleep',
  checks: { ...Object.fromEntries(steps.map((step) => [step, check(step)])), 'signed-in for a night': checkNight },
};
