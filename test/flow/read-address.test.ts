import { expect } from '@open-wc/testing';
import { isE164, isEmail } from '../../src/flow/read-address.js';

const emails: [text: string, taken: boolean][] = [
  ['ann@example.org', true],
  ['ann.lee+tag@mail.example.co.uk', true],
  ['änn@exämple.de', true],
  ["o'hara@example.org", true],
  ['"ann"@example.org', true],
  ['', false],
  ['ann', false],
  ['ann@example', false],
  ['@example.org', false],
  ['ann@', false],
  ['ann@.', false],
  ['ann@@example.org', false],
  ['ann@example.org@example.com', false],
  ['ann @example.org', false],
  ['ann@example.org ', false],
  ['ann@example.org\n', false],
];

const numbers: [text: string, taken: boolean][] = [
  ['+4915112345678', true],
  ['+12025550114', true],
  ['+6834000', true],
  ['+123456789012345', true],
  ['+1234567890123456', false],
  ['+123456', false],
  ['+0151123456', false],
  ['4915112345678', false],
  ['004915112345678', false],
  ['+49 151 12345678', false],
  ['+49151x', false],
  ['x+4915112345678', false],
  ['+٤٩١٥١١٢٣٤', false],
  ['', false],
];

describe('isEmail', () => {
  for (const [text, taken] of emails)
    it(`${JSON.stringify(text)}: ${taken}`, () => expect(isEmail(text)).to.equal(taken));

  it('is quick with whatever is pasted', () => {
    const start = performance.now();
    expect(isEmail(`${'a.'.repeat(50_000)}@`)).to.equal(false);
    expect(isEmail(`a@${'b.'.repeat(50_000)} `)).to.equal(false);
    expect(performance.now() - start).to.be.below(1000);
  });
});

describe('isE164', () => {
  for (const [text, taken] of numbers)
    it(`${JSON.stringify(text)}: ${taken}`, () => expect(isE164(text)).to.equal(taken));
});
