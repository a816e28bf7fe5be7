/** Payloads in every place, in a page that is watched from outside: dialogs, requests, navigation, what nobody caught. */
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { trimPackagesInEsbuild } from '../../../.ci/build/packages.mjs';
import { forBrowsers } from '../../support/prebundle.mjs';
import { makeFolder, openSite, removeFolder } from '../steps/site.js';
import type * as inPage from './in-page.js';

export interface Tried {
  readonly payloads: number;
  /** Payloads × places. */
  readonly cells: number;
  /** Pages with clobbering names. */
  readonly pages: number;
  readonly problems: readonly string[];
}

/** What a page does that can be seen from outside. */
function watch(page: Page, origin: string): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('popup', (popup) => seen.push(`a window: ${popup.url()}`));
  page.on('pageerror', (error) => seen.push(`uncaught: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) seen.push(`a request to ${request.url()}`);
  });
  page.on('framenavigated', (frame) => seen.push(`a navigation to ${frame.url()}`));
  return seen;
}

async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  await page.goto(address);
  // Bound to the window, or each call would have to import it.
  await page.evaluate(async () => Object.assign(window, { proof: await import('/in-page.js' as string) }));
  return page;
}

interface Proof {
  readonly proof: typeof inPage;
}

/** @returns null after the last */
const tryOne = (page: Page, index: number): ReturnType<typeof inPage.tryPayload> =>
  page
    .evaluate((at) => (window as unknown as Proof).proof.tryPayload(at), index)
    .catch((error: unknown) => {
      throw new Error(`Payload ${index} ended the page.`, { cause: error });
    });

/** One payload after the other in a page of its own, until there is none. @param take the index of the next */
async function tryInTurn(browser: Browser, address: string, take: () => number) {
  const page = await openPage(browser, address);
  const seen = watch(page, new URL(address).origin);
  const problems = await page.evaluate(() => (window as unknown as Proof).proof.prepare());
  let [payloads, cells, index] = [0, 0, take()];
  for (let tried = await tryOne(page, index); tried; tried = await tryOne(page, index)) {
    problems.push(...tried.problems, ...seen.splice(0).map((what) => `payload ${index}: ${what}`));
    payloads++;
    cells += tried.cells;
    index = take();
  }
  return { page, seen, problems, payloads, cells };
}

export async function tryPayloads(browser: Browser): Promise<Tried> {
  const folder = await makeFolder();
  const entry = fileURLToPath(new URL('in-page.ts', import.meta.url));
  // As an app would have it, and in half the time of a development build.
  const production = { conditions: ['browser'], define: { 'process.env.NODE_ENV': '"production"' }, minify: true };
  const plugins = [trimPackagesInEsbuild()];
  const options: BuildOptions = { ...(forBrowsers as BuildOptions), ...production, write: true, plugins };
  await build({ ...options, entryPoints: [entry], outdir: folder });
  const site = await openSite(folder);
  const address = await site.write('index', '<!doctype html><html lang="en"><title>Proof</title><body></body></html>');
  let next = 0;
  const lane = () => tryInTurn(browser, address, () => next++);
  const [one, other] = await Promise.all([lane(), lane()]);
  const clobbered = await one.page.evaluate(() => (window as unknown as Proof).proof.tryPages());
  const problems = [...one.problems, ...other.problems, ...clobbered.problems, ...one.seen, ...other.seen];
  await Promise.all([one, other].map(({ page }) => page.context().close()));
  await site.close();
  await removeFolder(folder);
  const cells = one.cells + other.cells;
  return { payloads: one.payloads + other.payloads, cells, pages: clobbered.pages, problems };
}
