import { expect } from '@open-wc/testing';
import { defaultPolicy, metRules, rulesOf, type PasswordPolicy } from '../../src/flow/password-policy.js';

const lax: PasswordPolicy = { minLength: 6, lowercase: false, uppercase: false, number: false, symbol: false };
const met = (password: string, policy = defaultPolicy) => [...metRules(password, policy)];

describe('rulesOf', () => {
  it('tells all of the default policy, in order', () => {
    expect(rulesOf(defaultPolicy)).to.deep.equal(['length', 'lowercase', 'uppercase', 'number', 'symbol']);
  });

  it('tells the length alone where nothing else is asked', () => expect(rulesOf(lax)).to.deep.equal(['length']));

  it('tells what is asked', () => {
    expect(rulesOf({ ...lax, number: true })).to.deep.equal(['length', 'number']);
  });
});

describe('metRules', () => {
  const rows: [password: string, rules: string[]][] = [
    ['', []],
    ['a', ['lowercase']],
    ['A', ['uppercase']],
    ['7', ['number']],
    ['abcdefgh', ['length', 'lowercase']],
    ['abcdefg', ['lowercase']],
    ['Abcdef7!', ['length', 'lowercase', 'uppercase', 'number', 'symbol']],
    ['ÄÖÜßéñçø', ['length']],
    ['🌊🌊🌊🌊', []],
    ['٧', []],
    ['a b', ['lowercase', 'symbol']],
    [' a', ['lowercase']],
    ['a ', ['lowercase']],
    ['€', []],
  ];
  for (const [password, rules] of rows) {
    it(`${JSON.stringify(password)}: ${rules.join(', ') || 'none'}`, () => expect(met(password)).to.deep.equal(rules));
  }

  // As the developer guide lists them under "Password requirements".
  for (const symbol of '^$*.[]{}()?"!@#%&/\\,><\':;|_~`=+-') {
    it(`takes ${symbol} for a symbol`, () => expect(met(symbol)).to.deep.equal(['symbol']));
  }

  it('says nothing of a rule that is not asked', () => expect(met('Abc7!x', lax)).to.deep.equal(['length']));

  it('counts by the length that is set', () => {
    const policy = { ...lax, minLength: 12 };
    expect(met('elevenchars', policy)).to.deep.equal([]);
    expect(met('twelve chars', policy)).to.deep.equal(['length']);
  });
});
