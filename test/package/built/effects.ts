/** What importing an entry does to a page: nothing, but for the one that defines the element. */
import type { Browser, Page } from 'playwright-core';
import { watch } from './sign-in.js';
import type { Site } from './site.js';

/** Runs in the page. Lit notes its versions in the window. */
const snapshot = () => ({
  globals: Object.keys(window).filter((name) => !/^(lit|reactiveElement)[A-Z]/.test(name)),
  defined: Boolean(customElements.get('cognito-mfa-login')),
  stored: localStorage.length + sessionStorage.length,
  elements: document.querySelectorAll('*').length,
  sheets: document.adoptedStyleSheets.length,
});

async function onPage<Result>(browser: Browser, site: Site, content: string, act: (page: Page) => Promise<Result>) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = watch(page);
  await page.goto(site.show(content));
  const result = await act(page);
  await context.close();
  return { ...seen, result };
}

const load = (page: Page, path: string): Promise<string[]> =>
  page.evaluate(async (address) => Object.keys((await import(address)) as object), path);

/** An entry whose import shall do nothing. */
export async function effects(browser: Browser, site: Site, entry: string, name: string): Promise<string[]> {
  const { spoken, result } = await onPage(browser, site, '', async (page) => {
    const before = await page.evaluate(snapshot);
    const names = await load(page, `/dist/${entry}`);
    const after = await page.evaluate(snapshot);
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
      (what) => String(before[what]) !== String(after[what]),
    );
    return [...(names.includes(name) ? [] : [`${name} is not exported`]), ...changed.map((what) => `changes ${what}`)];
  });
  return [...result, ...spoken].map((what) => `${entry}: ${what}`);
}

/** The same copy again, and then another one: the first stays, and the console says so. */
export async function twice(browser: Browser, site: Site): Promise<string[]> {
  const { spoken, result } = await onPage(browser, site, '<cognito-mfa-login></cognito-mfa-login>', async (page) => {
    await load(page, '/dist/index.js');
    await load(page, '/dist/index.js?again');
    await page.evaluate(() => Object.assign(window, { first: customElements.get('cognito-mfa-login') }));
    const names = await load(page, '/dist/cdn/cognito-mfa-login.js');
    const stayed = await page.evaluate(() => customElements.get('cognito-mfa-login') === Reflect.get(window, 'first'));
    return [
      ...(stayed ? [] : ['the second copy took the first one’s place']),
      ...(names.length ? [] : ['it exports nothing']),
    ];
  });
  const expected = /^warning: <cognito-mfa-login> is defined already; this copy is not used\.$/;
  const warnings = spoken.filter((what) => expected.test(what));
  // Lit says by itself that it is there twice; nothing else may be said, nor thrown.
  const others = spoken.filter((what) => !expected.test(what) && !/Multiple versions of Lit/.test(what));
  return [...result, ...others, ...(warnings.length === 1 ? [] : [`${warnings.length} warnings`])];
}
