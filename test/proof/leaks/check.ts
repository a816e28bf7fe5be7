/**
 * A thousand mounts of the element in a page, and nothing of them left: `npm run test:leaks`, or with another number of mounts as its
 * argument. Half of them come and go by the routes of a host app, demo/hosts/vue in its production build with the package as it is
 * published, which needs the npm registry; half without a framework beside it. A quarter are taken away with a request in flight.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Page } from 'playwright-core';
import { serveFolder } from '../../hosts/serve.js';
import { install, pack, run } from '../../hosts/workspace.js';
import { findChromium } from '../../support/browsers.mjs';
import { close } from '../figures.mjs';
import { HeldPools } from './held-pools.js';
import { countTimers, rememberElements } from './instrument.js';
import { type Counts, Measure } from './measure.js';
import { Rounds } from './rounds.js';

const wanted = Number(process.argv[2] ?? 1000);
/** What the first mounts make for good: compiled code, templates, style sheets. */
const warmUp = 64;
const mostBytes = 1_000_000;

async function mount(rounds: Rounds, mounts: number): Promise<void> {
  for (let count = 0; count < mounts; count += 8) await rounds.eight(count % 64 === 0);
  await rounds.leave();
  await wait(500);
}

const moreThan = (before: Counts, after: Counts): string[] =>
  Object.keys(after).filter((name) => !(after[name]! <= before[name]!));

/** What is under way, a timer or an answer, ends by itself; a leak stays. */
async function settled(meter: Measure, before: Counts): Promise<Counts> {
  let after = await meter.counts();
  for (let tries = 0; tries < 10 && moreThan(before, after).length; tries++) {
    await wait(1000);
    after = await meter.counts();
  }
  return after;
}

interface Result {
  readonly rounds: Rounds;
  readonly before: Counts;
  readonly after: Counts;
  readonly growth: number;
}

async function measure(page: Page, pools: HeldPools): Promise<Result> {
  const meter = new Measure(await page.context().newCDPSession(page));
  const first = new Rounds(page, pools);
  await first.begin();
  await mount(first, warmUp);
  const [before, heapBefore] = [await meter.counts(), await meter.heap()];
  const rounds = new Rounds(page, pools);
  await mount(rounds, wanted);
  const after = await settled(meter, before);
  const growth = (await meter.heap()) - heapBefore;
  const mounted = await meter.read('mounted()');
  if (mounted !== warmUp + rounds.done.mounts) throw new Error(`${mounted} elements came to the page.`);
  return { rounds, before, after, growth };
}

function tell({ rounds: { done }, before, after, growth }: Result): void {
  const more = moreThan(before, after);
  console.table(
    Object.fromEntries(Object.keys(after).map((name) => [name, { before: before[name], after: after[name] }])),
  );
  console.log(`heap: ${growth} bytes more`);
  for (const name of more) console.error(`✗ ${name}: ${before[name]} before, ${after[name]} after`);
  const heapHolds = growth < mostBytes;
  if (!heapHolds) console.error(`✗ heap: ${growth} bytes more, at the most ${mostBytes}`);
  const holds = more.length === 0 && heapHolds;
  const left = { 'kinds of things counted': Object.keys(after).length, 'left over': more.length };
  close('leaks', { ...done, ...left, 'kB more heap': Math.max(0, Math.round(growth / 1000)) }, holds, {
    where: 'Chromium',
    whole: wanted >= 1000,
  });
  process.exitCode = holds ? 0 : 1;
}

const temporary = await mkdtemp(join(tmpdir(), 'leaks-'));
const pools = await HeldPools.open();
const { executablePath, args } = await findChromium();
const browser = await chromium.launch({ executablePath, args });
try {
  const folder = await install('vue', temporary, await pack(temporary), pools.url);
  await run(folder, 'npx', 'vite', 'build');
  const served = await serveFolder(join(folder, 'dist'));
  const page = await browser.newPage({ reducedMotion: 'reduce' });
  await page.addInitScript('globalThis.__name = (named) => named;'); // esbuild, by which this file runs, calls it
  await page.addInitScript(countTimers);
  await page.addInitScript(rememberElements);
  await page.goto(new URL('nowhere', served.url).href);
  tell(await measure(page, pools));
  await served.close();
} finally {
  await browser.close();
  await pools.close();
  await rm(temporary, { recursive: true, force: true });
}
