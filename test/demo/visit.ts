/** A person's visit to a page of the demo: what they see and do, found by role and label. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export type Device = 'Your phone' | 'Your mailbox' | 'Your authenticator app';

/** The service refuses by HTTP status, which Chromium notes as an error of its own; nothing else may be one. */
const expected = /^Failed to load resource: the server responded with a status of 400/;

export class Visit {
  readonly errors: string[] = [];

  private constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected.test(message.text()))
        this.errors.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  /** A visit with an empty storage. */
  static async to(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await browser.newContext({ reducedMotion: 'reduce', permissions, ...options });
    const visit = new Visit(await context.newPage());
    await visit.page.goto(address);
    await visit.widget.getByRole('textbox').first().waitFor();
    return visit;
  }

  get widget() {
    return this.page.locator('cognito-mfa-login');
  }

  get events() {
    return this.page.getByRole('log', { name: 'Events' });
  }

  /** Whether this is to be read on the page, now or soon. */
  async reads(text: string | RegExp, place = this.page.locator('body')): Promise<boolean> {
    const found = place.getByText(text).filter({ visible: true }).first();
    return found.waitFor({ timeout: 15_000 }).then(
      () => true,
      () => false,
    );
  }

  pick = (username: string) => this.page.getByRole('button', { name: new RegExp(`^${username} `) }).click();

  async submitPassword(password: string): Promise<void> {
    await this.widget.getByLabel('Password', { exact: true }).fill(password);
    await this.page.keyboard.press('Enter');
  }

  async submitCode(code: string): Promise<void> {
    const field = this.widget.getByLabel('Code', { exact: true });
    await field.waitFor();
    await field.pressSequentially(code);
    await this.page.keyboard.press('Enter');
  }

  /** The code a device shows, once it shows another than before. */
  async code(device: Device, before = ''): Promise<string> {
    const place = this.page.getByRole('region', { name: device });
    const button = place
      .getByRole('button', { name: /^Use this code/ })
      .and(place.locator(`:not([aria-label$="${before || '-'}"])`));
    return (await button.getAttribute('aria-label'))?.match(/\d+$/)?.[0] ?? '';
  }

  /** The code a device shows now, if any. */
  async codeNow(device: Device): Promise<string> {
    const place = this.page.getByRole('region', { name: device });
    await place.getByRole('paragraph').first().waitFor();
    return (await place.innerText()).match(/\b\d{6}\b/)?.[0] ?? '';
  }

  close = () => this.page.context().close();
}
