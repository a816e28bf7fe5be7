import { expect } from '@open-wc/testing';
import { beginsWithPassword, begunBy, signInBy } from '../../src/flow/sign-in-by.js';
import { firstStep, type BegunBy, type LoginState } from '../../src/flow/state.js';
import { states, waiting } from './standing.js';

describe('the first step', () => {
  for (const [flow, withPassword] of Object.entries({
    srp: true,
    password: true,
    'custom-srp': true,
    custom: false,
    choice: false,
  }))
    it(`of ${flow} asks for ${withPassword ? 'the password' : 'the name alone'}`, () => {
      expect(beginsWithPassword(flow)).to.equal(withPassword);
    });
});

describe('a sign-in without a password', () => {
  it('by the name lets the pool say what comes first; by a passkey asks for it', () => {
    const call = { type: 'authenticate', username: 'ann', password: null };
    expect(signInBy('username', 'ann')).to.deep.equal(call);
    expect(signInBy('passkey', 'ann')).to.deep.equal({ ...call, factor: 'passkey' });
  });
});

describe('what a sign-in began with', () => {
  const rows: [what: string, state: LoginState, by: BegunBy][] = [
    ['the first step’s own', { ...firstStep('ann'), by: 'passkey' }, 'passkey'],
    ['a custom challenge’s own', { ...states['custom-challenge'].idle, by: 'username' }, 'username'],
    ['a confirmation’s own', { ...states['confirm-sign-up'].idle, by: 'passkey' }, 'passkey'],
    ['a passkey', states.passkey.idle, 'passkey'],
    ['the name, before a choice', states['choose-factor'].idle, 'username'],
    ['the password, before a code', waiting, 'password'],
    ['the name, before a code without a password', states.code['without a password'], 'username'],
    ['the password, where it was asked for after the name', states.password['under way'], 'password'],
    ['the name, on the way back from the password', states.password['going back'], 'username'],
    ['the password, wherever else', states['choose-mfa'].idle, 'password'],
  ];
  for (const [what, state, by] of rows) it(`is ${what}`, () => expect(begunBy(state)).to.equal(by));
});
