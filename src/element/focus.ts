import { isWithin } from './flat-tree.js';
import { unclobbered } from './unclobbered.js';

/**
 * Where the focus is: on the element or in it, elsewhere on the page, or nowhere: on the page itself, or on a box around the element that
 * got it by a click inside. So get a `<dialog>` and whatever has a tabindex, in Safari also by a click on a button. What is focused in a
 * closed shadow root around the element cannot be told from its host.
 */
export function focusPlace(host: HTMLElement): 'inside' | 'nowhere' | 'elsewhere' {
  const active = activeElement(host);
  if (!active) return 'nowhere';
  if (isWithin(active, host)) return 'inside';
  return isWithin(host, active) ? 'nowhere' : 'elsewhere';
}

/** As deep as can be seen from the element: a document tells the outermost host of a shadow root alone. */
function activeElement(host: HTMLElement): Element | null {
  let root = host.getRootNode();
  while (root instanceof ShadowRoot && !root.activeElement) root = root.host.getRootNode();
  let active = root instanceof ShadowRoot ? root.activeElement : unclobbered(Document, 'activeElement', document);
  for (let inner = active; inner; inner = shadowOf(inner)?.activeElement ?? null) active = inner;
  return active;
}

const shadowOf = (element: Element): ShadowRoot | null => unclobbered(Element, 'shadowRoot', element);

/** Focuses a field with its text selected, so that a mistyped password is replaced by typing. */
export function focusField(field: HTMLInputElement, options?: FocusOptions): void {
  field.focus(options);
  field.select();
}
