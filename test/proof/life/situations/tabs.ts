import { readyPassword } from '../../../../demo/user-pool/ready-users.js';
import type { StepName } from '../../../../src/flow/state.js';
import { must, Tab } from '../tab.js';
import { steps, ways } from '../ways.js';
import type { Situation, World } from '../world.js';

const names = ['accessToken', 'clockDrift', 'idToken', 'refreshToken'];

/** What is stored is all of one user, or nothing. The device's own keys stay when somebody signs out. */
async function belongsTo(tab: Tab, username: string | null): Promise<void> {
  const wanted = username ? ['LastAuthUser', ...names.map((name) => `${username}.${name}`)].sort() : [];
  const stored = (await tab.storedKeys()).filter((key) => !/\.(device|randomPassword)/.test(key));
  must(stored.join() === wanted.join(), `stored is "${stored.join()}", not "${wanted.join()}"`);
}

/** Up to the code of her authenticator app, which is typed and not sent. */
async function beginAsZoe(tab: Tab): Promise<void> {
  await tab.isAt('Sign in');
  await tab.type('User name', 'zoe');
  await tab.enter('Password', readyPassword);
  await tab.field('Code').waitFor();
  await tab.type('Code', await tab.pool.authenticatorCode('zoe'));
}

async function signInAsZoe(tab: Tab, step: StepName): Promise<void> {
  await beginAsZoe(tab);
  await tab.page.keyboard.press('Enter');
  if (step === 'remember-device') await tab.press('Not now'); // its pool asks whoever signs in
  await isIn(tab, 'zoe');
}

async function isIn(tab: Tab, username: string): Promise<void> {
  await tab.isAt('You are signed in');
  await tab.sees(`Signed in as ${username}.`);
  await belongsTo(tab, username);
}

async function signOut(tab: Tab): Promise<void> {
  await tab.press('Sign out');
  await tab.isAt('Sign in');
}

/** In the middle of a sign-in nothing that happens in another tab disturbs it. */
async function checkUndisturbed(here: Tab, there: Tab, step: StepName): Promise<void> {
  await signInAsZoe(there, step);
  await here.isAt(ways[step].heading);
  await here.goOn(step);
  await isIn(here, here.username);
  await isIn(there, here.username);
  await signOut(there);
  await here.isAt('Sign in');
  await belongsTo(here, null);
}

/** Whoever has no sign-in under way follows the other tab. */
async function checkFollows(here: Tab, there: Tab, step: StepName): Promise<void> {
  if (step !== 'sign-in') {
    await isIn(there, here.username);
    await signOut(there);
    await here.isAt('Sign in');
    await belongsTo(here, null);
  }
  await signInAsZoe(there, step);
  await isIn(here, 'zoe');
  await signOut(here);
  await there.isAt('Sign in');
  await belongsTo(there, null);
}

const follows: readonly StepName[] = ['sign-in', 'remember-device', 'add-passkey', 'signed-in'];

const check = (step: StepName) => async (world: World) => {
  const here = await Tab.open(world, { way: ways[step] });
  const there = await Tab.open(world, { beside: here });
  await here.page.bringToFront(); // a page behind another one may not use passkeys
  await here.goTo(step);
  await (follows.includes(step) ? checkFollows : checkUndisturbed)(here, there, step);
  here.hasNoProblem();
  there.hasNoProblem();
  await here.close();
};

/** Both press Enter at the same moment, as different users. */
async function checkSameMoment(world: World): Promise<void> {
  const here = await Tab.open(world);
  const there = await Tab.open(world, { beside: here });
  await here.type('User name', here.username);
  await here.type('Password', readyPassword);
  await beginAsZoe(there);
  await Promise.all([here.field('Password').press('Enter'), there.field('Code').press('Enter')]);
  await Promise.all([here, there].map((tab) => tab.isAt('You are signed in')));
  // The last who wrote is whom both are signed in as.
  const last = (await here.storedKeys()).find((key) => key.endsWith('.idToken'))!.split('.')[0]!;
  await isIn(here, last);
  await isIn(there, last);
  await here.close();
}

export const twoTabs: Situation = {
  name: 'two tabs',
  checks: { ...Object.fromEntries(steps.map((step) => [step, check(step)])), 'the same moment': checkSameMoment },
};
