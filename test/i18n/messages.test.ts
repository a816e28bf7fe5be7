import { expect } from '@open-wc/testing';
import { english, languageCodes, loadMessages } from '../../src/i18n/load-messages.js';
import { fill, inUnits, type MessageOverrides, type Messages, withOverrides } from '../../src/i18n/messages.js';

/** A table as a list of paths and texts. */
const textsOf = (table: object, path = ''): [path: string, text: unknown][] =>
  Object.entries(table).flatMap(([key, value]): [string, unknown][] =>
    typeof value === 'object' && value !== null ? textsOf(value, `${path}${key}.`) : [[path + key, value]],
  );

const placeholdersOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, word]) => word).sort();

/** Texts that are right to be the same as in English. */
const sameAsEnglish: Readonly<Record<string, readonly string[]>> = {
  de: ['direction', 'shared.code', 'methods.passkey.title'],
  ar: [],
};

const originals = new Map(textsOf(english));

for (const language of languageCodes) {
  describe(`the texts in ${language}`, () => {
    let texts: Map<string, unknown>;
    before(async () => {
      texts = new Map(textsOf(await loadMessages(language)));
    });

    it('are all there, and no other', () => {
      expect([...texts.keys()].sort()).to.deep.equal([...originals.keys()].sort());
    });

    it('are texts, none of them empty or with blanks around it', () => {
      for (const [path, text] of texts) {
        expect(text, path).to.be.a('string').and.not.equal('');
        expect(String(text).trim(), path).to.equal(text);
      }
    });

    it('have the placeholders that the English ones have', () => {
      for (const [path, text] of texts) {
        const expected = placeholdersOf(String(originals.get(path)));
        expect(placeholdersOf(String(text)), path).to.deep.equal(expected);
      }
    });

    it('name the direction', () => expect(texts.get('direction')).to.equal(language === 'ar' ? 'rtl' : 'ltr'));

    it('name the locale, in whose words amounts of time are', () => {
      expect(new Intl.Locale(String(texts.get('locale'))).language).to.equal(language);
    });

    it('need no other word beside an amount, which has its unit', () => {
      for (const [path, text] of texts)
        expect(String(text), path).not.to.match(/\{(minutes|seconds)\} ?(min|sec|Min|Sek|دقيقة|ثانية)/);
    });

    it('end a sentence with a full stop, and a heading or a button with none', () => {
      for (const [path, text] of texts) {
        if (/^errors\.|[iI]ntro|\.line$|\.refused\./.test(path)) expect(String(text), path).to.match(/\.$/);
        if (/\.(heading|title|submit|accept|decline|back)$/.test(path)) expect(String(text), path).not.to.match(/\.$/);
      }
    });

    if (language !== 'en') {
      it('are not English', () => {
        const same = [...texts].filter(([path, text]) => text === originals.get(path)).map(([path]) => path);
        expect(same).to.deep.equal(sameAsEnglish[language]);
      });
    }
  });
}

it('the placeholders are the ones that the type documents', () => {
  const used = new Set([...originals.values()].flatMap((text) => placeholdersOf(String(text))));
  expect([...used].sort()).to.deep.equal([
    ...['attribute', 'destination', 'minLength', 'minutes', 'seconds', 'time', 'username'],
  ]);
});

describe('fill', () => {
  const rows: [text: string, words: Record<string, string | number>, filled: string][] = [
    ['To {destination}.', { destination: '+********0114' }, 'To +********0114.'],
    ['{seconds} seconds', { seconds: 20 }, '20 seconds'],
    ['{minutes} off', { minutes: 0 }, '0 off'],
    ['{a} and {a}', { a: 'b' }, 'b and b'],
    ['{unknown} stays', { a: 'b' }, '{unknown} stays'],
    ['{constructor} {__proto__}', {}, '{constructor} {__proto__}'],
    ['Signed in as {username}.', { username: '$& {time} <b>' }, 'Signed in as $& {time} <b>.'],
    ['{ a } {} {a', { a: 'b' }, '{ a } {} {a'],
    ['', { a: 'b' }, ''],
  ];
  for (const [text, words, filled] of rows) {
    it(`${JSON.stringify(text)} becomes ${JSON.stringify(filled)}`, () => expect(fill(text, words)).to.equal(filled));
  }
});

