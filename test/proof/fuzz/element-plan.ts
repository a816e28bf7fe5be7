/** The element's sequences are in two files, so that both cores of a machine have something to do to the end. */
import { openElement } from './element-subject.js';
import { fuzz } from './fuzz.js';

/** @param part of the two, from 0 */
export const fuzzElement = (part: 0 | 1): Promise<void> =>
  fuzz({
    level: 'element',
    file: `test/proof/fuzz/element-${part + 1}.test.ts`,
    make: openElement,
    part,
    ...{ share: 1500, sample: 13 },
  });
