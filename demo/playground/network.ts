import { send } from './transport.js';

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const portal = '<!doctype html><title>Airport Wi-Fi</title><p>Accept the terms to go online.';

/** How a network answers where it is not a good one. */
const conditions = new Map<string, typeof fetch>([
  ['slow', (...request) => wait(2000).then(() => send(...request))],
  // What the browser's own fetch rejects with.
  ['offline', () => Promise.reject(new TypeError('Failed to fetch'))],
  ['captive', async () => new Response(portal, { headers: { 'content-type': 'text/html' } })],
  ['error', async () => new Response('Service Unavailable', { status: 503 })],
]);

/** For the element's `fetch`: goes by what the condition is when a request is made, also in the middle of a sign-in. */
export const throughNetwork =
  (condition: () => string): typeof fetch =>
  (...request) =>
    (conditions.get(condition()) ?? send)(...request);
