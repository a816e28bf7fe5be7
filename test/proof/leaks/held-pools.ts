/** The local pools, whose answers to a sign-in can be held back: a page that leaves meanwhile leaves a request behind. */
import { setTimeout as wait } from 'node:timers/promises';
import { listen } from '../../../demo/user-pool/mounts/node.js';
import { createPoolHost } from '../../../demo/user-pool/pool-host.js';

export class HeldPools {
  #held: (() => void)[] | null = null;
  #asked = 0;
  #close = (): Promise<unknown> => Promise.resolve();
  url = '';

  static async open(): Promise<HeldPools> {
    const pools = new HeldPools();
    const host = createPoolHost();
    const { url, close } = await listen({
      async fetch(request) {
        const held = pools.#held;
        if (held && request.headers.get('x-amz-target')?.endsWith('InitiateAuth')) {
          pools.#asked++;
          await new Promise<void>((resolve) => held.push(resolve));
        }
        return host.fetch(request);
      },
    });
    pools.url = url;
    pools.#close = close;
    return pools;
  }

  /** From now on nobody who signs in gets an answer. */
  hold(): void {
    this.#held = [];
    this.#asked = 0;
  }

  /** Until so many wait for theirs. */
  async holds(requests = 1): Promise<void> {
    for (const end = Date.now() + 10_000; this.#asked < requests; await wait(2))
      if (Date.now() > end) throw new Error(`${this.#asked} of ${requests} requests came.`);
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const answer of held) answer();
  }

  close(): Promise<unknown> {
    this.release();
    return this.#close();
  }
}
