/** What a cell of the matrix is played with, and what its rows are made of. */
import type { PoolDefinition } from '../../../demo/user-pool/hosted-pool.js';
import type { PoolSettings } from '../../../demo/user-pool/settings.js';
import { scenarios } from '../../../demo/user-pool/scenarios.js';
import type { UserDefinition } from '../../../demo/user-pool/users.js';
import type { CognitoMfaLogin } from '../../../src/index.js';
import type { ErrorCode } from '../../../src/flow/error.js';
import { FakeClock } from '../../support/fake-clock.js';
import { Network } from '../../support/faults.js';
import { visit, type Person } from '../../support/person.js';
import { until } from '../../element/until.js';
import { openPool, password } from '../../support/pool.js';

/** A request's way, as a person takes it. */
export interface Row {
  readonly settings?: Partial<PoolSettings>;
  readonly user: UserDefinition;
  /** Properties of the element; by password where SRP makes no difference. */
  readonly set?: Partial<Pick<CognitoMfaLogin, 'authFlow' | 'preferredFactor' | 'rememberDevice' | 'passkeys'>>;
  /** From the first step to the one before the request; nothing where the first step sends it. */
  arrives?(scene: Scene): Promise<unknown>;
  /** Has the request sent. */
  acts(scene: Scene): Promise<unknown>;
  /** What the page hears when all goes well: see `outcomes`. */
  readonly well: string;
  /** The same for a failure: `login-failure <code>` unless told otherwise. */
  failing?(code: ErrorCode): string;
  /** Where the person goes on after a failure: a field's label or a button's name; `heading` for the step's. */
  readonly focus: string;
  /** The same where the attempt is over; the first step's password unless told otherwise. */
  readonly focusAtFirst?: string;
  /** What is said of a code, where it is not the sentence of every step. */
  readonly says?: Partial<Record<ErrorCode, string>>;
  /** Whether somebody is signed in, or was: what is stored has to be readable for the request to be sent. */
  readonly reads?: true;
  /** Whether the end of the session ends the step's key alone, and its way on is to start again there. */
  readonly voids?: true;
  /** How long a person who has signed in waits for it, in milliseconds; until the end of every request unless told otherwise. */
  readonly patience?: number;
  /** Whether it is the page's own call, of which a person is told nothing as long as they stay where they are. */
  readonly quiet?: true;
  /** How often more the request may be sent: it may be repeated without harm. */
  readonly repeats?: number;
  /** Whether it is the page's own call, which is carried through although the element is gone. */
  readonly carriedThrough?: true;
  /** How a person begins again once the attempt is over; as they arrived unless told otherwise. */
  anew?(scene: Scene): Promise<unknown>;
  /** How else the act is done a second time while the first is under way; by Enter and by a click unless told otherwise. */
  again?(scene: Scene): unknown;
}

export class Scene {
  readonly network = new Network();
  readonly clock = new FakeClock(Date.now());
  readonly storage = new Storage();
  /** What the promises of the element's methods came to. */
  readonly settled: string[] = [];
  readonly secrets = new Set<string>([password]);
  person!: Person;

  constructor(readonly row: Row) {}

  get username(): string {
    return this.row.user.username;
  }

  get pool(): Person['pool'] {
    return this.person.pool;
  }

  async open(): Promise<void> {
    const { user, settings = {}, set } = this.row;
    const pool = await openPool({ users: [user], settings });
    const { clock, storage } = this;
    const { fetch } = this.network;
    this.person = await visit({ pool, set: { authFlow: 'password', ...set, fetch, clock, storage } });
    await until(() => storage.wasRead, 'the element did not look for a session');
  }

  /** Pastes into a field, as password managers fill it. */
  fill(label: string, text: string): void {
    if (label !== 'User name') this.secrets.add(text);
    this.person.paste(label, text);
  }

  /** Fills the first step, as far as it asks, and presses Enter. */
  async begins(heading?: string, secret = password): Promise<void> {
    this.fill('User name', this.username);
    if (this.person.has('Password')) this.fill('Password', secret);
    await this.person.press('Enter');
    if (heading) await this.person.sees(heading);
  }

  async submits(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) this.fill(label, text);
    await this.person.press('Enter');
  }

  async entersSentCode(): Promise<void> {
    await this.submits({ Code: await this.pool.lastCode() });
  }

  async entersAppCode(): Promise<void> {
    await this.submits({ Code: await this.pool.authenticatorCode(this.username) });
  }

  /** Notes what a promise of the element's comes to. */
  notes(promise: Promise<unknown>, inWords: (value: unknown) => string = String): void {
    promise.then(
      (value) => this.settled.push(inWords(value)),
      () => this.settled.push('rejected'),
    );
  }
}

/** Keeps what it is given until it is told to refuse. */
class Storage {
  readonly items = new Map<string, string>();
  /** Whether the element has looked for a session of an earlier visit. */
  wasRead = false;
  refuses: 'nothing' | 'writing' | 'everything' = 'nothing';

  #guard(writing: boolean): void {
    if (this.refuses === 'everything' || (writing && this.refuses === 'writing'))
      throw new DOMException('The operation is insecure.', 'SecurityError');
  }

  getItem(key: string): string | null {
    this.wasRead = true;
    this.#guard(false);
    return this.items.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.#guard(true);
    this.items.set(key, value);
  }

  removeItem(key: string): void {
    this.#guard(true);
    this.items.delete(key);
  }

  /** The items that make up sessions: what is remembered of a device is another matter. */
  get tokens(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.items].filter(([key]) => !/device|randomPassword/i.test(key)).sort());
  }
}

/** The pool and the user of a scenario of the demo. */
export function scenario(name: string): Required<Pick<PoolDefinition, 'settings'>> & { readonly user: UserDefinition } {
  const found = scenarios.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`There is no scenario ${name}.`);
  const { settings, user } = found;
  return { settings, user };
}
