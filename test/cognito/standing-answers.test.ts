import { expect } from '@open-wc/testing';
import { fits } from '../../src/cognito/answers.js';
import { StandingAnswers } from '../../src/cognito/standing-answers.js';
import {
  againBy,
  type Choice,
  extend,
  type Given,
  hasChoice,
  hasOtherFactors,
  type Trail,
} from '../../src/cognito/trail.js';
import type { Factor, Outcome } from '../../src/flow/outcome.js';
import type { Answer } from '../../src/flow/ports.js';
import { outcomeKinds } from '../flow/samples.js';

const password: Given = { kind: 'password', password: 'Blue-Lagoon-7' };
const bySms: Choice = { kind: 'mfa', channel: 'sms' };
const byEmail: Choice = { kind: 'mfa', channel: 'email' };
const address: Choice = { kind: 'email', email: 'ann@example.org' };
const app: Choice = { kind: 'set-up', factor: 'totp' };

const open = (first: Factor | null, known = true, choices: readonly Choice[] = []) =>
  new StandingAnswers({ first, password: known ? 'Blue-Lagoon-7' : null, choices });

const factors = (...offered: Factor[]): Outcome => ({ kind: 'factor-choice', factors: offered, preferred: null });
const passwordNeeded: Outcome = { kind: 'password-needed' };

describe('a choice of first factors', () => {
  const rows: [what: string, answers: StandingAnswers, offered: Factor[], given: Given | null][] = [
    [
      'is answered with the factor that was asked for',
      open('sms'),
      ['password', 'sms'],
      { kind: 'factor', factor: 'sms' },
    ],
    ['is left to the person where that is not offered', open('sms'), ['password', 'email'], null],
    ['is answered with the password where that was asked for', open('password'), ['sms', 'password'], password],
    ['is answered with a password where there is nothing else', open(null), ['password'], password],
    ['is left to the person where nothing was asked for', open(null), ['password', 'sms'], null],
    ['is left to the person where no password is known', open('password', false), ['password'], null],
    ['is left to the person where the one thing offered is no password', open(null), ['sms'], null],
    ['is left to the person where the password is not offered', open('password'), ['sms', 'email'], null],
  ];
  for (const [what, answers, offered, given] of rows)
    it(what, () => expect(answers.take(factors(...offered))).to.deep.equal(given));

  it('is answered once', () => {
    const answers = open('sms');
    expect(answers.take(factors('sms', 'email'))).to.deep.equal({ kind: 'factor', factor: 'sms' });
    expect(answers.take(factors('sms', 'email'))).to.equal(null);
  });
});

describe('a question for the password', () => {
  it('is answered once', () => {
    const answers = open(null);
    expect([answers.take(passwordNeeded), answers.take(passwordNeeded)]).to.deep.equal([password, null]);
    const chosen = open('password');
    expect([chosen.take(factors('password', 'sms')), chosen.take(passwordNeeded)]).to.deep.equal([password, null]);
  });
});

describe('a question that was answered on the way before', () => {
  it('is answered alike, each answer once, and by none that does not fit', () => {
    const answers = open(null, false, [app, address, bySms, byEmail]);
    const channels: Outcome = { kind: 'mfa-choice', channels: ['totp', 'email', 'sms'] };
    expect(answers.take({ kind: 'mfa-choice', channels: ['totp'] })).to.equal(null);
    expect([1, 2, 3].map(() => answers.take(channels))).to.deep.equal([bySms, byEmail, null]);
    expect(answers.take({ kind: 'set-up-choice', factors: ['email'] })).to.deep.equal(address);
    expect(answers.take({ kind: 'email-needed' })).to.equal(null);
    expect(answers.take({ kind: 'set-up-choice', factors: ['email'] })).to.equal(null);
    expect(answers.take({ kind: 'set-up-choice', factors: ['totp'] })).to.deep.equal(app);
  });

  it('for an address is answered with it', () => {
    expect(open(null, false, [app, bySms, address]).take({ kind: 'email-needed' })).to.deep.equal(address);
    expect(open(null, false, [bySms]).take({ kind: 'set-up-choice', factors: ['totp', 'email'] })).to.equal(null);
  });

  it('leaves the given list as it was, and all else to the person', () => {
    const choices = [bySms];
    const answers = open('sms', true, choices);
    answers.take({ kind: 'mfa-choice', channels: ['sms'] });
    expect(choices).to.deep.equal([bySms]);
    expect(answers.take({ kind: 'passkey-needed', alternatives: true })).to.equal(null);
  });
});

const start: Trail = {
  ...{ username: 'ann', passwordFirst: false, first: null, alone: false, choices: [], once: false, byPasskey: false },
};

describe('the trail', () => {
  const rows: [given: Given, changes: Partial<Trail>][] = [
    [bySms, { choices: [app, bySms] }],
    [address, { choices: [app, address] }],
    [{ kind: 'set-up', factor: 'totp' }, { choices: [app, app] }],
    [{ kind: 'set-up', factor: 'email' }, {}],
    [{ kind: 'factor', factor: 'email' }, { first: 'email' }],
    [password, { first: 'password' }],
    [{ kind: 'new-password', password: 'New-Lagoon-8', attributes: [] }, {}],
    [{ kind: 'passkey' }, { once: true, byPasskey: true }],
    [{ kind: 'code', code: '123456' }, { once: true }],
    [{ kind: 'challenge', answers: { ANSWER: 'Rex' } }, { once: true }],
  ];
  for (const [given, changes] of rows)
    it(`with ${JSON.stringify(given)} has ${JSON.stringify(changes)}, and no secret`, () => {
      const before = { ...start, choices: [app] };
      expect(extend(before, given)).to.deep.equal({ ...before, ...changes });
    });

  it('says what a fresh sign-in takes', () => {
    expect(againBy(start)).to.equal('username');
    expect(againBy({ ...start, passwordFirst: true })).to.equal('password');
    expect(againBy({ ...start, first: 'password' })).to.equal('password');
    expect(againBy({ ...start, first: 'password', once: true })).to.equal(null);
  });

  it('knows of other first factors, and of choices, on the way', () => {
    const ways: Partial<Trail>[] = [{}, { first: 'sms' }, { first: 'sms', alone: true }];
    expect(ways.map((way) => hasOtherFactors({ ...start, ...way }))).to.deep.equal([false, true, false]);
    const choices: Choice[][] = [[], [app], [bySms], [app, address]];
    expect(choices.map((made) => hasChoice({ ...start, choices: made }))).to.deep.equal([false, false, true, true]);
    expect(hasChoice({ ...start, first: 'sms' })).to.equal(true);
  });
});

describe('an answer', () => {
  const rows: Record<Answer['kind'], Outcome['kind'][]> = {
    code: ['code-needed', 'totp-set-up'],
    mfa: ['mfa-choice'],
    'set-up': ['set-up-choice'],
    email: ['email-needed'],
    'new-password': ['new-password-needed'],
    challenge: ['challenge-asked'],
    factor: ['factor-choice'],
    passkey: ['passkey-needed'],
  };
  for (const [kind, asked] of Object.entries(rows))
    it(`of the kind ${kind} goes to ${asked.join(' and ')}, and to nothing else`, () => {
      const taken = outcomeKinds.filter((outcome) => fits({ kind } as Answer, outcome));
      expect(taken).to.have.members(asked);
    });
});
