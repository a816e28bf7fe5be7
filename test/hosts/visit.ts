/** A person's visit to a page of a host: what they see and do, found by role and label, and what the console says meanwhile. */
import type { Browser, Locator, Page } from 'playwright-core';
import type { Outbox } from './outbox.js';

/** The service refuses by HTTP status, which Chromium notes as an error of its own. */
const refused = /^Failed to load resource: the server responded with a status of 400/;
/** lit's own note, under the "development" condition that a dev server resolves it with. */
const litInDevelopment = /^Lit is in dev mode\./;

/** Blocked resources are told to the page alone. */
const tellViolations = () =>
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
    console.error(`blocked by ${violatedDirective}: ${blockedURI} in ${sourceFile}`),
  );

export interface Site {
  readonly url: string;
  readonly outbox: Outbox;
  readonly development: boolean;
}

export class Visit {
  /** Everything that a developer would have to look into. */
  readonly problems = new Set<string>();

  private constructor(
    readonly page: Page,
    readonly site: Site,
  ) {
    page.on('pageerror', (error) => this.problems.add(`uncaught ${error.message}`));
    page.on('console', (message) => {
      const text = message.text();
      const known = refused.test(text) || (site.development && litInDevelopment.test(text));
      if (['warning', 'error', 'assert'].includes(message.type()) && !known)
        this.problems.add(`${text} ${message.location().url}`);
    });
  }

  /** With an empty storage; `open` leads to a page. */
  static async with(browser: Browser, site: Site): Promise<Visit> {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    context.setDefaultTimeout(10_000);
    context.setDefaultNavigationTimeout(60_000); // a development server builds what is asked for first
    const visit = new Visit(await context.newPage(), site);
    await visit.page.addInitScript(tellViolations);
    return visit;
  }

  open = (path: string) => this.page.goto(new URL(path, this.site.url).href);

  press = (name: string, place: Page | Locator = this.page) => place.getByRole('button', { name, exact: true }).click();

  /** Types over what is in a field, key by key. */
  async type(label: string, text: string, place: Page | Locator = this.page): Promise<void> {
    const field = place.getByLabel(label, { exact: true });
    await field.click();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  async submit(label: string, text: string, place: Page | Locator = this.page): Promise<void> {
    await this.type(label, text, place);
    await this.page.keyboard.press('Enter');
  }

  /** Whether this is to be read on the page, now or soon. */
  reads(text: string, place: Page | Locator = this.page): Promise<boolean> {
    return seen(place.getByText(text, { exact: true }).filter({ visible: true }).first());
  }

  /** Whether there is a heading of this name, now or soon. */
  isAt(name: string, place: Page | Locator = this.page): Promise<boolean> {
    return seen(place.getByRole('heading', { name, exact: true }));
  }

  close = () => this.page.context().close();
}

const seen = (place: Locator): Promise<boolean> =>
  place.waitFor().then(
    () => true,
    () => false,
  );
