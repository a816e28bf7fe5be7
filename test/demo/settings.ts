import type { Browser } from 'playwright-core';
import { readyPassword } from '../../demo/user-pool/ready-users.js';
import { Visit } from './visit.js';
import type { Check } from './walk.js';

const sentences = {
  offline: 'No connection. Check your network and try again.',
  captive: /^Something on this network answered/,
  error: /^The service is not available right now/,
};

/** The settings reach element and pool, and an address brings a situation back. */
export async function checkSettings(browser: Browser, address: string, check: Check): Promise<void> {
  for (const [network, sentence] of Object.entries(sentences)) {
    const visit = await Visit.to(browser, `${address}?network=${network}&user=bob`);
    await visit.submitPassword(readyPassword);
    check(`network ${network}: sentence`, await visit.reads(sentence, visit.widget));
    await visit.close();
  }
  await checkAddress(browser, address, check);
  await checkExpiry(browser, address, check);
}

async function checkAddress(browser: Browser, address: string, check: Check): Promise<void> {
  const visit = await Visit.to(browser, address);
  const { page } = visit;
  await page.getByLabel('Network').selectOption('slow (2 s)');
  await page.getByLabel('lang').selectOption('Arabic');
  await page.getByLabel('fields').selectOption('shadow');
  await page.getByLabel('session-minutes').fill('5');
  await page.getByLabel('Pool’s session').fill('4');
  await visit.pick('bob');
  const query = '?fields=shadow&session-minutes=5&lang=ar&network=slow&pool-session=4&user=bob';
  check('settings: in the address', new URL(page.url()).search === query);
  await page.reload();
  check('settings: Arabic', await visit.reads('تسجيل الدخول', visit.widget));
  check('settings: right to left', (await visit.widget.locator('.frame').getAttribute('dir')) === 'rtl');
  check('settings: user name filled', (await visit.widget.getByRole('textbox').first().inputValue()) === 'bob');
  check('settings: HTML', await visit.reads(/session-minutes="5"/));
  check('settings: a pool of its own', !(await page.locator('#snippet').innerText()).includes('/pools/demo/'));
  check(`settings: no console error (${visit.errors.join('; ')})`, visit.errors.length === 0);
  await visit.close();
}

/** A code that is too old for the pool; and what "Use this code" puts on the clipboard. */
async function checkExpiry(browser: Browser, address: string, check: Check): Promise<void> {
  const visit = await Visit.to(browser, `${address}?pool-session=5`);
  const { page } = visit;
  await visit.pick('ann');
  await visit.submitPassword(readyPassword);
  const code = await visit.code('Your phone');
  await page.getByRole('button', { name: 'Use this code' }).first().click();
  check('copy: said', await visit.reads(`${code} is copied: paste it into the form.`));
  check('copy: on the clipboard', (await page.evaluate(() => navigator.clipboard.readText())) === code);
  for (let minute = 0; minute < 6; minute++) {
    const moved = page.waitForResponse(/\/clock$/);
    await page.getByRole('button', { name: /^Pool’s clock/ }).click();
    await moved;
  }
  await visit.submitCode(code);
  check('expiry: told', await visit.reads('That took too long. Please sign in again.', visit.widget));
  await visit.close();
}
