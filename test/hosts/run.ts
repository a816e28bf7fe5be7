/**
 * Installs the packed package in each host of demo/hosts, builds and serves it by the host's own tools, and drives its pages in
 * Chromium against the local pool: `npm run test:hosts`, or with names `npm run test:hosts -- vue react`. It needs the npm registry.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../support/browsers.mjs';
import { startPools } from '../support/pools.mjs';
import { hosts, type Variant } from './hosts.js';
import { Outbox } from './outbox.js';
import { checkTypes } from './types.js';
import { type Site, Visit } from './visit.js';
import { install, pack, run } from './workspace.js';

let passed = 0;
let failed = 0;

function check(what: string, holds: boolean): void {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? '✓' : '✗'} ${what}`);
}

/** One page; what breaks off is a failure of this page alone. */
async function checkPage(browser: Browser, site: Site, name: string, path: string, variant: Variant): Promise<void> {
  const visit = await Visit.with(browser, site);
  try {
    await visit.open(path);
    await variant.pages[path]!(visit, (what, holds) => check(`${name} ${path}: ${what}`, holds));
  } catch (error) {
    check(`${name} ${path}: ${String(error)}`, false);
  }
  check([`${name} ${path}: nothing in the console`, ...visit.problems].join('\n    '), visit.problems.size === 0);
  await visit.close();
}

async function checkVariant(browser: Browser, host: string, folder: string, variant: Variant, pools: string) {
  const name = `${host}, ${variant.name}`;
  if (variant.build) await run(folder, ...variant.build);
  const served = await variant.serve(folder, pools);
  try {
    const site = { url: served.url, outbox: new Outbox(pools), development: variant.development ?? false };
    for (const path of Object.keys(variant.pages)) await checkPage(browser, site, name, path, variant);
  } finally {
    await served.close();
  }
}

/** What breaks off is a failure of this host alone. */
async function checkHost(browser: Browser, host: string, temporary: string, tarball: string): Promise<void> {
  const begun = performance.now();
  try {
    const pools = await startPools();
    const folder = await install(host, temporary, tarball, pools);
    if (host === 'angular') await checkTypes(host, folder, check);
    for (const variant of hosts[host]!) await checkVariant(browser, host, folder, variant, pools);
  } catch (error) {
    check(`${host}: ${String(error)}`, false);
  }
  console.log(`  ${host}: ${Math.round((performance.now() - begun) / 1000)} s`);
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in hosts));
if (unknown.length) throw new Error(`${unknown.join(', ')}: the hosts are ${Object.keys(hosts).join(', ')}.`);

const temporary = await mkdtemp(join(tmpdir(), 'hosts-'));
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });
try {
  const tarball = await pack(temporary);
  for (const host of asked.length ? asked : Object.keys(hosts)) await checkHost(browser, host, temporary, tarball);
} finally {
  await browser.close();
  await rm(temporary, { recursive: true, force: true });
}
console.log(failed ? `hosts: ${failed} checks failed, ${passed} passed` : `hosts: ${passed} checks passed`);
process.exit(failed ? 1 : 0);
