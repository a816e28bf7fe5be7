/** The part of prerendering that TypeScript's DOM types lack: https://wicg.github.io/nav-speculation/prerendering.html */
type PrerenderedDocument = Document & { readonly prerendering?: boolean };

/**
 * Resolves once the page is one that somebody went to. A browser may load and run it beforehand, on the mere guess that they will: then
 * no session is refreshed and no challenge begun in their name.
 */
export const activation = (page: PrerenderedDocument = document): Promise<void> =>
  new Promise((resolve) => {
    if (page.prerendering) page.addEventListener('prerenderingchange', () => resolve(), { once: true });
    else resolve();
  });
