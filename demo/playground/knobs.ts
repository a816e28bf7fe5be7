/** The settings' form is the one list of knobs, their values and defaults; the address's query holds what differs from these. */

import { extras, type Extra } from './extras.js';

const names = [
  'scenario',
  'auth-flow',
  'preferred-factor',
  'mode',
  'login-with',
  'phone-country',
  'passkeys',
  'remember-device',
  'password-reset',
  'resume',
  'resend',
  'storage',
  'fields',
  'session-minutes',
  'issuer',
  'lang',
  'dir',
  'theme',
  'page',
  'accent',
  'network',
  'pool-session',
  'challenge',
  'framework',
  'user',
  ...extras,
] as const;

export type KnobName = Exclude<(typeof names)[number], Extra> | Extra;
export type Knobs = Readonly<Record<KnobName, string>>;

type Control = HTMLInputElement | HTMLSelectElement;

function control(form: HTMLFormElement, name: KnobName): Control {
  const found = form.elements.namedItem(name);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`The form has no control ${name}`);
}

const read = (form: HTMLFormElement): Knobs =>
  Object.fromEntries(names.map((name) => [name, control(form, name).value])) as Knobs;

/** A value that the control does not take leaves it as it was. */
function write(form: HTMLFormElement, name: KnobName, value: string): void {
  const knob = control(form, name);
  const before = knob.value;
  knob.value = value;
  if (knob.value !== value || !knob.checkValidity()) knob.value = before;
}

function keepInAddress(state: Knobs, defaults: Knobs): void {
  const query = new URLSearchParams(
    names.filter((name) => state[name] !== defaults[name]).map((n) => [n, state[n] ?? '']),
  );
  history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
}

export function openKnobs(form: HTMLFormElement, changed: (state: Knobs) => void) {
  const defaults = read(form);
  for (const [name, value] of new URLSearchParams(location.search)) {
    const known = names.find((candidate) => candidate === name);
    if (known) write(form, known, value);
  }
  let state = read(form);

  const update = () => {
    if (!form.checkValidity()) return;
    state = read(form);
    keepInAddress(state, defaults);
    changed(state);
  };
  // Some stand elsewhere on the page: what they tell does not pass the form on its way up.
  for (const knob of form.elements) knob.addEventListener('change', update);
  form.addEventListener('submit', (event) => event.preventDefault());

  return {
    defaults,
    get state() {
      return state;
    },
    /** Several at once. */
    set(values: Partial<Knobs>) {
      for (const [name, value] of Object.entries(values)) write(form, name as KnobName, value ?? '');
      update();
    },
  };
}
