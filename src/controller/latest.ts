/** Something that goes on beside the attempt, and of which the latest alone counts. */
export class Latest {
  #abort = new AbortController();
  #task: Promise<void> = Promise.resolve();

  /** Ends the one before. @returns when the latest is done: this one, or what took its place meanwhile */
  async begin(task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.abort();
    this.#abort = new AbortController();
    this.#task = task(this.#abort.signal);
    for (let done: Promise<void> | null = null; done !== this.#task;) await (done = this.#task);
  }

  abort(): void {
    this.#abort.abort();
  }
}
