/** One a page: what one protocol session emulates, another cannot end, and pages serve one test file after another. */
const protocols = new WeakMap();

async function protocolOf(page) {
  if (!protocols.has(page)) protocols.set(page, await page.createCDPSession());
  return protocols.get(page);
}

const commands = {
  'emulate-features': (protocol, payload) => {
    const features = Object.entries(payload).map(([name, value]) => ({ name, value }));
    return protocol.send('Emulation.setEmulatedMedia', { features });
  },
  'emulate-place': async (protocol, { timezoneId = '', locale = '' }) => {
    await protocol.send('Emulation.setTimezoneOverride', { timezoneId });
    // Its end is to be told before another can begin.
    await protocol.send('Emulation.setLocaleOverride', {});
    if (locale) await protocol.send('Emulation.setLocaleOverride', { locale });
  },
};

/**
 * A test-runner plugin with the commands `emulate-features`: media features that `emulateMedia` does not know, such as forced-colors and
 * prefers-contrast; and `emulate-place`: the device's time zone and locale, or its own again. Chromium only, over its DevTools protocol.
 */
export const emulateFeatures = () => ({
  name: 'emulate-features-command',
  async executeCommand({ command, payload, session }) {
    const emulate = commands[command];
    if (!emulate || session.browser.type !== 'puppeteer') return undefined;
    await emulate(await protocolOf(session.browser.getPage(session.id)), payload);
    return true;
  },
});
