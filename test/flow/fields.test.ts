import { expect } from '@open-wc/testing';
import type { FieldErrorCode } from '../../src/flow/error.js';
import type { LoginEvent } from '../../src/flow/event.js';
import type { Attribute } from '../../src/flow/outcome.js';
import type { LoginState, NewPasswordState } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { at } from './samples.js';
import { states } from './standing.js';

const credentials = (username: string, password: string): LoginEvent => ({
  type: 'submit-credentials',
  username,
  password,
});
const code = (text: string): LoginEvent => ({ type: 'submit-code', code: text });
const idle = states['sign-in'].idle;
const newPassword = (password: string, ...attributes: Attribute[]): LoginEvent => ({
  type: 'submit-new-password',
  password,
  attributes,
});
const reset = (text: string, password: string): LoginEvent => ({ type: 'submit-reset', code: text, password });
const email = (text: string): LoginEvent => ({ type: 'submit-email', email: text });
const respond = (answers: Record<string, string>): LoginEvent => ({ type: 'respond', answers, round: 1 });
const asked = (name: string): NewPasswordState => ({
  ...states['new-password'].idle,
  attributes: [{ name, value: '' }],
});
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
  ['a name alone that is none', idle, { type: 'submit-username', username: ' ' }, 'username-missing'],
  ['no name for a passkey', idle, { type: 'use-passkey', username: '' }, 'username-missing'],
  ['no address', idle, { type: 'submit-username', username: 'ann', fault: 'username-email' }, 'username-email'],
  ['no name for a reset', states['forgot-password'].idle, { type: 'request-reset', username: '' }, 'username-missing'],
  [
    'no number for a reset',
    states['forgot-password'].idle,
    { type: 'request-reset', username: 'ann', fault: 'username-phone' },
    'username-phone',
  ],
  [
    'no password in its own step',
    states.password.idle,
    { type: 'submit-password', password: '', at },
    'password-missing',
  ],
  ['no code of the app', states['set-up-totp'].idle, code(' '), 'code-missing'],
  ['letters for the code of the app', states['set-up-totp'].idle, code('x'), 'code-format'],
  ['five digits for the code of the app', states['set-up-totp'].idle, code('12345'), 'code-format'],
  ['seven digits for the code of the app', states['set-up-totp'].idle, code('1234567'), 'code-format'],
  ['no e-mail address', states['set-up-email'].idle, email(' '), 'email-missing'],
  ['half an e-mail address', states['set-up-email'].idle, email('ann@'), 'email-format'],
  ['no new password', { ...states['new-password'].idle, attributes: [] }, newPassword(''), 'password-missing'],
  ['no code for a reset', states['reset-password'].idle, reset('', 'p'), 'code-missing'],
  ['letters for the code of a reset', states['reset-password'].idle, reset('abc', 'p'), 'code-format'],
  ['no password after a reset', states['reset-password'].idle, reset('123456', ''), 'password-missing'],
  ['no code for a confirmation', states['confirm-sign-up'].idle, code(''), 'code-missing'],
  ['letters for the code of a confirmation', states['confirm-sign-up'].idle, code('x'), 'code-format'],
  ['no answer', states['custom-challenge'].idle, respond({}), 'answer-missing'],
  ['an answer of blanks', states['custom-challenge'].idle, respond({ ANSWER: ' ' }), 'answer-missing'],
];

const attributeRefusals: [name: string, value: string, error: FieldErrorCode | null][] = [
  ['given_name', ' ', 'attribute-missing'],
  ['given_name', 'Ann', null],
  ['email', 'ann', 'email-format'],
  ['email', 'ann@example.org', null],
  ['phone_number', '0151 234', 'phone-format'],
  ['phone_number', '+4915112345678', null],
  ['custom:team', '', 'attribute-missing'],
  ['custom:team', '<b>', null],
];

describe('a field that cannot be right', () => {
  for (const [what, state, event, error] of refusals) {
    it(`${what}: ${error}, and nothing is sent`, () => {
      const [next, commands] = transition(state, event);
      expect(next.error).to.include({ code: error });
      expect(next.busy).to.equal(state.busy);
      expect(commands).to.deep.equal([]);
    });
  }

  for (const [name, value, error] of attributeRefusals) {
    it(`${name} "${value}": ${error ?? 'is taken'}, and stays as typed`, () => {
      const [next, commands] = transition(asked(name), newPassword('p', { name, value }));
      expect(next.error).to.deep.equal(error && { code: error, attribute: name });
      expect(next).to.have.deep.property('attributes', [{ name, value: value.trim() }]);
      expect(commands).to.have.length(error ? 0 : 1);
    });
  }

  it('is told of one at a time, in the order of the form', () => {
    const [next] = transition(asked('email'), newPassword('', { name: 'email', value: 'ann' }));
    expect(next.error).to.deep.equal({ code: 'email-format', attribute: 'email' });
  });

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
    expect(commands).to.deep.equal([{ type: 'authenticate', username: 'ann', password: '  ', to: 'code' }]);
  });

  it('is the name without the blanks around it', () => {
    const [next, commands] = transition(idle, credentials('\u00a0Ann Lee ', 'p'));
    expect(next.username).to.equal('Ann Lee');
    expect(commands[0]).to.include({ username: 'Ann Lee' });
  });

  it('is of the attributes what is asked for, in its order, and what the pool has where the form gives nothing', () => {
    const attributes = [
      { name: 'family_name', value: 'Lee' },
      { name: 'given_name', value: '' },
    ];
    const state = { ...states['new-password'].idle, attributes };
    const given = [
      { name: 'given_name', value: ' Ann ' },
      { name: 'custom:admin', value: 'yes' },
    ];
    const [, [command]] = transition(state, newPassword('p', ...given));
    expect(command).to.have.deep.nested.property('answer.attributes', [
      { name: 'family_name', value: 'Lee' },
      { name: 'given_name', value: 'Ann' },
    ]);
  });

  it("is a page's own answer as it is, empty too", () => {
    const [, commands] = transition(
      states['custom-challenge']['shown by the page'],
      respond({ ANSWER: ' ', MORE: '' }),
    );
    expect(commands[0]).to.have.deep.nested.property('answer.answers', { ANSWER: ' ', MORE: '' });
  });

  it('is the bare code', () => {
    const [, commands] = transition(waiting, code('Your code is 012 345.'));
    expect(commands).to.deep.equal([{ type: 'answer', answer: { kind: 'code', code: '012345' } }]);
  });
});
