/**
 * A test-runner plugin: a test drives another page, in a browser context and so in a process of its own, as a person would from outside.
 * What the test itself knows is then not in that page's heap. Chromium only, over its DevTools protocol:
 * https://chromedevtools.github.io/devtools-protocol/tot/HeapProfiler/
 */
import { Buffer } from 'node:buffer';
import { findTexts, takeSnapshot } from './heap-snapshot.mjs';

/** Notes what the pool answers, for a test that has to know what must not be found: before the page has it, and outside of it. */
async function listen(protocol) {
  const answers = [];
  protocol.on('Fetch.requestPaused', async ({ requestId }) => {
    const answer = await protocol.send('Fetch.getResponseBody', { requestId }).catch(() => null);
    if (answer) answers.push(answer.base64Encoded ? Buffer.from(answer.body, 'base64').toString() : answer.body);
    await protocol.send('Fetch.continueRequest', { requestId }).catch(() => undefined); // the page has given it up
  });
  await protocol.send('Fetch.enable', { patterns: [{ urlPattern: '*/pools/*', requestStage: 'Response' }] });
  return answers;
}

async function open(tests, address) {
  const context = await tests.browser().createBrowserContext();
  const page = await context.newPage();
  const protocol = await page.createCDPSession();
  await protocol.send('Emulation.setFocusEmulationEnabled', { enabled: true });
  const answers = await listen(protocol);
  await page.goto(new URL(address, tests.url()).href);
  return { context, page, protocol, answers };
}

const commands = {
  async run({ protocol }, expression) {
    const options = { returnByValue: true, awaitPromise: true };
    const { result, exceptionDetails } = await protocol.send('Runtime.evaluate', { expression, ...options });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value ?? null;
  },
  reload: async ({ page }) => void (await page.reload()),
  type: ({ page }, text) => page.keyboard.type(text),
  press: ({ page }, { key, ...options }) => page.keyboard.press(key, options),
  answers: ({ answers }) => answers.filter((body) => body.startsWith('{')),
  /** What the browser stores for the page, asked for from outside. */
  async stored({ page, protocol }) {
    const storageId = { securityOrigin: new URL(page.url()).origin, isLocalStorage: false };
    return (await protocol.send('DOMStorage.getDOMStorageItems', { storageId })).entries;
  },
  /** Every node of the page as JSON, those of closed shadow roots and of the browser's own included. */
  async nodes({ protocol }) {
    const { root } = await protocol.send('DOM.getDocument', { depth: -1, pierce: true });
    await protocol.send('DOM.disable'); // which would hold on to nodes that are taken away
    return JSON.stringify(root);
  },
  heap: async ({ protocol }, needles) => findTexts(await takeSnapshot(protocol), needles),
};

export const otherPage = () => {
  /** By test page. */
  const opened = new WeakMap();

  return {
    name: 'other-page-commands',
    async executeCommand({ command, payload, session }) {
      const [, act] = /^other-page-(\w+)$/.exec(command) ?? [];
      if (!act || session.browser.type !== 'puppeteer') return undefined;
      const tests = session.browser.getPage(session.id);
      const other = opened.get(tests);
      if (act === 'close' || act === 'open') await other?.context.close();
      if (act === 'close') opened.delete(tests);
      else if (act === 'open') opened.set(tests, await open(tests, payload));
      else return (await commands[act](other, payload)) ?? true;
      return true;
    },
  };
};
