/** A page that the test does not share a heap with: it is driven from outside, by keys, and what is on it is found by what is written there. */
import { executeServerCommand } from '@web/test-runner-commands';
import { until } from '../../element/until.js';
import type { TestPool } from '../../support/pool.js';

/** What a search found, and which way leads there from the roots of the heap. */
export interface Found {
  readonly needle: string;
  readonly path: string;
}

const command = <Answer>(act: string, payload?: unknown): Promise<Answer> =>
  executeServerCommand(`other-page-${act}`, payload as object);

/** Runs in the page: an element with a clock that can be put forward, which the test may also replace by another such element. */
const begin = `
  let ahead = 0;
  globalThis.forward = (ms) => void (ahead += ms);
  globalThis.openElement = (set) => {
    document.querySelector('cognito-mfa-login')?.remove();
    const clock = {
      now: () => Date.now() + ahead,
      after(delay, callback) {
        const timer = setTimeout(callback, delay);
        return () => clearTimeout(timer);
      },
    };
    document.body.append(Object.assign(document.createElement('cognito-mfa-login'), { clock, ...set }));
  };
  globalThis.element = () => document.querySelector('cognito-mfa-login');
  // By no regular expression: the last text that one met is held until the next.
  const tight = (text) => [...text].filter((character) => character.trim()).join('');
  globalThis.written = (selector, text) =>
    [...element().querySelectorAll(selector), ...element().shadowRoot.querySelectorAll(selector)].find(
      (node) => !node.closest('[hidden]') && tight(node.ariaLabel ?? node.textContent) === tight(text),
    );
`;

export class OtherPage {
  /** Another element in the place of any before. */
  static async open(pool: TestPool, set: object): Promise<OtherPage> {
    const { address } = await import('../../support/own-module.js');
    await command('open', `/test/support/page.html?module=${encodeURIComponent(address)}`);
    const page = new OtherPage({
      endpoint: pool.endpoint,
      userPoolId: pool.userPoolId,
      clientId: pool.clientId,
      ...set,
    });
    await page.#begin();
    await page.reopen();
    return page;
  }

  readonly #set: object;

  private constructor(set: object) {
    this.#set = set;
  }

  async #begin(): Promise<void> {
    await this.run(`customElements.whenDefined('cognito-mfa-login').then(() => {})`);
    await this.run(begin);
  }

  /** No secret may be in the expression: the browser keeps what it has compiled. */
  run = <Answer>(expression: string): Promise<Answer> => command('run', expression);

  async reopen(): Promise<void> {
    await this.#openElement();
    await this.sees('Sign in');
  }

  #openElement = (): Promise<void> => this.run(`openElement(${JSON.stringify(this.#set)})`);

  /** The page as it is after a reload; the tab's storage stays. */
  async reload(): Promise<void> {
    await command('reload');
    await this.#begin();
    await this.#openElement();
  }

  async sees(heading: string): Promise<void> {
    await until(() => this.run<boolean>(`!!element().shadowRoot && !!written('h2', ${JSON.stringify(heading)})`));
  }

  /** Waits until a text is to be read in the form or around it. */
  async reads(text: string): Promise<void> {
    const texts = '(element().textContent + element().shadowRoot.textContent)';
    await until(() => this.run<boolean>(`${texts}.includes(${JSON.stringify(text)})`));
  }

  /** Types over what is in a field. */
  async type(label: string, text: string): Promise<void> {
    await this.run(
      `(({ control }) => (control.focus(), control.select()))(written('label', ${JSON.stringify(label)}))`,
    );
    await command('type', text);
  }

  press = (key: string): Promise<void> => command('press', { key });
  /** Ctrl+Z, as the person's keyboard has it. */
  undo = (): Promise<void> => command('press', { key: 'z', text: '', commands: ['Undo'] });

  async activate(button: string): Promise<void> {
    await this.run(`written('button', ${JSON.stringify(button)}).focus()`);
    await this.press('Enter');
  }

  /** The bodies of the pool's answers. */
  answers = (): Promise<readonly string[]> => command('answers');
  /** The items of sessionStorage. */
  stored = (): Promise<readonly (readonly [key: string, value: string])[]> => command('stored');
  nodes = (): Promise<string> => command('nodes');
  heap = (needles: readonly string[]): Promise<readonly Found[]> => command('heap', needles);
  static close = (): Promise<void> => command('close');
}
