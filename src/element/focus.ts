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

/** Whether the focus is in a part of the element. */
export function holdsFocus(host: HTMLElement, part: Element): boolean {
  const active = activeElement(host);
  return active !== null && isWithin(active, part);
}

/**
 * As deep as can be seen from the element: a document tells the outermost host of a shadow root alone. Not by `:focus-within`: in Safari
 * it matches nothing in a window that is not the active one, whose active element is still where the person comes back to (measured with
 * WebKitGTK 2.50.6: after test/accessibility/reflow.test.ts has resized its window, which takes the activity from it,
 * test/element/methods.test.ts lost the focus).
 */
function activeElement(host: HTMLElement): Element | null {
  let root = host.getRootNode();
  while (root instanceof ShadowRoot && !root.activeElement) root = root.host.getRootNode();
  let active = root instanceof ShadowRoot ? root.activeElement : unclobbered(Document, 'activeElement', document);
  for (let inner = active; inner; inner = shadowOf(inner)?.activeElement ?? null) active = inner;
  return active;
}

const shadowOf = (element: Element): ShadowRoot | null => unclobbered(Element, 'shadowRoot', element);

/** For a focus that is asked for before there is something to give it to: once there is, unless the person has moved on meanwhile. */
export async function focusOnceShown(
  host: HTMLElement & { readonly updateComplete: Promise<unknown> },
  options?: FocusOptions,
): Promise<void> {
  if (!host.isConnected) return;
  const before = activeElement(host);
  await host.updateComplete;
  if (activeElement(host) === before || focusPlace(host) === 'nowhere') host.focus(options);
}

/** Focuses a field with its text selected, so that a mistyped password is replaced by typing. */
export function focusField(field: HTMLInputElement, options?: FocusOptions): void {
  field.focus(options);
  field.select();
}
