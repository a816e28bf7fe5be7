import { expect } from '@open-wc/testing';
import { type Beginning, planSignIn, takesProof, trailFrom } from '../../src/cognito/begin.js';
import { type AuthFlow, configFrom } from '../../src/cognito/config.js';
import type { Trail } from '../../src/cognito/trail.js';
import type { Factor } from '../../src/flow/outcome.js';
import type { SignInRequest } from '../../src/flow/ports.js';
import { FakeClock } from '../support/fake-clock.js';
import { clientId, userPoolId } from './open-scripted.js';

const config = (authFlow: AuthFlow, preferredFactor?: Factor) =>
  configFrom({ userPoolId, clientId, clock: new FakeClock(), warn: () => undefined, authFlow, preferredFactor });

const typed = { username: 'ann', password: 'Blue-Lagoon-7' };
const named = { username: 'ann', password: null };

const way: Trail = {
  ...{ username: 'ann', passwordFirst: false, first: null, alone: false },
  ...{ choices: [], once: false, byPasskey: false },
};

type Plan = [when: string, given: SignInRequest, AuthFlow, expected: Partial<Beginning>, before?: Trail];

const plans: readonly Plan[] = [
  ['SRP', typed, 'srp', { flow: 'USER_SRP_AUTH', password: typed.password, first: null }],
  ['a password inside TLS', typed, 'password', { flow: 'USER_PASSWORD_AUTH', password: typed.password }],
  ['the pool’s own challenges', typed, 'custom', { flow: 'CUSTOM_AUTH', password: null, first: null }],
  ['those, with a name alone', named, 'custom', { flow: 'CUSTOM_AUTH', password: null }],
  ['SRP before those', typed, 'custom-srp', { flow: 'CUSTOM_AUTH', password: typed.password }],
  ['a choice, with a password', typed, 'choice', { flow: 'USER_AUTH', first: 'password', password: typed.password }],
  ['a choice, with a name alone', named, 'choice', { flow: 'USER_AUTH', first: null, password: null }],
  ['a name alone, where the flow is about a password', named, 'srp', { flow: 'USER_AUTH', password: null }],
  ['a code in place of the password', { ...named, factor: 'sms' }, 'srp', { flow: 'USER_AUTH', first: 'sms' }],
  ['a code in place of the pool’s own challenges', { ...typed, factor: 'sms' }, 'custom', { password: typed.password }],
  ['the password in place of a code', { ...typed, factor: 'password' }, 'srp', { flow: 'USER_SRP_AUTH' }],
  ['a passkey without a prompt', { ...named, factor: 'passkey' }, 'choice', { flow: 'USER_AUTH', first: null }],
  ['another choice', { ...named, to: 'choice' }, 'choice', { flow: 'USER_AUTH', first: null, preferred: null }],
  [
    'another code, by the way before',
    { ...typed, to: 'code' },
    'choice',
    { flow: 'USER_AUTH', first: 'sms', choices: [{ kind: 'mfa', channel: 'sms' }] },
    { ...way, first: 'sms', choices: [{ kind: 'mfa', channel: 'sms' }] },
  ],
  [
    'another code, after the password was chosen where it is the flow’s own',
    { ...typed, to: 'code' },
    'srp',
    { flow: 'USER_SRP_AUTH', first: 'password' },
    { ...way, first: 'password' },
  ],
  ['a way before that is not to be gone again', typed, 'srp', { first: null, choices: [] }, { ...way, first: 'sms' }],
];

describe('the beginning of a sign-in', () => {
  for (const [when, given, authFlow, expected, before = null] of plans)
    it(`by ${when}`, () => expect(planSignIn(given, before, config(authFlow))).to.deep.include(expected));

  it('with a name alone goes by what the page prefers', () => {
    const preferring = config('choice', 'email');
    expect(planSignIn(named, null, preferring)).to.deep.include({ first: 'email', preferred: 'email' });
    expect(planSignIn({ ...named, to: 'choice' }, null, preferring)).to.deep.include({ first: null, preferred: null });
    expect(planSignIn(typed, null, preferring)).to.deep.include({ first: 'password' });
  });
});

type Trailing = [when: string, Partial<Beginning>, AuthFlow, expected: Partial<Trail>, before?: Trail];

const trails: readonly Trailing[] = [
  ['a password', { flow: 'USER_SRP_AUTH' }, 'srp', { passwordFirst: true, first: null, alone: true }],
  ['the flow’s own password, once chosen', { flow: 'USER_SRP_AUTH', first: 'password' }, 'srp', { first: null }],
  ['a name alone', { flow: 'CUSTOM_AUTH', password: null }, 'custom', { passwordFirst: false, first: null }],
  ['a code', { flow: 'USER_AUTH', first: 'sms' }, 'choice', { passwordFirst: false, first: 'sms', alone: false }],
  ['a code, with no password', { flow: 'USER_AUTH', first: 'sms', password: null }, 'choice', { first: 'sms' }],
  ['a password that was chosen', { flow: 'USER_AUTH', first: 'password' }, 'choice', { first: 'password' }],
  ['one still to be typed', { flow: 'USER_AUTH', first: 'password', password: null }, 'choice', { first: null }],
  ['nothing else on offer', { flow: 'USER_AUTH' }, 'choice', { alone: true }, { ...way, alone: true }],
  ['something else on offer', { flow: 'USER_AUTH' }, 'choice', { alone: false }, { ...way, alone: false }],
];

describe('the way that a sign-in begins', () => {
  const beginning = { first: null, choices: [], preferred: null, password: typed.password };
  for (const [when, given, authFlow, expected, before = null] of trails)
    it(`with ${when}`, () => {
      const plan = { ...beginning, ...given } as Beginning;
      expect(trailFrom('ann', plan, config(authFlow), before)).to.deep.include({
        choices: [],
        once: false,
        ...expected,
      });
    });
});

describe('a password', () => {
  const available = ['PASSWORD_SRP', 'PASSWORD'];
  const asked: readonly [name: string, available: readonly string[], proof: boolean][] = [
    ['PASSWORD_SRP', [], true],
    ['SELECT_CHALLENGE', available, true],
    ['SELECT_CHALLENGE', ['PASSWORD'], false],
    ['PASSWORD', [], false],
    ['PASSWORD', available, false],
  ];
  for (const [name, others, proof] of asked)
    it(`is ${proof ? 'proved' : 'sent'} where ${name} asks for it, beside ${others.join(', ') || 'nothing'}`, () =>
      expect(takesProof({ name, parameters: {}, available: others })).to.equal(proof));
});
