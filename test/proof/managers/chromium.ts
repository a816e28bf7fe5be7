/**
 * Chromium's own password manager, as it comes: whether it fills the form, and whether it would offer to save what was typed. Its internals
 * page tells what it decides; a person sees the offer in the browser's frame, where no script can press it.
 */
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../support/browsers.mjs';
import { makeFolder, removeFolder } from '../steps/site.js';

/**
 * What `PasswordManager::AskUserOrSavePassword` notes before the offer is shown; that the key's icon appears in the address line while
 * somebody types is noted otherwise.
 * https://source.chromium.org/chromium/chromium/src/+/main:components/password_manager/core/browser/password_manager.cc
 */
const offered = /Decision: ASK the user/;

export class OwnManager {
  private constructor(
    readonly context: BrowserContext,
    readonly folder: string,
  ) {}

  /** With a profile of its own; null where the browser at hand has no password manager, as a headless shell. */
  static async start(): Promise<OwnManager | null> {
    const { executablePath, args, headless } = await findChromium();
    if (headless === 'shell') return null;
    const folder = await makeFolder();
    const context = await chromium.launchPersistentContext(folder, {
      executablePath,
      // Playwright's own arguments switch the manager off: `--enable-automation` says that no person is there to be asked.
      ignoreDefaultArgs: true,
      args: [
        ...[...args, '--headless=new', '--remote-debugging-pipe', `--user-data-dir=${folder}`, 'about:blank'],
        ...['--password-store=basic', '--use-mock-keychain'], // no keyring of the machine's
      ],
    });
    context.setDefaultTimeout(30_000);
    return new OwnManager(context, folder);
  }

  /** Saves a password as a person does in the manager's own page. */
  async save(url: string, username: string, password: string): Promise<void> {
    const page = await this.context.newPage();
    await page.goto('chrome://password-manager/passwords');
    await page.evaluate(
      (credential) => {
        interface Api {
          chrome: { passwordsPrivate: { addPassword(given: object): Promise<void> } };
        }
        return (globalThis as unknown as Api).chrome.passwordsPrivate.addPassword(credential);
      },
      { url, username, password, note: '', useAccountStore: false },
    );
    await page.close();
  }

  /** What the manager notes from here on; its page has to be open before. */
  async listen(): Promise<{ offers(): Promise<boolean>; close(): Promise<void> }> {
    const page: Page = await this.context.newPage();
    await page.goto('chrome://password-manager-internals');
    const log = () => page.locator('body').innerText();
    return {
      async offers() {
        for (const end = Date.now() + 3000; Date.now() < end; await page.waitForTimeout(100))
          if (offered.test(await log())) return true;
        return false;
      },
      close: () => page.close(),
    };
  }

  async close(): Promise<void> {
    await this.context.close();
    await removeFolder(this.folder);
  }
}
