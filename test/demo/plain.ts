import type { Browser } from 'playwright-core';
import { readyPassword } from '../../demo/user-pool/ready-users.js';
import { Visit } from './visit.js';
import type { Check } from './walk.js';

/** The bare page signs in with the playground's phone beside it. */
export async function checkPlainPage(browser: Browser, address: string, check: Check): Promise<void> {
  const playground = await Visit.to(browser, address);
  const before = await playground.codeNow('Your phone');
  await playground.page.getByRole('link', { name: 'Bare page' }).click();
  check('plain: linked from the playground', await playground.reads('My page'));
  await playground.page.getByRole('link', { name: 'playground' }).click();
  check('plain: links back', await playground.reads('Your phone'));

  const visit = await Visit.to(browser, `${address}plain.html`);
  await visit.widget.getByLabel('User name').fill('ann');
  await visit.submitPassword(readyPassword);
  await visit.submitCode(await playground.code('Your phone', before));
  check('plain: says who signed in', await visit.reads('Hello ann@example.com'));
  check(`plain: no console error (${visit.errors.join('; ')})`, visit.errors.length === 0);
  await Promise.all([visit.close(), playground.close()]);
}
