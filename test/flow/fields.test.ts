import { expect } from '@open-wc/testing';
import type { FieldErrorCode } from '../../src/flow/error.js';
import type { LoginEvent } from '../../src/flow/event.js';
import { type LoginState } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { at, states } from './samples.js';

const credentials = (username: string, password: string): LoginEvent => ({
  type: 'submit-credentials',
  username,
  password,
});
const code = (text: string): LoginEvent => ({ type: 'submit-code', code: text });
const idle = states['sign-in'].idle;
const { waiting, 'that asks': asks } = states.code;

const refusals: [what: string, state: LoginState, event: LoginEvent, error: FieldErrorCode][] = [
  ['no name', idle, credentials('', 'p'), 'username-missing'],
  ['a name of blanks', idle, credentials(' \t', 'p'), 'username-missing'],
  ['nothing at all', idle, credentials('', ''), 'username-missing'],
  ['no password', idle, credentials('ann', ''), 'password-missing'],
  ['no code', waiting, code(''), 'code-missing'],
  ['a code of blanks', waiting, code('  '), 'code-missing'],
  ['letters for a code', waiting, code('abc'), 'code-format'],
  ['a code of the wrong length', waiting, code('12'), 'code-format'],
  ['no password where one is asked for', asks, { type: 'submit-password', password: '', at }, 'password-missing'],
];

describe('a field that cannot be right', () => {
  for (const [what, state, event, error] of refusals) {
    it(`${what}: ${error}, and nothing is sent`, () => {
      const [next, commands] = transition(state, event);
      expect(next.error).to.deep.equal({ code: error });
      expect(next.busy).to.equal(state.busy);
      expect(commands).to.deep.equal([]);
    });
  }

  it('gives way to the next submission', () => {
    const [refused] = transition(waiting, code('abc'));
    const [next] = transition(refused, code('123456'));
    expect(next).to.deep.include({ busy: 'confirm', error: null });
  });
});

describe('what is sent', () => {
  const passwords = [' blanks around ', 'e\u0301 not normalised', '🌊'.repeat(128), 'CaSe', '\u0000', ' '];
  for (const password of passwords) {
    it(`is the password byte for byte: ${JSON.stringify(password.slice(0, 20))}`, () => {
      const [, commands] = transition(idle, credentials('ann', password));
      expect(commands).to.deep.equal([{ type: 'authenticate', username: 'ann', password }]);
    });
  }

  it('is a password of blanks too, where one is asked for', () => {
    const [, commands] = transition(asks, { type: 'submit-password', password: '  ', at });
    expect(commands).to.deep.equal([{ type: 'authenticate', username: 'ann', password: '  ' }]);
  });

  it('is the name without the blanks around it', () => {
    const [next, commands] = transition(idle, credentials('\u00a0Ann Lee ', 'p'));
    expect(next.username).to.equal('Ann Lee');
    expect(commands[0]).to.include({ username: 'Ann Lee' });
  });

  it('is the bare code', () => {
    const [, commands] = transition(waiting, code('Your code is 012 345.'));
    expect(commands).to.deep.equal([{ type: 'confirm', code: '012345' }]);
  });
});
