import { fuzzElement } from './element-plan.js';

describe('random sequences on the element, part 2', () => {
  it('keep every invariant', () => fuzzElement(1)).timeout(0);
});
