import { ElementSubject } from './element-subject.js';
import { fuzz } from './fuzz.js';
import type { World } from './world.js';

describe('random sequences on the element', () => {
  const plan = {
    level: 'element',
    file: 'test/proof/fuzz/element.test.ts',
    make: (world: World) => new ElementSubject(world),
  } as const;

  it('keep every invariant', () => fuzz({ ...plan, share: 3000, sample: 25 })).timeout(0);

  it('show nobody whether there is such a user', () => fuzz({ ...plan, share: 300, sample: 3, pairs: true })).timeout(
    0,
  );
});
