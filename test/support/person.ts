/** A person in front of the element: finds things by what is written on them, and uses the keyboard. */
import { waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/index.js';
import type { CognitoMfaLogin } from '../../src/index.js';
import type { PoolSettings } from '../../demo/user-pool/settings.js';
import { openPool, password, type TestPool } from './pool.js';
import { openScenario, type ScenarioPool } from './scenarios.js';

export interface Told {
  readonly type: string;
  readonly detail: Record<string, unknown>;
}

export const eventTypes = [
  'login-step',
  'login-code-sent',
  'login-success',
  'login-failure',
  'login-challenge',
  'login-signed-out',
] as const;

type Properties = Partial<
  Omit<CognitoMfaLogin, 'addEventListener' | 'removeEventListener' | 'dispatchEvent' | keyof HTMLElement>
> & { lang?: string; fetch?: typeof fetch };

interface Visit {
  readonly pool?: TestPool;
  /** Properties of the element, set before it is connected. */
  readonly set?: Properties;
  readonly into?: ParentNode;
}

/** What a person sees, and a screen reader. */
const isShown = (node: Element): boolean => !node.closest('[hidden]');

const textOf = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();

export class Person {
  /** Everything the page was told, oldest first. */
  readonly told: Told[] = [];

  constructor(
    readonly element: CognitoMfaLogin,
    readonly pool: TestPool,
  ) {
    for (const type of eventTypes) {
      element.addEventListener(type, ({ detail }) => this.told.push({ type, detail: { ...detail } }));
    }
  }

  /** Where the form is, wherever that is. */
  get form(): HTMLFormElement {
    const form = this.element.querySelector('form') ?? this.element.shadowRoot?.querySelector('form');
    if (!form) throw new Error('There is no form.');
    return form;
  }

  get heading(): string {
    return textOf(this.element.shadowRoot?.querySelector('h2'));
  }

  get intro(): string {
    return textOf(this.element.shadowRoot?.querySelector('.intro'));
  }

  /** What a screen reader was told last. */
  get status(): string {
    return textOf(this.element.shadowRoot?.querySelector('[role=status]'));
  }

  /** The field under a label. */
  field(label: string): HTMLInputElement {
    const found = this.#labels().find((candidate) => textOf(candidate) === label);
    if (!(found?.control instanceof HTMLInputElement)) throw new Error(`There is no field "${label}".`);
    return found.control;
  }

  has(label: string): boolean {
    return this.#labels().some((candidate) => textOf(candidate) === label);
  }

  /** What is written under a field, for whoever sees it. */
  line(label: string): string {
    return textOf(this.field(label).closest('.cml-field')?.querySelector('[part=hint]'));
  }

  /** What describes a field: what is written under it, the time that is left aside. */
  hint(label: string): string {
    const ids = this.field(label).getAttribute('aria-describedby') ?? '';
    const root = this.form.getRootNode() as Document | ShadowRoot;
    return ids
      .split(' ')
      .map((id) => textOf(root.getElementById(id)))
      .join(' ')
      .trim();
  }

  /** A button by its name, in the form or around it. */
  button(name: string): HTMLButtonElement {
    const found = this.#buttons().find((button) => (button.ariaLabel ?? textOf(button)) === name);
    if (!found) throw new Error(`There is no button "${name}".`);
    return found;
  }

  hasButton(name: string): boolean {
    return this.#buttons().some((button) => (button.ariaLabel ?? textOf(button)) === name);
  }

  #labels(): HTMLLabelElement[] {
    return [...this.form.querySelectorAll('label')].filter(isShown);
  }

  #buttons(): HTMLButtonElement[] {
    const inForm = this.element.querySelectorAll<HTMLButtonElement>('form button');
    return [...inForm, ...(this.element.shadowRoot?.querySelectorAll('button') ?? [])].filter(isShown);
  }

  /** The focused element, shadow roots looked through. */
  get focused(): Element | null {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  }

  /** Replaces what is in a field, with real keys. */
  async type(label: string, text: string): Promise<void> {
    const field = this.field(label);
    field.focus();
    field.select();
    if (text) await sendKeys({ type: text });
    else if (field.value) await sendKeys({ press: 'Delete' });
  }

  async press(key: string): Promise<void> {
    await sendKeys({ press: key });
  }

  /** Replaces what is in a field as pasting does: all at once, with one input event. */
  paste(label: string, text: string): void {
    const field = this.field(label);
    field.focus();
    field.select();
    document.execCommand('insertText', false, text);
  }

  /** Presses a button with the keyboard. */
  async activate(name: string): Promise<void> {
    this.button(name).focus();
    await sendKeys({ press: 'Enter' });
  }

  /** Fills the first step and presses Enter. */
  async signIn(username: string, secret = password): Promise<void> {
    await this.type('User name', username);
    await this.type('Password', secret);
    await this.press('Enter');
  }

  /** Reads the newest message and types its code. */
  async enterSentCode(): Promise<void> {
    await this.enterCode(await this.pool.lastCode());
  }

  async enterCode(code: string): Promise<void> {
    await this.type('Code', code);
    await this.press('Enter');
  }

  /** Waits until the page has heard of something so many times, and gives the last. */
  async hears(type: (typeof eventTypes)[number], times = 1): Promise<Told['detail']> {
    await waitUntil(() => this.heard(type).length >= times, `the page did not hear ${type} ${times} times`, {
      timeout: 8000,
      interval: 10,
    });
    await this.element.updateComplete;
    return this.heard(type).at(-1)!;
  }

  heard(type: (typeof eventTypes)[number]): Told['detail'][] {
    return this.told.filter((event) => event.type === type).map(({ detail }) => detail);
  }

  async sees(heading: string): Promise<void> {
    await waitUntil(() => this.heading === heading, `the heading is "${this.heading}", not "${heading}"`, {
      timeout: 8000,
      interval: 10,
    });
  }

  /** The number of messages that the pool sent. */
  async messages(): Promise<number> {
    return (await this.pool.outbox()).length;
  }
}

/** Puts an element on the page that speaks to a pool of its own. */
export async function visit({ pool, set = {}, into = document.body }: Visit = {}): Promise<Person> {
  const opened = pool ?? (await openPool());
  const element = document.createElement('cognito-mfa-login');
  const { userPoolId, clientId, endpoint } = opened;
  Object.assign(element, { userPoolId, clientId, endpoint, storage: 'memory' }, set);
  const person = new Person(element, opened);
  into.append(element);
  visits.add(element);
  await element.updateComplete;
  return person;
}

/** An element on a scenario's pool. By password where SRP makes no difference, since SRP costs each side most of a test's time. */
export async function visitScenario(
  name: string,
  set: Properties = {},
  more: Partial<PoolSettings> = {},
): Promise<Person & { readonly pool: ScenarioPool }> {
  const pool = await openScenario(name, more);
  const person = await visit({ pool, set: { authFlow: 'password', ...set } });
  return person as Person & { readonly pool: ScenarioPool };
}

const visits = new Set<CognitoMfaLogin>();

afterEach(() => {
  for (const element of visits) {
    element.remove();
    // Test files run side by side on one origin: what another one has stored is not ours to clear.
    for (const storage of [localStorage, sessionStorage]) forget(storage, element.clientId);
  }
  visits.clear();
});

function forget(storage: Storage, clientId: string): void {
  for (const key of Object.keys(storage)) if (key.includes(clientId)) storage.removeItem(key);
}
