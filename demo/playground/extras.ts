/** Knobs that are made from tables: one for each custom property and each slot of the element. */
import { tokens } from '../../src/styles/tokens.js';
import { byId } from './page.js';

export type Extra = `cml-${string}` | `slot-${string}`;

/** Each with where it is. The slot for a challenge has a knob of its own: see own-challenge.ts. */
const slots = {
  heading: 'in place of the heading',
  before: 'above it, a logo perhaps',
  help: 'under the form',
  after: 'under that',
  footer: 'at the end',
  'signed-in': 'in place of “Sign out”',
} as const;

/** By the names of their knobs. */
export const extras: readonly Extra[] = [
  ...Object.keys(tokens).map((name) => `cml-${name}` as const),
  ...Object.keys(slots).map((name) => `slot-${name}` as const),
];

function textKnob(name: Extra, label: string, placeholder: string, title: string): HTMLLabelElement {
  const knob = document.createElement('label');
  const input = Object.assign(document.createElement('input'), { name, placeholder, title, spellcheck: false });
  knob.append(label, input);
  return knob;
}

/** Puts the knobs into the form, before the address is read. */
export function listExtras(): void {
  const properties = Object.entries(tokens).map(([name, { light, meaning }]) =>
    textKnob(`cml-${name}`, name, light, meaning),
  );
  byId('tokens', HTMLFieldSetElement).append(...properties);
  const places = Object.entries(slots).map(([name, meaning]) => textKnob(`slot-${name}`, name, meaning, meaning));
  byId('slots', HTMLFieldSetElement).append(...places);
}

/** What the page puts into the slots, a text each, in place of what it put there before. */
export function fillSlots(login: HTMLElement, state: Readonly<Record<string, string>>): void {
  for (const name of Object.keys(slots)) {
    const text = state[`slot-${name}`] ?? '';
    const present = login.querySelector<HTMLElement>(`:scope > [slot=${name}]`);
    if (!text) present?.remove();
    else if (present) present.textContent = text;
    else login.append(Object.assign(document.createElement('span'), { slot: name, textContent: text }));
  }
}
