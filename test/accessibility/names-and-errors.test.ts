import { expect } from '@open-wc/testing';
import { firstStep, states } from './states.js';

const invalid = (form: HTMLFormElement) =>
  [...form.querySelectorAll('[aria-invalid=true]')].map((field) => field.getAttribute('name'));

function expectNamed(input: HTMLInputElement, state: string): void {
  const root = input.getRootNode() as Document | ShadowRoot;
  const named = input.labels?.length === 1 || Boolean(input.getAttribute('aria-label'));
  expect(named, `a name for ${input.name} in ${state}`).to.equal(true);
  for (const id of input.getAttribute('aria-describedby')?.split(' ') ?? []) {
    expect(root.querySelectorAll(`#${id}`), `${id} in ${state}`).to.have.lengthOf(1);
  }
}

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`names and errors with fields="${fields}"`, () => {
    it('stand in the tree of their field, and mark the one that an error is about', async () => {
      const found = new Map<string, (string | null)[]>();
      for (const { name, reach } of states) {
        const { element } = await reach({ fields });
        const form = element.querySelector('form') ?? element.shadowRoot!.querySelector('form');
        for (const input of form?.querySelectorAll('input') ?? []) expectNamed(input, name);
        found.set(name, form ? invalid(form) : []);
        element.remove();
      }
      expect(found.get('the first step')).to.deep.equal([]);
      expect(found.get('the first step with nothing filled in')).to.deep.equal(['username']);
      expect(found.get('the first step after a wrong password')).to.deep.equal(['password']);
      expect(found.get('the first step after too many tries')).to.deep.equal([]);
      expect(found.get('the first step without network')).to.deep.equal([]);
      expect(found.get('a wrong code')).to.deep.equal(['code']);
      expect(found.get('a mistyped password for a new code')).to.deep.equal(['password']);
    });
  });
}

describe('a form', () => {
  it('has a name, and the ids in it are nobody else’s', async () => {
    const [one, other] = [await firstStep.reach(), await firstStep.reach()];
    expect(one.form.ariaLabel ?? one.form.getAttribute('aria-label')).to.equal('Sign in');
    const ids = [one, other].flatMap(({ form }) => [...form.querySelectorAll('[id]')].map(({ id }) => id));
    expect(new Set(ids).size).to.equal(ids.length);
  });
});
