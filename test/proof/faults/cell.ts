/** One cell of the matrix: an operation is brought about as a person does it, and a fault befalls its request. */
import { aTimeout } from '@open-wc/testing';
import type { ErrorCode } from '../../../src/flow/error.js';
import { listenToLiveRegion } from '../../element/live-region.js';
import { until } from '../../element/until.js';
import { listenToAccidents, listenToConsole, sessionKeys } from '../../support/faults.js';
import { jwt } from '../../support/scripted-service.js';
import { codeOf, faults, type FaultCase, type FaultName } from './faults.js';
import { operations, requestOf, type OperationName } from './operations.js';
import { isBusy, outcomes, stepSince } from './outcomes.js';
import { Scene, type Row } from './scene.js';

/** What the design allows an operation to take, in milliseconds. */
const limit = 15_500;

/** How things stood before the act. */
interface Before {
  readonly told: number;
  readonly step: unknown;
  readonly requests: number;
  readonly messages: number;
  readonly tokens: Readonly<Record<string, string>>;
}

export class Cell {
  readonly request: string;
  readonly fault: FaultCase;
  readonly leadsTo: FaultCase['leadsTo'];
  readonly scene: Scene;
  readonly lines = listenToConsole();
  readonly accidents = listenToAccidents();
  before: Before = { told: 0, step: null, requests: 0, messages: 0, tokens: {} };
  /** How things stood when the time was over that the operation may take. */
  inTime = 'not seen';
  /** What the live region said since the act. */
  sentences: readonly string[] = [];

  /** @param way one of the fault's, where it has several */
  constructor(
    readonly name: OperationName,
    fault: FaultName | FaultCase,
    readonly row: Row,
    readonly way = '',
  ) {
    const isNamed = typeof fault === 'string';
    this.request = requestOf(name);
    this.fault = isNamed ? faults[fault] : fault;
    this.leadsTo = isNamed ? codeOf(fault, operations[name]) : fault.leadsTo;
    this.scene = new Scene(row);
  }

  /** The requests since the act. */
  get sent(): readonly string[] {
    return this.scene.network.requests.slice(this.before.requests).map(({ name }) => name);
  }

  get outcome(): string {
    return outcomes(this.scene, this.before.told);
  }

  /** What the cell has to come to, in the words of `outcomes`. */
  get expected(): string {
    const { well, failing = (code: ErrorCode) => `login-failure ${code}`, patience = limit } = this.row;
    if (this.leadsTo === 'silence') return this.row.carriedThrough ? well : 'nothing';
    if (this.leadsTo !== 'success') return failing(this.leadsTo);
    return this.fault.lasts !== undefined && this.fault.lasts >= patience ? failing('timeout') : well;
  }

  /** The code that the page is told of; null where the operation succeeds or nobody is kept by its failure. */
  get failure(): ErrorCode | null {
    const { leadsTo, expected } = this;
    return leadsTo !== 'success' && leadsTo !== 'silence' && expected.startsWith('login-failure') ? leadsTo : null;
  }

  /** To the step before the request. */
  async arrive(): Promise<void> {
    const { scene, row } = this;
    await scene.open();
    await row.arrives?.(scene);
    const { person, network, storage } = scene;
    if (!row.reads) leaveEarlierSession(scene);
    const messages = await person.messages();
    const tokens = storage.tokens;
    const step = stepSince(person, 0);
    this.before = { told: person.told.length, step, requests: network.requests.length, messages, tokens };
    this.sentences = listenToLiveRegion(person);
  }

  /** The act, the fault, and as much time as that takes. */
  async meet(): Promise<void> {
    const { network, clock, storage } = this.scene;
    let go = () => {};
    const meanwhile = new Promise<void>((resolve) => (go = resolve));
    const after = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve));
    const proofIsNext = provesNext.test(this.request);
    const { way, name } = this;
    const surroundings = { kind: operations[name], way, proofIsNext, meanwhile, after };
    network.befall(this.request, this.fault.meet(surroundings));
    if (this.fault.refuses) storage.refuses = this.row.reads ? 'writing' : 'everything';
    await this.row.acts(this.scene);
    await until(() => this.sent.includes(this.request), `${this.request} was not sent`);
    await this.#meanwhile();
    go();
    await this.#pass();
  }

  async #meanwhile(): Promise<void> {
    const { element } = this.scene.person;
    if (this.fault.meanwhile === 'submitted again') await this.#actAgain();
    if (this.fault.meanwhile === 'removed') this.#remove();
    if (this.fault.meanwhile === 'changed') Object.assign(element, otherProperties);
    if (this.fault.meanwhile) await element.updateComplete;
  }

  /** What the page heard before is not what it may hear then. */
  #remove(): void {
    const { person } = this.scene;
    this.before = { ...this.before, told: person.told.length };
    person.element.remove();
  }

  /** By Enter and by clicks on whatever submits. */
  async #actAgain(): Promise<void> {
    const { person } = this.scene;
    const { element } = person;
    if (this.row.again) return void this.row.again(this.scene);
    await person.press('Enter');
    element.querySelector('form')?.requestSubmit();
    element.shadowRoot!.querySelector<HTMLElement>('.cml-button[aria-disabled=true]')?.click();
  }

  /** What comes after the limit comes in vain. */
  async #pass(): Promise<void> {
    const { clock, person } = this.scene;
    const { lasts = 0, meanwhile } = this.fault;
    clock.advance(Math.min(lasts, this.row.patience ?? limit));
    // The clock stands still meanwhile. Where it comes to something else, the post-conditions tell of it.
    await until(() => this.outcome === this.expected && !isBusy(person)).catch(() => undefined);
    this.inTime = `${this.outcome}${isBusy(person) ? ', and busy' : ''}`;
    // Whatever is late, done twice or tried again after a while may do its harm.
    clock.advance(Math.max(lasts, limit));
    await aTimeout(lasts || meanwhile ? 40 : 5);
  }
}

/** The requests whose answer may be PASSWORD_VERIFIER. */
const provesNext = /PASSWORD_SRP|USER_SRP_AUTH|SRP_A$/;

/** Another pool, where nobody listens. */
const otherProperties = { clientId: 'another', endpoint: 'http://localhost:1/', sessionMinutes: 5, resend: 'off' };

/** Somebody else's, found when the element has looked already: a failure must leave it as it is. */
function leaveEarlierSession({ storage, pool }: Scene): void {
  const token = jwt({ username: 'zoe', 'cognito:username': 'zoe' });
  const values = ['zoe', token, token, 'refresh-zoe', '0'];
  sessionKeys(pool.clientId, 'zoe').forEach((key, index) => storage.items.set(key, values[index]!));
}
