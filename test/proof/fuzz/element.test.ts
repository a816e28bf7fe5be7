import { openElement } from './element-subject.js';
import { fuzz } from './fuzz.js';

describe('random sequences on the element', () => {
  it('keep every invariant', () =>
    fuzz({
      level: 'element',
      file: 'test/proof/fuzz/element.test.ts',
      make: openElement,
      share: 3000,
      sample: 25,
    })).timeout(0);
});
