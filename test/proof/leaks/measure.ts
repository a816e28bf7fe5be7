/** Counts what an element could leave behind in a page, over the browser's DevTools protocol. */
import type { CDPSession } from 'playwright-core';

/** What is counted, by its name in the table. */
export type Counts = Readonly<Record<string, number>>;

/** By class of the browser's: how many objects of it live after a garbage collection. */
const classes: Readonly<Record<string, string>> = {
  elements: `customElements.get('cognito-mfa-login')`,
  'abort signals': 'AbortSignal',
  'mutation observers': 'MutationObserver',
  'other observers': '[ResizeObserver, IntersectionObserver, PerformanceObserver]',
  workers: '[Worker, SharedWorker]',
  channels: '[BroadcastChannel, MessagePort]',
  forms: 'HTMLFormElement',
};

/** What a listener of an element could be left on. */
const targets = ['window', 'document', 'document.documentElement', 'document.body', 'navigator', 'screen.orientation'];

export class Measure {
  readonly #protocol: CDPSession;

  constructor(protocol: CDPSession) {
    this.#protocol = protocol;
  }

  async counts(): Promise<Counts> {
    await this.#collect();
    const found: Record<string, number> = { 'weak references that lead to an element': await this.read('living()') };
    for (const [name, type] of Object.entries(classes)) found[name] = await this.#living(type);
    found['listeners on window and document'] = await this.#listeners();
    found['listeners on abort signals'] = await this.#abortListeners();
    const { nodes, documents, jsEventListeners } = await this.#protocol.send('Memory.getDOMCounters');
    Object.assign(found, { nodes, documents, 'listeners on anything': jsEventListeners });
    found.timers = await this.read('waitingTimers()');
    return found;
  }

  /** In bytes. */
  async heap(): Promise<number> {
    await this.#collect();
    return (await this.#protocol.send('Runtime.getHeapUsage')).usedSize;
  }

  /** A number that the page knows. */
  async read(expression: string): Promise<number> {
    const { result } = await this.#protocol.send('Runtime.evaluate', { expression, returnByValue: true });
    return Number(result.value);
  }

  /** Twice: what the first lets go of may hold on to something else by a finalizer. */
  async #collect(): Promise<void> {
    await this.#protocol.send('HeapProfiler.collectGarbage');
    await this.#protocol.send('HeapProfiler.collectGarbage');
  }

  async #evaluate(expression: string): Promise<string> {
    const { result } = await this.#protocol.send('Runtime.evaluate', { expression, objectGroup: 'measure' });
    return result.objectId!;
  }

  /** Does something with objects of the page, and lets go of them. */
  async #holding<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } finally {
      await this.#protocol.send('Runtime.releaseObjectGroup', { objectGroup: 'measure' });
    }
  }

  #living = (type: string): Promise<number> =>
    this.#holding(async () => {
      const list = await this.#evaluate(`[${type}].flat().map(({ prototype }) => prototype)`);
      let sum = 0;
      for (const prototypeObjectId of await this.#items(list)) sum += (await this.#instances(prototypeObjectId)).length;
      return sum;
    });

  #abortListeners = (): Promise<number> =>
    this.#holding(async () => {
      const signals = await this.#instances(await this.#evaluate('AbortSignal.prototype'));
      return this.#listenersOn(signals);
    });

  #listeners = (): Promise<number> =>
    this.#holding(async () => this.#listenersOn(await Promise.all(targets.map((target) => this.#evaluate(target)))));

  async #listenersOn(objectIds: readonly string[]): Promise<number> {
    let sum = 0;
    for (const objectId of objectIds)
      sum += (await this.#protocol.send('DOMDebugger.getEventListeners', { objectId })).listeners.length;
    return sum;
  }

  async #instances(prototypeObjectId: string): Promise<string[]> {
    const { objects } = await this.#protocol.send('Runtime.queryObjects', {
      prototypeObjectId,
      objectGroup: 'measure',
    });
    return this.#items(objects.objectId!);
  }

  async #items(objectId: string): Promise<string[]> {
    const { result } = await this.#protocol.send('Runtime.getProperties', { objectId, ownProperties: true });
    return result.flatMap(({ name, value }) => (/^\d+$/.test(name) && value?.objectId ? [value.objectId] : []));
  }
}
