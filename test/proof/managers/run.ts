/**
 * Five ways in which password managers look for a form, at every step that asks for a password or a code and in both field modes; and
 * Chromium's own password manager, which fills the form and offers to save it: `npm run test:managers`.
 */
import { chromium } from 'playwright-core';
import { findChromium } from '../../support/browsers.mjs';
import { startPools } from '../../support/pools.mjs';
import { close } from '../figures.mjs';
import { buildInto, makeFolder, openSite, removeFolder } from '../steps/site.js';
import { countAtSteps, expected } from './at-steps.js';
import { watchOwnManager } from './own-manager.js';

const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });
const pools = await startPools();
const folder = await makeFolder();
await buildInto(folder);
const site = await openSite(folder);
const { rows, problems } = await countAtSteps(browser, site, pools);
await browser.close();
const own = await watchOwnManager(() => openSite(folder), pools);
await site.close();
await removeFolder(folder);

for (const { fields, step, asked, found } of rows) {
  const line = `fields="${fields}", ${step}, ${asked}: ${found} of five`;
  console.log(line);
  if (found !== expected[fields]) problems.push(`${line} in place of ${expected[fields]}`);
}
console.log('Of an open shadow root only a walk through it knows; that is why fields="slotted" is the default.');
for (const { what, holds } of own ?? []) {
  console.log(`${holds ? '✓' : '✗'} Chromium ${what}`);
  if (!holds) problems.push(what);
}
if (!own)
  console.log('Chromium’s own manager: not shown, a headless shell has none; set CHROME_PATH to a Chrome or Chromium.');
for (const problem of problems) console.error(`✗ ${problem}`);
const slotted = rows.filter(({ fields }) => fields === 'slotted');
const counts = {
  'forms at steps': slotted.length,
  'found by five of five': slotted.filter(({ found }) => found === 5).length,
  'forms in shadow roots': rows.length - slotted.length,
  'fills and offers of the browser’s own': own?.length ?? 0,
  failed: problems.length,
};
close('managers', counts, !problems.length, { where: 'Chromium', whole: own !== null, failures: problems });
process.exit(problems.length ? 1 : 0);
