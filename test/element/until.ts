import { waitUntil } from '@open-wc/testing';

/** Waits as patiently as a person does: the first request of a page also loads the SDK. */
export const until = (condition: () => unknown, message?: string): Promise<void> =>
  waitUntil(condition, message, { timeout: 8000 });
