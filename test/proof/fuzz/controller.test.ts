import { ControllerSubject } from './controller-subject.js';
import { fuzz } from './fuzz.js';
import type { World } from './world.js';

describe('random sequences on the controller', () => {
  const plan = {
    level: 'controller',
    file: 'test/proof/fuzz/controller.test.ts',
    make: (world: World) => new ControllerSubject(world),
  } as const;

  it('keep every invariant', () => fuzz({ ...plan, share: 6000, sample: 50 })).timeout(0);

  it('keep every invariant with SRP', () =>
    fuzz({ ...plan, share: 300, sample: 3, set: { 'auth-flow': 'srp' } })).timeout(0);
});
