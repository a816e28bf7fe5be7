/** The page of this proof: an element as the address describes it, what the page heard of it, and what befalls a page. */
import '../../../../src/index.js';
import type { CognitoMfaLogin } from '../../../../src/index.js';
import { befall } from './befall.js';
import { watchPrerendering } from './prerendered.js';
import { places } from './places.js';

interface Heard {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

declare global {
  /** Every event of the element, oldest first. */
  var told: Heard[];
  var befalls: ReturnType<typeof befall>;
  /** Whether this page came out of the back-forward cache. */
  var cameBack: boolean;
  /** Submissions that reached the page's own form. */
  var submissions: number;
}

globalThis.told = [];
globalThis.cameBack = false;
globalThis.submissions = 0;
addEventListener('pageshow', ({ persisted }) => (globalThis.cameBack ||= persisted));

const types = [
  ...(['login-step', 'login-code-sent', 'login-success'] as const),
  ...(['login-failure', 'login-challenge', 'login-signed-out'] as const),
];

/** `set`: properties of the element, as JSON. `place`: what it is in. */
const address = new URLSearchParams(location.search);
const element: CognitoMfaLogin = document.createElement('cognito-mfa-login');
Object.assign(element, JSON.parse(address.get('set') ?? '{}'));
for (const type of types) element.addEventListener(type, ({ detail }) => told.push({ type, detail: { ...detail } }));
const place = places[address.get('place') ?? ''] ?? (() => document.querySelector('#place')!);
place().append(element);
globalThis.befalls = befall(element);
watchPrerendering(element);
