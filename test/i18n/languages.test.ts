import { expect } from '@open-wc/testing';
import { english, languageCodes, languageOf, loadMessages } from '../../src/i18n/load-messages.js';

const rows: [tag: string, language: string][] = [
  ['en', 'en'],
  ['en-GB', 'en'],
  ['de', 'de'],
  ['de-AT', 'de'],
  ['DE-at', 'de'],
  ['de-Latn-CH-1996', 'de'],
  [' de ', 'de'],
  ['ar', 'ar'],
  ['ar-EG', 'ar'],
  ['ar-u-nu-latn', 'ar'],
  ['pt', 'en'],
  ['pt-BR', 'en'],
  ['', 'en'],
  [' ', 'en'],
  ['-', 'en'],
  ['*', 'en'],
  ['x-default', 'en'],
  ['german', 'en'],
  ['d', 'en'],
  ['constructor', 'en'],
  ['__proto__', 'en'],
  ['../de', 'en'],
];

describe('the language of a tag', () => {
  for (const [tag, language] of rows) {
    it(`"${tag}": ${language}`, async () => {
      expect(languageOf(tag)).to.equal(language);
      expect(await loadMessages(tag)).to.equal(await loadMessages(language));
    });
  }

  it('is one of the codes', () => expect(languageCodes).to.deep.equal(['en', 'de', 'ar']));

  it('needs no loading where it is English', async () => expect(await loadMessages('pt')).to.equal(english));
});
