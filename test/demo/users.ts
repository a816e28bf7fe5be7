import type { Browser } from 'playwright-core';
import { readyPassword } from '../../demo/user-pool/ready-users.js';
import { type Device, Visit } from './visit.js';
import type { Check } from './walk.js';

const devices: Record<string, Device | undefined> = {
  ann: 'Your phone',
  tom: 'Your authenticator app',
  eve: 'Your mailbox',
  bob: undefined,
};

const refusals = {
  lou: 'Too many tries. Wait a moment and try again.',
  dan: 'The user name or password is not right.',
};

/** Each ready user meets what their line promises. */
export async function checkUsers(browser: Browser, address: string, check: Check): Promise<void> {
  for (const [username, device] of Object.entries(devices)) {
    const visit = await Visit.to(browser, address);
    await signIn(visit, username, device);
    check(`${username}: login-success`, await visit.reads('login-success', visit.events));
    check(
      `${username}: token verified`,
      await visit.reads(/^ID token verified: sub [\w-]{36}, expires /, visit.events),
    );
    check(`${username}: sees who is signed in`, await visit.reads(username, visit.widget));
    await visit.page.getByRole('button', { name: 'signOut()' }).click();
    check(`${username}: login-signed-out`, await visit.reads('login-signed-out', visit.events));
    await finish(visit, username, check);
  }
  for (const [username, sentence] of Object.entries(refusals)) {
    const visit = await Visit.to(browser, address);
    await signIn(visit, username);
    check(`${username}: is told why`, await visit.reads(sentence, visit.widget));
    check(`${username}: login-failure`, await visit.reads('login-failure', visit.events));
    await visit.page.getByRole('button', { name: 'Clear' }).click();
    check(`${username}: log cleared`, (await visit.events.getByRole('listitem').count()) === 0);
    await finish(visit, username, check);
  }
}

async function signIn(visit: Visit, username: string, device?: Device): Promise<void> {
  const before = device && device !== 'Your authenticator app' ? await visit.codeNow(device) : '';
  await visit.pick(username);
  await visit.submitPassword(readyPassword);
  if (device) await visit.submitCode(await visit.code(device, before));
}

async function finish(visit: Visit, username: string, check: Check): Promise<void> {
  check(`${username}: no console error (${visit.errors.join('; ')})`, visit.errors.length === 0);
  await visit.close();
}
