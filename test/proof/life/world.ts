/** What every check is given: a browser, the pages, the pools. */
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium } from '../../support/browsers.mjs';
import { openSite, type Site } from './site.js';

export interface World {
  readonly site: Site;
  newContext(): Promise<BrowserContext>;
}

/** One thing that befalls a page, and what is checked of it: by step, or whatever the check is about. */
export interface Situation {
  readonly name: string;
  /** Throws where something does not hold. */
  readonly checks: Readonly<Record<string, (world: World) => Promise<void>>>;
  /** What does not apply, and why. */
  readonly without?: string;
}

export async function openWorld(): Promise<World & { close(): Promise<void> }> {
  const site = await openSite();
  const { executablePath, args } = await findChromium();
  // Playwright switches the cache off, which this is about.
  const ignoreDefaultArgs = ['--disable-back-forward-cache'];
  const browser: Browser = await chromium.launch({ executablePath, args, ignoreDefaultArgs });
  const close = async () => {
    await browser.close();
    await site.close();
  };
  const newContext = async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 600, height: 900 } });
    context.setDefaultTimeout(10_000);
    return context;
  };
  return { site, newContext, close };
}
