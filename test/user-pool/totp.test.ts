import { expect } from '@open-wc/testing';
import { currentCode, matchingStep } from '../../demo/user-pool/totp.js';

/** RFC 6238, appendix B: the ASCII text 12345678901234567890; the last six of the eight digits given there. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const vectors: [number, string][] = [
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [20000000000, '353130'],
];

describe('TOTP', () => {
  for (const [seconds, code] of vectors) {
    it(`shows ${code} at ${seconds} s, and takes it then`, () => {
      expect(currentCode(secret, seconds * 1000).code).to.equal(code);
      expect(matchingStep(secret, code, seconds * 1000)).to.equal(Math.floor(seconds / 30));
    });
  }

  it('tells how long a code is shown', () => {
    expect(currentCode(secret, 60_000).secondsLeft).to.equal(30);
    expect(currentCode(secret, 89_000).secondsLeft).to.equal(1);
  });

  it('takes a code one step to either side, and no more', () => {
    const { code } = currentCode(secret, 300_000);
    const taken = [-2, -1, 0, 1, 2].map((steps) => matchingStep(secret, code, 300_000 + steps * 30_000));
    expect(taken).to.deep.equal([undefined, 10, 10, 10, undefined]);
  });

  it('takes six ASCII digits only', () => {
    const easternArabic = '287082'.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)));
    for (const odd of ['', '28708', '2870820', ' 287082', '287 082', 'abcdef', easternArabic]) {
      expect(matchingStep(secret, odd, 59_000)).to.equal(undefined);
    }
  });
});
