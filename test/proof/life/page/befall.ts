/** What others do to a page with the element in it: a translator, extensions, a page that makes a part of itself inert. */
import { translate } from '../../../support/translator.js';

type Stop = () => void;

/** Inputs, with the shadow root's. */
const fieldsOf = (element: HTMLElement): HTMLInputElement[] =>
  [element, element.shadowRoot!].flatMap((root) => [...root.querySelectorAll('input')]);

/** Calls back now and after every change, as those do that watch a page. */
function follow(element: HTMLElement, act: () => void): Stop {
  const observer = new MutationObserver(act);
  for (const root of [element.parentNode!, element.shadowRoot!])
    observer.observe(root, { childList: true, subtree: true });
  act();
  return () => observer.disconnect();
}

function mark(field: HTMLInputElement): void {
  if (field.dataset.marked) return;
  field.dataset.marked = 'yes';
  field.setAttribute('data-1p-ignore', 'false');
  field.style.setProperty('background-image', 'none', 'important');
  const icon = document.createElement('x-manager-icon');
  icon.attachShadow({ mode: 'open' }).innerHTML = '<button style="position:absolute">key</button>';
  field.after(icon);
}

/** As password managers and writing aids do: attributes, icons beside fields, an overlay, nodes and sheets in the shadow root. */
function mingle(element: HTMLElement): void {
  fieldsOf(element).forEach(mark);
  if (element.shadowRoot!.querySelector('x-dark-reader')) return;
  const added = document.createElement('x-dark-reader');
  element.shadowRoot!.prepend(added);
  element.shadowRoot!.append(added.cloneNode());
  element.prepend(document.createElement('x-writing-aid'), 'text of an extension', document.createComment('extension'));
  element.setAttribute('data-extension', 'yes');
  const overlay = document.createElement('div');
  overlay.style.cssText = 'position:fixed;inset:0;pointer-events:none;z-index:2147483647';
  document.documentElement.append(overlay);
}

/** Each field is moved into a parent of the extension's own. */
function wrap(element: HTMLElement): void {
  for (const field of fieldsOf(element)) {
    if (field.parentElement?.localName === 'x-wrapper') continue;
    const focused = field.matches(':focus');
    const wrapper = document.createElement('x-wrapper');
    field.replaceWith(wrapper);
    wrapper.append(field);
    if (focused) field.focus();
  }
}

export const befall = (element: HTMLElement) => ({
  translator: (): Stop => follow(element, () => translate(element.parentNode!)),
  extension: (): Stop => follow(element, () => mingle(element)),
  wrapper: (): Stop => follow(element, () => wrap(element)),
  inert: (on: boolean) => document.querySelector('#place')!.toggleAttribute('inert', on),
  focusPlace: () => element.contains(document.activeElement),
  focus: () => element.focus(),
});
