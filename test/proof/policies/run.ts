/**
 * Every step of the product under every policy, as a person, on the built files; and a hundred payloads in every text, in pages with and
 * without clobbering names: `npm run test:policies`, or with a part of a policy's name under that one alone:
 * `npm run test:policies -- nonce`.
 */
import { chromium } from 'playwright-core';
import { findChromium } from '../../support/browsers.mjs';
import { startPools } from '../../support/pools.mjs';
import { close } from '../figures.mjs';
import { beyondDefence } from './clobbered.js';
import { tryPayloads } from './in-browser.js';
import { walkUnderPolicies } from './under-policies.js';

const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });
const pools = await startPools();
const chosen = process.argv[2];
const nothing = { payloads: 0, cells: 0, pages: 0, problems: [] };
try {
  const [rows, tried] = await Promise.all([
    walkUnderPolicies(browser, pools, chosen),
    chosen ? nothing : tryPayloads(browser),
  ]);
  for (const { policy, steps, without } of rows)
    console.log(`${policy}: ${steps} steps${without ? `, not ${without.steps.join(', ')}: ${without.since}` : ''}`);
  console.log(`not tried: document.${beyondDefence.join(', document.')}, without which no script makes an element`);
  const problems = [...rows.flatMap((row) => row.problems), ...tried.problems];
  for (const problem of problems) console.error(`✗ ${problem}`);
  const counts = {
    policies: rows.length,
    'steps under them': rows.reduce((sum, { steps }) => sum + steps, 0),
    payloads: tried.payloads,
    'payloads × places': tried.cells,
    'clobbered pages': tried.pages,
    violations: problems.length,
  };
  const whole = !chosen && tried.payloads === 100;
  close('policies', counts, !problems.length, { where: 'Chromium', whole, failures: problems });
  process.exitCode = problems.length ? 1 : 0;
} finally {
  await browser.close();
}
process.exit();