describe('inUnits', () => {
  const rows: [language: string, amount: number, unit: 'minute' | 'second', words: string][] = [
    ['en', 1, 'minute', '1 minute'],
    ['en', 15, 'minute', '15 minutes'],
    ['en', 0, 'second', '0 seconds'],
    ['de', 1, 'second', '1 Sekunde'],
    ['de', 20, 'second', '20 Sekunden'],
    ['ar', 3, 'minute', '3 دقائق'],
    ['ar', 60, 'second', '60 ثانية'],
  ];
  for (const [language, amount, unit, words] of rows) {
    it(`${amount} of ${unit} in ${language}`, async () => {
      expect(inUnits(amount, unit, await loadMessages(language))).to.equal(words);
    });
  }
});

describe('withOverrides', () => {
  const from = (json: unknown): MessageOverrides => json as MessageOverrides;

  it('takes a page’s own texts, however deep', () => {
    const own = { signIn: { heading: 'Welcome' }, code: { heading: { sms: 'Phone!' } }, errors: { locked: 'Wait.' } };
    const merged = withOverrides(english, own);
    expect(merged.signIn).to.deep.equal({ ...english.signIn, heading: 'Welcome' });
    expect(merged.code.heading).to.deep.equal({ ...english.code.heading, sms: 'Phone!' });
    expect(merged.errors.locked).to.equal('Wait.');
    expect(merged.signedIn).to.deep.equal(english.signedIn);
  });

  it('takes labels of a pool’s own attributes, which no table has', () => {
    const own = { attributes: { 'custom:department': 'Department', name: 'Your name' } };
    expect(withOverrides(english, own).attributes).to.deep.equal({ ...english.attributes, ...own.attributes });
  });

  it('leaves the tables as they were', () => {
    const before = JSON.stringify(english);
    withOverrides(english, { signIn: { heading: 'Welcome' } });
    expect(JSON.stringify(english)).to.equal(before);
  });

  it('is the table itself where there are none', () => expect(withOverrides(english, undefined)).to.equal(english));

  const junk: [what: string, overrides: unknown][] = [
    ['null', null],
    ['a text', 'heading'],
    ['a number', 7],
    ['a list', ['heading']],
    ['a part that is a text', { signIn: 'Welcome' }],
    ['a part that is null', { signIn: null }],
    ['a text that is a number', { signIn: { heading: 7 } }],
    ['a text that is null', { signIn: { heading: null } }],
    ['a text that is an object', { signIn: { heading: { toString: () => 'x' } } }],
    ['a text that is a list', { signIn: { heading: ['x'] } }],
    ['attributes that are none', { attributes: { nonsense: 'x', 'custom:a': 7, 'custom:b': null } }],
    ['a list of attributes', { attributes: ['custom:a'] }],
    ['attributes that are a text', { attributes: 'custom:a' }],
    ['unknown keys', { nonsense: 'x', signIn: { nonsense: 'x' } }],
    ['a prototype', JSON.parse('{"__proto__": {"signIn": {"heading": "x"}}, "constructor": "x"}')],
    ['a part’s prototype', JSON.parse('{"signIn": {"__proto__": {"heading": "x"}}}')],
    ['inherited texts', { signIn: Object.create({ heading: 'x' }) }],
  ];
  for (const [what, overrides] of junk) {
    it(`takes nothing of ${what}`, () => {
      const merged: Messages = withOverrides(english, from(overrides));
      expect(merged).to.deep.equal(english);
      expect(Object.getPrototypeOf(merged)).to.equal(Object.prototype);
      expect(Object.prototype).not.to.have.any.keys('signIn', 'heading');
    });
  }
});
