/** One a page: what one protocol session emulates, another cannot end, and pages serve one test file after another. */
const protocols = new WeakMap();

async function protocolOf(page) {
  if (!protocols.has(page)) protocols.set(page, await page.createCDPSession());
  return protocols.get(page);
}

/**
 * A test-runner plugin with the command `emulate-features`: media features that `emulateMedia` does not know, such as
 * forced-colors and prefers-contrast. Chromium only, over its DevTools protocol.
 */
export const emulateFeatures = () => ({
  name: 'emulate-features-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'emulate-features') return undefined;
    if (session.browser.type !== 'puppeteer') return undefined;
    const protocol = await protocolOf(session.browser.getPage(session.id));
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    await protocol.send('Emulation.setEmulatedMedia', { features });
    return true;
  },
});
