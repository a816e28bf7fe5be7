/** The phone: what the demo's pool has sent. */
export class Outbox {
  constructor(readonly pools: string) {}

  async messages(): Promise<readonly { readonly username: string; readonly code: string }[]> {
    const response = await fetch(`${this.pools}/pools/demo/outbox`);
    return (await response.json()) as { username: string; code: string }[];
  }

  async count(): Promise<number> {
    return (await this.messages()).length;
  }

  /** The code of the newest message. */
  async newest(): Promise<string> {
    return (await this.messages()).at(-1)?.code ?? '';
  }
}
