import { unclobbered } from './unclobbered.js';

/**
 * What an element is shown in: its slot, its parent, or its shadow root's host. Around it may be a page's form, with fields that have
 * the names of these properties.
 */
export function parentOf(element: Element): Element | null {
  const slot = unclobbered(Element, 'assignedSlot', element);
  if (slot) return slot;
  const parent = unclobbered(Node, 'parentNode', element);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/** Whether one is the other, or shown in it. */
export function isWithin(element: Element, outer: Element): boolean {
  for (let around: Element | null = element; around; around = parentOf(around)) if (around === outer) return true;
  return false;
}
