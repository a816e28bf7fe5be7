import { unclobbered } from './unclobbered.js';

/** Where the focus is: on the element or in it, nowhere, or elsewhere on the page. */
export function focusPlace(host: HTMLElement): 'inside' | 'nowhere' | 'elsewhere' {
  const root = host.getRootNode();
  const onPage = unclobbered(Document, 'activeElement', document);
  const active = root instanceof ShadowRoot ? root.activeElement : onPage;
  if (active && (active === host || host.contains(active))) return 'inside';
  return !onPage || onPage === unclobbered(Document, 'body', document) ? 'nowhere' : 'elsewhere';
}

/** Focuses a field with its text selected, so that a mistyped password is replaced by typing. */
export function focusField(field: HTMLInputElement, options?: FocusOptions): void {
  field.focus(options);
  field.select();
}
