import { expect } from '@open-wc/testing';
import { maskEmail, maskPhoneNumber } from '../../demo/user-pool/masking.js';

describe('masking', () => {
  const phones = [
    ['+491701234114', '+********4114'],
    ['+14155554114', '+*******4114'],
    ['+4114', '+4114'],
  ] as const;
  for (const [number, masked] of phones) {
    it(`shows ${number} as ${masked}`, () => expect(maskPhoneNumber(number)).to.equal(masked));
  }

  const addresses = [
    ['fred@example.com', 'f***@e***'],
    ['f@e', 'f***@e***'],
    ['a.long.name@mail.example.co.uk', 'a***@m***'],
  ] as const;
  for (const [address, masked] of addresses) {
    it(`shows ${address} as ${masked}`, () => expect(maskEmail(address)).to.equal(masked));
  }
});
