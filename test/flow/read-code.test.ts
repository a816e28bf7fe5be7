import { expect } from '@open-wc/testing';
import { readCode } from '../../src/flow/read-code.js';

const rows: [what: string, text: string, code: string | null][] = [
  ['six digits', '123456', '123456'],
  ['leading zeros', '000042', '000042'],
  ['four digits', '1234', '1234'],
  ['eight digits', '12345678', '12345678'],
  ['ten digits', '1234567890', '1234567890'],
  ['three digits', '123', null],
  ['eleven digits', '12345678901', null],
  ['nothing', '', null],
  ['blanks alone', ' \t\n', null],
  ['letters', 'abcdef', null],
  ['letters among the digits', '12a456', null],
  ['blanks around', '  123456\n', '123456'],
  ['a blank in the middle', '123 456', '123456'],
  ['a blank after each digit', '1 2 3 4 5 6', '123456'],
  ['a no-break space', '123\u00a0456', '123456'],
  ['a narrow no-break space', '123\u202f456', '123456'],
  ['a hyphen', '123-456', '123456'],
  ['a non-breaking hyphen', '123\u2011456', '123456'],
  ['an en dash', '123\u2013456', '123456'],
  ['an em dash between blanks', '123 \u2014 456', '123456'],
  ['a zero-width space', '123\u200b456', '123456'],
  ['a bidi mark', '123\u200f456', '123456'],
  ['full-width digits', '\uff11\uff12\uff13\uff14\uff15\uff16', '123456'],
  ['Arabic-Indic digits', '٠١٢٣٤٥', '012345'],
  ['Persian digits', '۴۵۶۷۸۹', '456789'],
  ['every digit of every script', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
  ['digits of two scripts', '123٤٥٦', '123456'],
  ['a sentence', 'Your code is 123 456.', '123456'],
  ['a message with a prefix', 'G-123456 is your code', '123456'],
  ['a message for WebOTP', 'Your authentication code is 123456.\n\n@example.com #123456', '123456'],
  ['an Arabic sentence', 'رمزك هو ١٢٣٤٥٦', '123456'],
  ['a short number beside the code', 'Code 123456, valid for 3 minutes', '123456'],
  ['two candidates', '123456 or 654321', null],
  ['a year beside the code', 'Code 123456, © 2026', null],
  ['a dot in the middle', '123.456', null],
];

describe('readCode', () => {
  for (const [what, text, code] of rows) {
    it(`${what}: ${code ?? 'no code'}`, () => expect(readCode(text)).to.equal(code));
  }
});
