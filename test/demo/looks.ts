import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { readyPassword } from '../../demo/user-pool/ready-users.js';
import { Visit } from './visit.js';
import type { Check } from './walk.js';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = fileURLToPath(new URL('../screenshots/', import.meta.url));

const widths = [1280, 320];
const schemes = ['light', 'dark'] as const;
const languages = ['en', 'ar'];

/** Both pages at both widths, light and dark, before and in the middle of a sign-in: nothing for axe to say, nothing cut off. */
export async function checkLooks(browser: Browser, address: string, check: Check): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const width of widths) {
    for (const colorScheme of schemes) {
      const options = { colorScheme, viewport: { width, height: 800 } };
      const name = `${colorScheme}-${width}`;
      for (const language of languages) {
        const visit = await Visit.to(browser, `${address}?lang=${language}`, options);
        await look(visit.page, `demo-${name}-${language}-sign-in`, check);
        await signIn(visit);
        await look(visit.page, `demo-${name}-${language}-done`, check);
        await visit.close();
      }
      const visit = await Visit.to(browser, `${address}plain.html`, options);
      await look(visit.page, `plain-${name}`, check);
      await visit.close();
    }
  }
}

/** To the code, with the language's own labels, and to the end. */
async function signIn(visit: Visit): Promise<void> {
  const before = await visit.codeNow('Your phone');
  await visit.pick('ann');
  await visit.page.keyboard.type(readyPassword);
  await visit.page.keyboard.press('Enter');
  const code = await visit.code('Your phone', before);
  const field = visit.widget.locator('[autocomplete=one-time-code]');
  await field.fill(code);
  await field.press('Enter');
  await visit.reads(/^ID token verified/, visit.events);
}

async function look(page: Page, name: string, check: Check): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
  const overhang = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  check(`${name}: fits`, overhang <= 0);
  for (const problem of await problems(page)) check(`${name}: ${problem}`, false);
  check(`${name}: axe`, true);
}

async function problems(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ html }) => html.slice(0, 90)).join(' | ')}`);
}
