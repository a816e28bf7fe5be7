import type { CognitoMfaLogin } from '../../../../src/index.js';

/** What was so when the page had been prerendered for a while, and nobody had seen it. */
export interface Unseen {
  /** Requests to a pool. */
  readonly asked: number;
  readonly prompts: number;
  readonly told: number;
  readonly focus: string;
}

declare global {
  /** Null unless the page was prerendered. */
  var unseen: Unseen | null;
}

globalThis.unseen = null;

/** Longer than the element waits for a paint that does not come, and for its chunks. */
const patience = 1500;

/** Writes down what a prerendered page did, and lets the page before it go on to it. */
export function watchPrerendering(element: CognitoMfaLogin): void {
  if (!('prerendering' in document) || !document.prerendering) return;
  let prompts = 0;
  const { credentials } = navigator;
  const get = credentials.get.bind(credentials);
  credentials.get = (options) => {
    prompts++;
    return get(options);
  };
  void element.updateComplete.then(() =>
    setTimeout(() => {
      const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/pools/')).length;
      globalThis.unseen = { asked, prompts, told: told.length, focus: document.activeElement?.localName ?? '' };
      localStorage.setItem('prerendered', 'yes');
    }, patience),
  );
}
