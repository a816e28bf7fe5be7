import { scenarios, type Scenario } from '../user-pool/scenarios.js';
import type { CognitoMfaLogin } from '../../src/index.js';
import type { Knobs } from './knobs.js';
import { byId } from './page.js';
import { inPage } from './transport.js';

export const findScenario = (name: string): Scenario | undefined => scenarios.find((one) => one.name === name);

/** A pool that is inside the page does not outlive a reload: whoever looks for the scenario with one reads where it is. */
function optionFor({ name, title }: Scenario): HTMLOptionElement {
  if (!inPage || name !== 'resume') return new Option(title, name);
  const elsewhere = new Option(`${title} (in a clone, with npm start)`, '-');
  elsewhere.disabled = true;
  return elsewhere;
}

/** Names them all in the list, before the address is read. */
export function listScenarios(): void {
  byId('scenario', HTMLSelectElement).append(...scenarios.map(optionFor));
}

/** What a scenario sets of the knobs; the rest is as it is by default. */
export function knobsOf(scenario: Scenario | undefined, defaults: Knobs): Partial<Knobs> {
  const { 'auth-flow': flow, 'login-with': loginWith, mode, passkeys, resume } = defaults;
  const plain = { 'auth-flow': flow, 'login-with': loginWith, mode, passkeys, resume, user: '' };
  if (!scenario) return plain;
  const { username, ...attributes } = scenario.attributes;
  const typed = 'login-with' in attributes;
  return { ...plain, user: username ?? (typed ? '' : scenario.user.username), ...attributes };
}

/** What is no attribute: the policy that the pool has, and what to do. */
export function stage(login: CognitoMfaLogin, scenario: Scenario | undefined): void {
  const minLength = scenario?.settings.passwordPolicy?.minimumLength;
  login.passwordPolicy = minLength === undefined ? undefined : { minLength };
  byId('hint', HTMLElement).textContent = scenario?.hint ?? 'One pool with six users, as most apps have it.';
}
