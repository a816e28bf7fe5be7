/**
 * A Chromium of its own, with the flags and preferences of a check, whose tabs can be left alone: while DevTools hold on to a page, it
 * prerenders nothing ("PrerenderingDisabledByDevTools"), and Playwright's own flags switch storage partitioning off.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../support/browsers.mjs';

export interface OwnChromium {
  /** DevTools, until the answer is closed. */
  connect(): Promise<Browser>;
  /** The titles of the tabs, read without holding on to them. */
  titles(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Until it is there, for ten seconds. */
export async function until<Value>(look: () => Promise<Value | null | false>, what: string): Promise<Value> {
  for (const end = Date.now() + 10_000; Date.now() < end; await wait(100)) {
    const found = await look().catch(() => null);
    if (found) return found;
  }
  throw new Error(`${what} did not come`);
}

const readPort = async (profile: string) =>
  (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0] || null;

/** @param preferences of the profile, as the person would set them */
export async function openChromium(preferences: object = {}): Promise<OwnChromium> {
  const { executablePath, args } = await findChromium();
  const profile = await mkdtemp(join(tmpdir(), 'life-profile-'));
  await mkdir(join(profile, 'Default'));
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
  const own = ['--headless=new', `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--no-first-run'];
  const child = spawn(executablePath, [...args, ...own, 'about:blank'], { stdio: 'ignore' });
  const port = await until(() => readPort(profile), 'the browser');
  const address = `http://127.0.0.1:${port}`;
  const titles = async () => {
    const answer = await fetch(`${address}/json/list`);
    return ((await answer.json()) as { type: string; title: string }[])
      .filter(({ type }) => type === 'page')
      .map(({ title }) => title);
  };
  const close = async () => {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { connect: () => chromium.connectOverCDP(address), titles, close };
}
