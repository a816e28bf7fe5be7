import { expect, waitUntil } from '@open-wc/testing';
import type { CognitoMfaLogin } from '../../src/index.js';
import { bob, openPool } from '../support/pool.js';

/** Trusted Types are Chromium's and Safari's; where they are unknown, the rest of the policy holds. */
const policy = (pool: string) =>
  // By its address: Firefox takes 'self' in a srcdoc page for an origin of its own.
  `default-src 'none'; script-src ${location.origin}; style-src 'none'; connect-src ${pool}; ` +
  "require-trusted-types-for 'script'; trusted-types lit-html";

/** A page of its own under the policy; the module of the element comes from this origin. */
async function openStrictPage(pool: string): Promise<{ page: Document; violations: string[] }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy(pool)}">
    <title>Strict</title><script type="module" src="/src/index.ts"></script>`;
  document.body.append(frame);
  frames.push(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve));
  const page = frame.contentDocument!;
  const violations: string[] = [];
  page.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    violations.push(`${violatedDirective} ${blockedURI}`),
  );
  return { page, violations };
}

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
});

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`under a strict policy, with fields="${fields}"`, () => {
    it('the element is styled, and signs a person in', async () => {
      const { endpoint, userPoolId, clientId } = await openPool({ users: [bob] });
      const { page, violations } = await openStrictPage(new URL(endpoint).origin);
      await waitUntil(() => page.defaultView!.customElements.get('cognito-mfa-login'), 'not defined', {
        timeout: 8000,
      });
      const element = page.createElement('cognito-mfa-login') as CognitoMfaLogin;
      Object.assign(element, { endpoint, userPoolId, clientId, fields, storage: 'memory', username: 'bob' });
      page.body.append(element);
      await element.updateComplete;
      const form = (element.querySelector('form') ?? element.shadowRoot!.querySelector('form'))!;
      const button = form.querySelector<HTMLButtonElement>('button[type=submit]')!;
      expect(button.getBoundingClientRect().height).to.be.at.least(44);
      form.querySelector<HTMLInputElement>('input[name=password]')!.value = bob.password;
      let success = false;
      element.addEventListener('login-success', () => (success = true));
      button.click();
      await waitUntil(() => success, 'no success', { timeout: 8000 });
      expect(violations).to.deep.equal([]);
    });
  });
}
