/** Mounts of the element, and how each ends. */
import type { Page } from 'playwright-core';
import { readyPassword } from '../../../demo/user-pool/ready-users.js';
import type { HeldPools } from './held-pools.js';

/** What became of the mounts. */
export interface Done {
  mounts: number;
  'by routes': number;
  'in flight': number;
  'signed in': number;
}

const tag = 'cognito-mfa-login';

/** Runs in the page: waits until another element is there and shows its step. */
const shown = `(async () => {
  for (const end = Date.now() + 10_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 4))) {
    const element = document.querySelector('${tag}');
    if (!element?.shadowRoot?.querySelector('h2') || isKnown(element)) continue;
    await element.updateComplete;
    return remember(element);
  }
  throw new Error('No element came.');
})()`;

/** Runs in the page: the router of the host takes this for the person's "back" to a place that it has no page for. */
const nowhere = `history.replaceState(null, '', '/nowhere'); dispatchEvent(new PopStateEvent('popstate', { state: null }));`;

/** Runs in the page: an element in no framework, each with other properties, moved about, and taken away again. */
const bare = `globalThis.mountBare = async (index, set, name, password) => {
  const element = Object.assign(document.createElement('${tag}'), {
    ...set,
    ...{ storage: 'memory', authFlow: index % 2 ? 'password' : 'srp', fields: index % 3 ? 'slotted' : 'shadow' },
    ...{ lang: index % 5 ? 'en' : 'de', resume: index % 7 ? 'off' : 'session', theme: index % 4 ? 'auto' : 'dark' },
  });
  const host = document.body.appendChild(document.createElement('section'));
  const root = index % 6 ? host : host.attachShadow({ mode: 'open' });
  root.append(element);
  remember(element);
  await element.updateComplete;
  if (index % 8 === 0) document.body.prepend(host);
  if (!name) return host.remove();
  const form = element.querySelector('form') ?? element.shadowRoot.querySelector('form');
  form.elements.username.value = name;
  form.elements.password.value = password;
  form.requestSubmit();
  globalThis.leaveBare = () => {
    host.remove();
    globalThis.leaveBare = null; // which would hold it
  };
};`;

export class Rounds {
  readonly done: Done = { mounts: 0, 'by routes': 0, 'in flight': 0, 'signed in': 0 };
  readonly #page: Page;
  readonly #pools: HeldPools;
  #index = 0;

  constructor(page: Page, pools: HeldPools) {
    this.#page = page;
    this.#pools = pools;
  }

  begin = () => this.#page.evaluate(bare);

  /** To a place of the host's router where no element is. */
  async leave(): Promise<void> {
    await this.#page.evaluate(nowhere);
    await this.#page.locator(tag).waitFor({ state: 'detached' });
  }

  /** Four mounts by routes and four without, one of each four with a request in flight. */
  async eight(signsIn: boolean): Promise<void> {
    await this.#route('Home');
    await this.#route('Settings');
    await this.#inFlight();
    await (signsIn ? this.#signInAndOut() : this.#route('Home'));
    await this.leave();
    for (let one = 0; one < 3; one++) await this.#bare();
    await this.#bareInFlight();
  }

  async #route(name: 'Home' | 'Settings'): Promise<void> {
    await this.#page.evaluate(`document.querySelector('a[href="${name === 'Home' ? '/' : '/settings'}"]').click()`);
    await this.#page.evaluate(shown);
    this.done.mounts++;
    this.done['by routes']++;
  }

  async #submit(): Promise<void> {
    await this.#page.getByLabel('User name').fill('bob');
    await this.#page.getByLabel('Password', { exact: true }).fill(readyPassword);
    await this.#page.keyboard.press('Enter');
  }

  /** Leaves by the next route, or by this. */
  async #inFlight(): Promise<void> {
    await this.#route('Home');
    this.#pools.hold();
    await this.#submit();
    await this.#pools.holds();
    await this.leave();
    this.#pools.release();
    this.done['in flight']++;
  }

  async #signInAndOut(): Promise<void> {
    await this.#route('Home');
    await this.#submit();
    await this.#page.getByText('Hello bob@example.com').waitFor();
    await this.#page.getByRole('button', { name: 'Sign out' }).click();
    await this.#page.getByText('Goodbye bob').waitFor();
    this.done['signed in']++;
  }

  async #bare(): Promise<void> {
    await this.#page.evaluate(([index, set]) => mountBare(index, set), [this.#index++, this.#pool()] as const);
    this.done.mounts++;
  }

  async #bareInFlight(): Promise<void> {
    this.#pools.hold();
    const given = [this.#index++, this.#pool(), 'bob', readyPassword] as const;
    await this.#page.evaluate((all) => mountBare(...all), given);
    await this.#pools.holds();
    await this.#page.evaluate(() => leaveBare());
    this.#pools.release();
    this.done.mounts++;
    this.done['in flight']++;
  }

  #pool = () => ({ userPoolId: 'local_Demo', clientId: 'demo', endpoint: `${this.#pools.url}/pools/demo/` });
}

declare global {
  /** Set by the text above; `name` and `password` are sent where they are given. */
  var mountBare: (index: number, set: object, name?: string, password?: string) => Promise<void>;
  var leaveBare: () => void;
}
