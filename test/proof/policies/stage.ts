/** Puts a text in a place: an element of its own, a scripted service, and what a person does, all at once and many side by side. */
import '../../../src/index.js';
import type { CognitoMfaLogin } from '../../../src/index.js';
import { FakeClock } from '../../support/fake-clock.js';
import { scriptedService, type Reply } from '../../support/scripted-service.js';

/** What a person does: fills in and submits, presses the first of these, or waits, in milliseconds. */
export type Act =
  { readonly type: Readonly<Record<string, string>> } | { readonly press: string } | { readonly wait: number };

export interface Place {
  readonly name: string;
  /** Attributes, as markup sets them. */
  attributes?(text: string): Readonly<Record<string, string>>;
  /** Properties of the element. */
  set?(text: string): object;
  /** The element's children. */
  slotted?(text: string): readonly HTMLElement[];
  /** What the service answers, in order. */
  script?(text: string): readonly Reply[];
  /** A user name and a password, unless it says otherwise. */
  acts?(text: string): readonly Act[];
  /** Whether it signs somebody in by itself, with a stored session. */
  readonly restores?: true;
  /** Whether the text can be read afterwards, by a person or in an event: then it has reached its place. */
  readonly shown: boolean;
  /** Where a part of the text is left out, what is then to be read. */
  readonly shownAs?: (text: string) => string;
}

const events = ['login-step', 'login-code-sent', 'login-failure', 'login-challenge', 'login-success'] as const;

/** The element on the page, once it has come to rest. */
export interface Staged {
  readonly element: CognitoMfaLogin;
  /** What the page was told. */
  readonly told: readonly string[];
}

const credentials: Act = { type: { username: 'ann@example.org', password: 'Blue-Lagoon-7' } };

const ids = { userPoolId: 'eu-west-1_Ab12Cd34E', clientId: 'scripted', endpoint: 'https://service.example/' };

export async function stage(place: Place, text: string, into: Element): Promise<Staged> {
  const script = place.script?.(text) ?? [];
  const { fetch } = scriptedService(...script);
  const clock = new FakeClock();
  const element = document.createElement('cognito-mfa-login');
  const told: string[] = [];
  for (const type of events)
    element.addEventListener(type, (event: Event) => told.push(JSON.stringify((event as CustomEvent).detail)));
  Object.assign(element, ids, { authFlow: 'password', storage: 'memory', fetch, clock }, place.set?.(text));
  element.append(...(place.slotted?.(text) ?? []));
  for (const [name, value] of Object.entries(place.attributes?.(text) ?? {})) element.setAttribute(name, value);
  into.append(element);
  await element.updateComplete;
  if (place.restores) await rests(place, element, () => told.length > 0);
  for (const act of place.acts?.(text) ?? (script.length ? [credentials] : [])) {
    const before = told.length;
    if ('wait' in act) clock.advance(act.wait);
    else perform(act, element);
    // Of a field that was refused the page does not hear.
    const refused = () => Boolean(formOf(element)?.querySelector('[aria-invalid=true]'));
    await rests(place, element, () => 'wait' in act || told.length > before || refused());
  }
  return { element, told };
}

/** Who is signed in has none. */
const formOf = (element: CognitoMfaLogin): HTMLFormElement | null =>
  element.querySelector<HTMLFormElement>(':scope > form.cml') ?? element.shadowRoot!.querySelector('form');

function perform(act: Exclude<Act, { wait: number }>, element: CognitoMfaLogin): void {
  const form = formOf(element)!;
  if ('press' in act) return form.querySelector<HTMLElement>(act.press)!.click();
  for (const [name, value] of Object.entries(act.type)) {
    // By the name alone there is no password.
    const field = form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
    if (field) field.value = value;
  }
  form.requestSubmit();
}

/** Until what was done is answered. */
async function rests({ name }: Place, element: CognitoMfaLogin, answered: () => boolean): Promise<void> {
  const end = performance.now() + 30_000;
  while (!answered()) {
    if (performance.now() > end) throw new Error(`${name}: nothing came of what was done`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await element.updateComplete;
  await element.updateComplete; // what the page did when it heard
}
