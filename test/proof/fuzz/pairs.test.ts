import { ControllerSubject } from './controller-subject.js';
import { openElement } from './element-subject.js';
import { fuzz } from './fuzz.js';
import type { World } from './world.js';

describe('pairs of random sequences, with a wrong password and with an unknown name,', () => {
  const plan = { file: 'test/proof/fuzz/pairs.test.ts', pairs: true } as const;

  it('show nobody on the controller whether there is such a user', () =>
    fuzz({
      ...{ ...plan, level: 'controller', share: 400, sample: 5 },
      make: (world: World) => new ControllerSubject(world),
    })).timeout(0);

  it('show nobody on the element whether there is such a user', () =>
    fuzz({
      ...{ ...plan, level: 'element', share: 300, sample: 3 },
      make: openElement,
    })).timeout(0);
});
