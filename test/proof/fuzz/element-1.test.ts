import { fuzzElement } from './element-plan.js';

describe('random sequences on the element, part 1', () => {
  it('keep every invariant', () => fuzzElement(0)).timeout(0);
});
