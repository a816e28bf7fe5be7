import type { Person } from '../support/person.js';

/** Collects what a screen reader is told, from now on: each change of the live region is one announcement. */
export function listenToLiveRegion({ element }: Person): string[] {
  const region = element.shadowRoot!.querySelector('[role=status]')!;
  const told: string[] = [];
  const observer = new MutationObserver(() => told.push(region.textContent ?? ''));
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  return told;
}
