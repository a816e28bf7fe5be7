/** What the page's modules need of the page itself. */

/** The element of index.html with this id. */
export function byId<Type extends HTMLElement>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`index.html has no #${id}`);
}

export function element<Name extends keyof HTMLElementTagNameMap>(name: Name): HTMLElementTagNameMap[Name] {
  const found = document.querySelector(name);
  if (found) return found;
  throw new Error(`index.html has no <${name}>`);
}

let hiding: ReturnType<typeof setTimeout> | undefined;

/** A line at the page's foot, read out by screen readers, that goes by itself. */
function toast(text: string): void {
  byId('toast', HTMLElement).textContent = text;
  clearTimeout(hiding);
  hiding = setTimeout(() => (byId('toast', HTMLElement).textContent = ''), 4000);
}

/** Puts a text on the clipboard and says so. */
export async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(said);
  } catch {
    toast('The browser does not let this page copy: please select the text.');
  }
}

export function copyButton(id: string, text: () => string | null): void {
  byId(id, HTMLButtonElement).addEventListener('click', () => void copy(text() ?? '', 'Copied.'));
}
