/** The policies that the product is walked through under, each sent as a header with everything on the page's origin. */
import type { StepName } from '../../../src/flow/state.js';
import { scripts } from '../steps/site.js';

export interface Policy {
  readonly name: string;
  /** @param pool the origin of the user pool, all that the page may speak to */
  header(pool: string): string;
  page(element: string): string;
  /** A page that has that page in a frame. */
  around?(address: string): string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Steps that nobody comes to there, and why. */
  readonly without?: { readonly steps: readonly StepName[]; readonly since: string };
}

const page = (content: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sign in</title>${content}</html>`;

const script = (address: string, nonce = ''): string =>
  `<script type="module" src="${address}"${nonce && ` nonce="${nonce}"`}></script>`;

/** As in SECURITY.md, stricter than in the README, and what `default-src` does not speak of. */
const strict = (pool: string, changes: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    ...{ 'default-src': "'none'", 'script-src': "'self'", 'style-src': "'none'", 'worker-src': "'none'" },
    ...{ 'connect-src': pool, 'base-uri': "'none'", 'form-action': "'none'" },
    ...{ 'require-trusted-types-for': "'script'", 'trusted-types': 'lit-html', ...changes },
  })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const nonce = 'c2VjdXJl';

export const policies: readonly Policy[] = [
  {
    name: 'strict, one file',
    header: (pool) => strict(pool),
    page: (element) => page(element + script(scripts['one file'])),
  },
  {
    name: 'strict, modules in an app’s bundle',
    header: (pool) => strict(pool),
    page: (element) => page(element + script(scripts.modules)),
  },
  {
    name: 'strict, a page that has another lit',
    // Each copy of lit makes its policy by the same name, which a browser refuses to the second otherwise.
    header: (pool) => strict(pool, { 'trusted-types': "lit-html 'allow-duplicates'" }),
    page: (element) =>
      page(`<header></header>${script('/page.js')}${element}<footer></footer>${script(scripts['one file'])}`),
  },
  {
    name: 'by nonce',
    header: (pool) => strict(pool, { 'script-src': `'nonce-${nonce}' 'strict-dynamic'` }),
    page: (element) => page(element + script(scripts.modules, nonce)),
  },
  {
    // Its origin is opaque: it has no storage, and passkeys are for no such origin.
    name: 'strict, in a closed frame',
    header: (pool) => strict(pool, { 'frame-src': "'self'" }),
    attributes: { storage: 'memory' },
    without: { steps: ['passkey', 'add-passkey'], since: 'passkeys need an origin' },
    page: (element) => page(element + script(scripts['one file'])),
    around: (address) => page(`<iframe sandbox="allow-scripts allow-forms" title="Frame" src="${address}"></iframe>`),
  },
];
