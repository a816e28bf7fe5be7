/**
 * A test-runner plugin with the commands `add-authenticator` (payload: options of WebAuthn.addVirtualAuthenticator),
 * `remove-authenticator` and `authenticator-user-verified` (payload: whether the person can be verified). Chromium only, over its
 * DevTools protocol: https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/
 */
export const virtualAuthenticator = () => {
  /** The authenticator of each page; a page serves one test file after another. */
  const added = new WeakMap();

  const commands = {
    async 'add-authenticator'(page, options) {
      await commands['remove-authenticator'](page);
      // A page behind another one may not use passkeys.
      await page.bringToFront();
      const protocol = await page.createCDPSession();
      await protocol.send('WebAuthn.enable');
      const { authenticatorId } = await protocol.send('WebAuthn.addVirtualAuthenticator', { options });
      added.set(page, { protocol, authenticatorId });
    },
    async 'remove-authenticator'(page) {
      await added.get(page)?.protocol.detach(); // which takes the authenticator along
      added.delete(page);
    },
    async 'authenticator-user-verified'(page, isUserVerified) {
      const { protocol, authenticatorId } = added.get(page);
      await protocol.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
  };

  return {
    name: 'virtual-authenticator-commands',
    async executeCommand({ command, payload, session }) {
      const run = commands[command];
      if (!run || session.browser.type !== 'puppeteer') return undefined;
      await run(session.browser.getPage(session.id), payload);
      return true;
    },
  };
};
