import { createPoolHost } from '../pool-host.js';

/**
 * The pools inside the page, with no server: a `fetch` for whatever would ask one, at whatever address. They are gone with the page.
 * Passkeys are for the host of this page.
 */
export function openPagePools(): typeof fetch {
  const host = createPoolHost(undefined, {
    webAuthn: { relyingPartyId: location.hostname, userVerification: 'preferred' },
  });
  return async (input, init) => {
    const request = new Request(input, init);
    const response = await host.fetch(fromThisPage(request));
    request.signal.throwIfAborted();
    return response;
  };
}

/** A browser adds the origin on a request's way out, and lets no page do so ("forbidden request-header" of the Fetch standard). */
function fromThisPage(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set('origin', location.origin);
  return Object.defineProperty(request, 'headers', { value: headers });
}
