/** How the page reaches the pools: over HTTP at the development server; inside itself in the static files that `npm run build:demo` makes. */

declare global {
  interface ImportMeta {
    /** Vite's. */
    readonly env: { readonly MODE: string };
  }
}

export const inPage = import.meta.env.MODE === 'static';

/** Of the pools' addresses. No request ever goes to the one of RFC 2606, under which no host can be. */
export const host = inPage ? 'https://user-pool.invalid' : new URL('/user-pool', location.href).href;

export const send: typeof fetch = inPage
  ? (await import('../user-pool/mounts/page.js')).openPagePools()
  : (...request) => fetch(...request);
