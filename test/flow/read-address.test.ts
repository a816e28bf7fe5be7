import { expect } from '@open-wc/testing';
import { isE164, isEmail, readEmail } from '../../src/flow/read-address.js';

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

/** Each of those that come along unseen, at both ends and in the middle. */
const unseen = '061C 200B 200E 200F 202A 202B 202C 202D 202E 2060 2066 2067 2068 2069';

const readings: [text: string, read: string][] = [
  ...unseen.split(' ').map((code): [string, string] => {
    const mark = String.fromCodePoint(parseInt(code, 16));
    return [`${mark}ann@${mark}example.org${mark}`, 'ann@example.org'];
  }),
  ['\u202A \u2068ann@example.org\u2069\n\u202C', 'ann@example.org'],
  [' ann@example.org\n', 'ann@example.org'],
  ['\u200B', ''],
  ['', ''],
  ['änn@exämple.de', 'änn@exämple.de'],
  // Between letters of some scripts these are spelling.
  ['مه\u200Cرو@example.ir', 'مه\u200Cرو@example.ir'],
  ['ක්\u200Dර@example.lk', 'ක්\u200Dර@example.lk'],
  ['a nn@example.org', 'a nn@example.org'],
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

/** For a title: what nobody sees, by its number. */
const shown = (text: string): string =>
  JSON.stringify(text).replace(/\p{Cf}/gu, (mark) => `\\u${mark.codePointAt(0)!.toString(16).padStart(4, '0')}`);

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

describe('readEmail', () => {
  for (const [text, read] of readings)
    it(`${shown(text)}: ${shown(read)}`, () => expect(readEmail(text)).to.equal(read));
});

describe('isE164', () => {
  for (const [text, taken] of numbers)
    it(`${JSON.stringify(text)}: ${taken}`, () => expect(isE164(text)).to.equal(taken));
});
