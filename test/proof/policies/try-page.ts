/** A sign-in in a page whose elements have such names. */
import { challenge, tokens } from '../../support/scripted-service.js';
import type { ClobberedPage } from './clobbered.js';
import { stage, type Place, type Staged } from './stage.js';

const signIn: Place = {
  name: 'a sign-in with a code',
  script: () => [challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+********4114' }), tokens()],
  acts: () => [{ type: { username: 'ann', password: 'Blue-Lagoon-7' } }, { type: { code: '123456' } }],
  shown: false,
};

/** Labels that name another field than the one beside them. */
const strayLabels = ({ element }: Staged): string[] =>
  [...element.querySelectorAll('label')]
    .filter((label) => label.control !== label.parentElement!.querySelector('input'))
    .map(({ textContent }) => `the label "${textContent}" belongs to another field`);

/** By this name while no element has it. */
const page = document.body;

/** @returns what went wrong */
export async function tryPage({ name, markup }: ClobberedPage): Promise<string[]> {
  const place = document.createElement('div');
  place.innerHTML = markup;
  page.prepend(place);
  try {
    const into = place.querySelector('#inside') ?? place;
    const first = await stage({ name: 'the first step', shown: false }, '', into);
    const problems = strayLabels(first);
    first.element.remove();
    const { element, told } = await stage(signIn, '', into);
    const steps = told.filter((detail) => detail.includes('"step"')).length;
    if (!told.some((detail) => detail.includes('"username":"ann"'))) problems.push(`no success: ${told.join()}`);
    if (steps !== 2) problems.push(`${steps} steps in place of 2`);
    element.remove();
    return problems.map((problem) => `${name}: ${problem}`);
  } catch (error) {
    return [`${name}: ${String(error)}`];
  } finally {
    place.remove();
  }
}
