/** Each invariant's check can fail: a thing that breaks it on purpose is found, by its name, and nothing is found without. */
import { expect } from '@open-wc/testing';
import { breaks } from './breaks.js';
import { openElement } from './element-subject.js';
import { Broken, invariants } from './invariants.js';
import { runPair } from './pair.js';
import { run, type Sequence } from './sequence.js';
import type { Break } from './world.js';

/** The name of the invariant that did not hold; null where all did. */
async function found(sequence: Sequence, name: string, broken: Break = {}): Promise<string | null> {
  try {
    await (name === 'I12' ? runPair : run)(sequence, openElement, broken);
    return null;
  } catch (error) {
    if (error instanceof Broken) return broken.fetch || broken.element ? error.invariant : error.message;
    throw error;
  }
}

describe('the check of an invariant', () => {
  it('is there for each of them', () => {
    const names = [...invariants.map(({ name }) => name), 'I12'];
    expect([...new Set(breaks.map(({ invariant }) => invariant))]).to.deep.equal(names);
  });

  for (const { invariant: name, why, sequence, broken } of breaks)
    it(`${name} finds ${why}, and nothing without`, async () => {
      expect(await found(sequence, name)).to.equal(null);
      expect(await found(sequence, name, broken)).to.equal(name);
    });
});
