import { expect } from '@open-wc/testing';
import { PhoneNumbers } from '../../src/element/phone-numbers.js';

/** Numbers as people of these countries write them at home. */
const atHome: readonly [country: string, text: string, number: string][] = [
  ['DE', '0151 23456789', '+4915123456789'],
  ['DE', '0151/234 567 89', '+4915123456789'],
  ['DE', '(030) 901820', '+4930901820'],
  ['DE', '0049 151 23456789', '+4915123456789'],
  ['AT', '0664 123 45 67', '+436641234567'],
  ['CH', '044 668 18 00', '+41446681800'],
  ['FR', '06 12 34 56 78', '+33612345678'],
  ['FR', '06.12.34.56.78', '+33612345678'],
  ['ES', '612 34 56 78', '+34612345678'],
  ['IT', '347 123 4567', '+393471234567'],
  ['IT', '06 6982 0000', '+390669820000'],
  ['GB', '07911 123456', '+447911123456'],
  ['GB', '44 7911 123456', '+447911123456'],
  ['US', '(415) 555-2671', '+14155552671'],
  ['US', '1-415-555-2671', '+14155552671'],
  ['US', '415.555.2671', '+14155552671'],
  ['US', '011 49 151 23456789', '+4915123456789'],
  ['US', '0049 151 23456789', '+4915123456789'],
  ['US', '001 415 555 2671', '+14155552671'],
  ['US', '555-123-4567', '+15551234567'],
  ['BR', '(11) 96123-4567', '+5511961234567'],
  ['RU', '8 (912) 345-67-89', '+79123456789'],
  ['TR', '0532 123 45 67', '+905321234567'],
  ['IN', '098765 43210', '+919876543210'],
  ['IN', '91 98765 43210', '+919876543210'],
  ['JP', '０９０－１２３４－５６７８', '+819012345678'],
  ['JP', '010 44 7911 123456', '+447911123456'],
  ['KR', '001-49-151-23456789', '+4915123456789'],
  ['CN', '138 0013 8000', '+8613800138000'],
  ['AU', '0412 345 678', '+61412345678'],
  ['AU', '0011 49 151 23456789', '+4915123456789'],
  ['EG', '٠١٠٠١٢٣٤٥٦٧', '+201001234567'],
  ['IR', '۰۹۱۲ ۳۴۵ ۶۷۸۹', '+989123456789'],
  ['AE', '050 123 4567', '+971501234567'],
  ['de', '0151 23456789', '+4915123456789'],
];

/** The same everywhere, with and without the library. */
const anywhere: readonly [what: string, text: string, number: string][] = [
  ['E.164', '+4915123456789', '+4915123456789'],
  ['blanks', ' +49 151 2345 6789 ', '+4915123456789'],
  ['no-break spaces', '+49\u00A0151\u202F23456789', '+4915123456789'],
  ['hyphens, one of them non-breaking', '+1-415\u2011555-2671', '+14155552671'],
  ['brackets', '+1 (415) 555-2671', '+14155552671'],
  ['00', '0049 151 23456789', '+4915123456789'],
  ['marks of direction', '\u202A\u200E+49 151 23456789\u200F\u202C', '+4915123456789'],
  ['full-width', '＋４９ １５１ ２３４５６７８９', '+4915123456789'],
  ['Arabic-Indic', '+٢٠ ١٠٠ ١٢٣ ٤٥٦٧', '+201001234567'],
  ['a tel: address', 'tel:+49-151-23456789', '+4915123456789'],
  ['a range that is not in use yet', '+49 151 2345678901', '+491512345678901'],
];

/** Read by the library alone. */
const byLibrary: readonly [what: string, text: string, number: string][] = [
  ['a (0) that is not dialled', '+49 (0) 151 23456789', '+4915123456789'],
  ['a (0) that is dialled', '+39 (0)6 6982 0000', '+390669820000'],
  ['a 0 too many', '+49 0151 23456789', '+4915123456789'],
  ['a tel: address with a context', 'TEL:0151-23456789;phone-context=+49', '+4915123456789'],
  ['an extension', '+49 151 23456789 ext. 5', '+4915123456789'],
];

const none = [
  '',
  ' ',
  'bob',
  'bob2345678',
  'ann@example.com',
  '1-800-FLOWERS',
  '12',
  '+',
  '++4915123456789',
  '+49151',
  '0',
];
const unread = [...none, '+0151 23456789', '+49 151 23456789 or 030 1234567', 'call +49 151 23456789', '1'.repeat(300)];

const home = (...languages: string[]) => new PhoneNumbers(undefined, () => languages);

describe('phone numbers', () => {
  describe('with the library', () => {
    const numbers = home();
    before(() => numbers.load());

    for (const [country, text, number] of atHome) {
      it(`${country}: ${text}`, () => expect(numbers.read(text, country)).to.equal(number));
    }
    for (const [what, text, number] of [...anywhere, ...byLibrary]) {
      it(`${what}: ${text}`, () => expect(numbers.read(text)).to.equal(number));
    }
    it('leaves alone what is no number', () => {
      for (const text of unread) expect(numbers.read(text, 'US')).to.equal(text);
    });
    it('leaves alone a national number without a country', () => {
      expect(numbers.read('0151 23456789')).to.equal('0151 23456789');
      expect(numbers.read('0151 23456789', 'ZZ')).to.equal('0151 23456789');
    });
    it('leaves alone what could be two numbers', () => {
      // With Germany's code, or of the area 04915, whose 0 was left out.
      expect(numbers.read('49 151 23456789', 'DE')).to.equal('49 151 23456789');
    });
  });

  describe('the country', () => {
    const read = async (languages: string[], country?: string) => {
      const numbers = home(...languages);
      await numbers.load();
      return numbers.read('07911 123456', country);
    };
    const british = '+447911123456';

    it('is that of the browser’s language', async () => expect(await read(['en-GB', 'de'])).to.equal(british));
    it('is where a language without region is at home', async () => expect(await read(['cy'])).to.equal(british));
    it('is that of the first language that has one', async () =>
      expect(await read(['C', 'es-419', 'en-GB'])).to.equal(british));
    it('is the given one before all', async () => expect(await read(['de-DE'], ' gb ')).to.equal(british));
    it('is the language’s where the given one is none', async () =>
      expect(await read(['en-GB'], 'United Kingdom')).to.equal(british));
  });

  describe('without the library', () => {
    const failing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

    for (const [what, text, number] of anywhere) {
      it(`${what}: ${text}`, () => expect(home().read(text)).to.equal(number));
    }
    it('leaves alone what it cannot tell', () => {
      for (const text of [...unread, '0151 23456789', '0011 49 151 23456789', '+49 (0) 151 23456789']) {
        expect(home('de-DE').read(text)).to.equal(text);
      }
    });
    it('goes on when it cannot be loaded, and loads it with the next call', async () => {
      let offline = true;
      const load = () => (offline ? failing() : import('../../src/element/phone-library.js'));
      const numbers = new PhoneNumbers(load, () => ['de-DE']);
      await numbers.load();
      expect(numbers.read('0049 151 23456789')).to.equal('+4915123456789');
      offline = false;
      await numbers.load();
      expect(numbers.read('0151 23456789')).to.equal('+4915123456789');
    });
  });
});
