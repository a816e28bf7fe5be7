/**
 * Walks through the demo as a newcomer would, in Chromium, on the server that `npm start` starts: `npx tsx test/demo/walk.ts`, with names of
 * parts those alone.
 * Screenshots go to test/screenshots.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { createServer } from 'vite';
import { findChromium } from '../support/browsers.mjs';
import { checkCode } from './code.js';
import { checkLooks } from './looks.js';
import { checkPlainPage } from './plain.js';
import { checkScenarios } from './scenarios.js';
import { checkSettings } from './settings.js';
import { checkStaticFiles } from './static.js';
import { checkUsers } from './users.js';

let passed = 0;
const failures: string[] = [];

function check(what: string, holds: boolean): void {
  if (holds) passed++;
  else failures.push(what);
  if (!holds) console.error(`✗ ${what}`);
}

export type Check = typeof check;

const parts = {
  ...{ users: checkUsers, scenarios: checkScenarios, settings: checkSettings, code: checkCode },
  ...{ plain: checkPlainPage, static: checkStaticFiles, looks: checkLooks },
};
const chosen = process.argv.slice(2);

// A cache of its own: a server that runs beside this one keeps its dependencies.
const cacheDir = await mkdtemp(join(tmpdir(), 'demo-walk-'));
const server = await createServer({ cacheDir, logLevel: 'error', server: { port: 0, hmr: false, watch: null } });
await server.listen();
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });
try {
  const address = server.resolvedUrls?.local[0] ?? '';
  for (const [name, part] of Object.entries(parts))
    if (!chosen.length || chosen.includes(name)) await part(browser, address, check);
} catch (error) {
  failures.push(String(error));
  console.error(error);
} finally {
  await browser.close();
  await server.close();
}
console.log(
  failures.length ? `demo: ${failures.length} checks failed, ${passed} passed` : `demo: ${passed} checks passed`,
);
process.exit(failures.length ? 1 : 0);
