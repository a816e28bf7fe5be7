/** A tab with the element in it, and the person before it, who finds things by label and role. */
import type { BrowserContext, CDPSession, Frame, Page } from 'playwright-core';
import { scenarios } from '../../../demo/user-pool/scenarios.js';
import type { StepName } from '../../../src/flow/state.js';
import { openPool, type TestPool } from '../../support/pool.js';
import { ways, type Act, type Properties, type Way } from './ways.js';
import type { World } from './world.js';

/** The service refuses by HTTP status and the network is switched off, which Chromium notes as errors of its own. */
const expected = /^Failed to load resource: (the server responded with a status of 400|net::ERR_INTERNET_DISCONNECTED)/;

/** A passkey's device: https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/ */
class Authenticator {
  constructor(
    readonly session: CDPSession,
    readonly authenticatorId: string,
  ) {}

  verifies = (isUserVerified: boolean) =>
    this.session.send('WebAuthn.setUserVerified', { authenticatorId: this.authenticatorId, isUserVerified });
}

async function addAuthenticator(context: BrowserContext, page: Page): Promise<Authenticator> {
  const session = await context.newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true },
      ...{ hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
    },
  });
  return new Authenticator(session, authenticatorId);
}

export interface Opening {
  readonly way?: Way;
  /** Properties of the element, over those of the way. */
  readonly set?: Properties;
  /** What the page's address says besides. */
  readonly query?: Readonly<Record<string, string>>;
  /** The tab in whose window, and with whose pool, this one opens. */
  readonly beside?: Tab;
  /** Lets the check move the page's clock. */
  readonly clock?: boolean;
}

interface Going {
  /** Whether the password that was typed before is not known any more. */
  readonly forgot?: boolean;
  /** What the console may say. */
  readonly allowed?: (text: string) => boolean;
}

export class Tab {
  authenticator: Authenticator | null = null;
  /** Where the element is. */
  frame: Frame;
  /** What a developer would have to look into. */
  readonly problems: string[] = [];

  constructor(
    readonly page: Page,
    readonly pool: TestPool,
    readonly username: string,
  ) {
    this.frame = page.mainFrame();
    page.on('pageerror', (error) => this.problems.push(`uncaught ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning', 'assert'].includes(message.type()) && !expected.test(message.text()))
        this.problems.push(message.text());
    });
  }

  /** A page with the element, in a browser context of its own. */
  static async open(
    world: World,
    { way = ways['sign-in'], set = {}, query = {}, beside, clock }: Opening = {},
  ): Promise<Tab> {
    const { pool, username } = beside ?? (await openWay(way, world.site.pools));
    const address = addressOf(world.site.url, pool, { ...way.set, ...set }, query);
    const context = beside?.page.context() ?? (await world.newContext());
    const page = await context.newPage();
    const tab = new Tab(page, pool, username);
    if (way.set?.passkeys) tab.authenticator = await addAuthenticator(context, page);
    if (clock) await page.clock.install();
    await page.goto(address);
    return tab;
  }

  get widget() {
    return this.frame.locator('cognito-mfa-login');
  }

  field = (label: string) => this.widget.getByLabel(label, { exact: true });

  /** Types over what is in a field, key by key. */
  async type(label: string, text: string): Promise<void> {
    await this.field(label).focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  async enter(label: string, text: string): Promise<void> {
    await this.type(label, text);
    await this.page.keyboard.press('Enter');
  }

  press = (name: string) => this.widget.getByRole('button', { name, exact: true }).click();
  /** One of several ways, which say more than their name. */
  choose = (name: string) => this.widget.getByRole('button', { name: new RegExp(`^${name} `) }).click();
  sees = (text: string) => this.widget.getByText(text, { exact: true }).filter({ visible: true }).first().waitFor();
  isAt = (heading: string) => this.widget.getByRole('heading', { name: heading, exact: true }).waitFor();

  async does(acts: readonly Act[]): Promise<void> {
    try {
      for (const act of acts) await act(this);
    } catch (error) {
      throw new Error([String(error).split('\n')[0], ...(await this.#standing())].join('\n    '), { cause: error });
    }
  }

  /** What is to be seen and was told, for whoever has to find out what went wrong. */
  async #standing(): Promise<string[]> {
    const seen = await this.widget.ariaSnapshot({ timeout: 1000 }).catch(() => 'nothing');
    return [`it shows: ${seen.replace(/\s+/g, ' ')}`, ...this.problems];
  }

  async goTo(step: StepName, way = ways[step]): Promise<void> {
    await this.does([...way.to, (tab) => tab.isAt(way.heading)]);
  }

  async goBackTo(step: StepName): Promise<void> {
    const { back, to, heading } = ways[step];
    await this.does([...(back ?? to), (tab) => tab.isAt(heading)]);
  }

  /** From a step to the end, with as many messages as that takes, and nothing to complain of. */
  async goOn(step: StepName, way = ways[step], { forgot = false, allowed }: Going = {}): Promise<void> {
    const before = await this.sent();
    const again = (forgot && way.again) || [];
    await this.does([...way.on, ...again, (tab) => tab.isAt('You are signed in')]);
    const sent = (await this.sent()) - before;
    must(sent === way.messages, `${sent} messages went out, not ${way.messages}`);
    this.hasNoProblem(allowed);
  }

  /** How many messages the pool has sent. */
  sent = async () => (await this.pool.outbox()).length;

  hasNoProblem(allowed: Going['allowed'] = () => false): void {
    const problems = this.problems.filter((text) => !allowed(text));
    must(problems.length === 0, `on the console: ${problems.join('; ')}`);
  }

  /** The session's keys in the tab's localStorage, without the client's prefix. */
  storedKeys = (): Promise<string[]> =>
    this.frame.evaluate(
      (id) =>
        Object.keys(localStorage)
          .filter((key) => key.includes(id))
          .map((key) => key.slice(key.indexOf(id) + id.length + 1))
          .sort(),
      this.pool.clientId,
    );

  heard = (type: string) =>
    this.frame.evaluate((name) => told.filter((event) => event.type === name).map(({ detail }) => detail), type);

  close = () => this.page.context().close();
}

/** A pool for a way, with somebody else in it, too. */
export async function openWay({ scenario }: Way, pools: string) {
  const { settings, user } = scenarios.find(({ name }) => name === scenario)!;
  // With an authenticator app, or a pool that demands a second factor would have her set one up.
  const other = {
    username: 'zoe',
    password: user.password,
    mfa: 'totp',
    totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  } as const;
  return { pool: await openPool({ settings, users: [user, other] }, pools), username: user.username };
}

export function addressOf(url: string, pool: TestPool, set: object, query: Readonly<Record<string, string>>): string {
  const { endpoint, userPoolId, clientId } = pool;
  const properties = { endpoint, userPoolId, clientId, authFlow: 'password', ...set };
  return `${url}?${new URLSearchParams({ ...query, set: JSON.stringify(properties) }).toString()}`;
}

export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
