import type { PasskeyBrowser } from './open-passkey-prompt.js';

/** Chromium's alone, in the words of before it was called permissions policy. */
interface PolicyDocument {
  readonly featurePolicy?: { allowsFeature(name: string): boolean };
}

/** Whether a page can ask for passkeys, as far as its browser tells. A file of its own: it is asked before the rest is loaded. */
export function hasPasskeys(browser: PasskeyBrowser = globalThis): boolean {
  const { isSecureContext, navigator, PublicKeyCredential } = browser;
  const { featurePolicy } = (browser.document ?? {}) as PolicyDocument;
  if (!isSecureContext || !navigator?.credentials || !PublicKeyCredential) return false;
  return featurePolicy?.allowsFeature('publickey-credentials-get') !== false;
}
