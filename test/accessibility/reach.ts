/** How a state that a person may see is reached: a scripted service answers, so that each is there in a moment. */
import { waitUntil } from '@open-wc/testing';
import { visit, type Person } from '../support/person.js';
import { scriptedService, type Reply } from '../support/scripted-service.js';

export type Properties = NonNullable<NonNullable<Parameters<typeof visit>[0]>['set']>;

export interface SeenState {
  readonly name: string;
  reach(set?: Properties, into?: ParentNode): Promise<Person>;
}

/** No pool is asked: the script is the service. */
const pool = {
  ...{ endpoint: 'https://service.example/', userPoolId: 'eu-west-1_Ab12Cd34E', clientId: 'scripted' },
  outbox: () => Promise.resolve([]),
} as unknown as NonNullable<NonNullable<Parameters<typeof visit>[0]>['pool']>;

const username = 'ann@example.org';

export async function arrive(script: readonly Reply[], set: Properties = {}, into?: ParentNode): Promise<Person> {
  const { fetch } = scriptedService(...script);
  const person = await visit({ pool, set: { authFlow: 'password', fetch, ...set }, ...(into && { into }) });
  // Typed at once: how keys behave is proved in test/element.
  if (script.length === 0) return person;
  fillIn(person, { username, password: 'Blue-Lagoon-7' });
  person.form.requestSubmit();
  return person;
}

export function fillIn({ form }: Person, values: Record<string, string>): void {
  for (const [name, value] of Object.entries(values)) {
    // By the name alone there is no password.
    const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
    if (field) field.value = value;
  }
}

/** Until nothing is faded in any more, or contrast would be measured half-way. */
export async function settled({ element }: Person): Promise<void> {
  await element.updateComplete;
  const animations = [...document.getAnimations(), ...element.shadowRoot!.getAnimations()];
  for (const animation of animations) {
    // The spinner's never ends.
    if (isFinite(Number(animation.effect?.getComputedTiming().endTime))) animation.finish();
  }
}

export async function until(person: Person, condition: () => unknown): Promise<Person> {
  await waitUntil(condition, 'the state was not reached', { timeout: 8000 });
  await settled(person);
  return person;
}

/** A state that the service's answers lead to. */
export const after = (name: string, script: readonly Reply[], condition: Condition): SeenState => ({
  name,
  async reach(set, into) {
    const person = await arrive(script, set, into);
    return until(person, () => condition(person));
  },
});

export type Condition = (person: Person) => unknown;

// Not by their texts: each is also reached in other languages.
export const isBusy = ({ form }: Person) => (form.ariaBusy ?? form.getAttribute('aria-busy')) === 'true';
export const asksFor = (name: string) => (person: Person) =>
  !isBusy(person) && person.form.querySelector(`[name=${name}]`);
export const isTold = ({ form }: Person) => form.querySelector('[aria-invalid=true]');
export const failed = (person: Person) => person.heard('login-failure').length > 0;
