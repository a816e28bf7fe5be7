/**
 * A page after its activation, over Chromium's DevTools protocol as it is: Playwright takes a tab's first frame for its only one, and
 * waits for good in a tab whose page was prerendered in another.
 */
import type { Browser, CDPSession } from 'playwright-core';

interface Answer {
  readonly id: number;
  readonly result: { readonly result?: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
}

export class ActivatedPage {
  #last = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();

  private constructor(
    readonly root: CDPSession,
    readonly sessionId: string,
  ) {
    root.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer = JSON.parse(message) as Answer;
      this.#waiting.get(answer.id)?.(answer);
    });
  }

  static async of(browser: Browser): Promise<ActivatedPage> {
    const root = await browser.newBrowserCDPSession();
    const { targetInfos } = await root.send('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }) => type === 'page')!;
    const { sessionId } = await root.send('Target.attachToTarget', { targetId, flatten: false });
    return new ActivatedPage(root, sessionId);
  }

  async #send(method: string, params: object): Promise<Answer['result']> {
    const id = ++this.#last;
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
    const message = JSON.stringify({ id, method, params });
    await this.root.send('Target.sendMessageToTarget', { sessionId: this.sessionId, message });
    return (await answer).result;
  }

  /** What an expression comes to, as JSON has it. */
  async read(expression: string): Promise<unknown> {
    const { result } = await this.#send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    return result?.value;
  }

  /** Types into the field of this name, and presses Enter there. */
  async enter(name: string, text: string): Promise<void> {
    await this.read(`document.querySelector('input[name=${name}]').select()`);
    await this.#send('Input.insertText', { text });
    for (const type of ['keyDown', 'keyUp'])
      await this.#send('Input.dispatchKeyEvent', {
        type,
        key: 'Enter',
        code: 'Enter',
        text: '\r',
        windowsVirtualKeyCode: 13,
      });
  }
}
