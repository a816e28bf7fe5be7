import { expect } from '@open-wc/testing';
import type { LoginEvent, Terms } from '../../src/flow/event.js';
import type { CodeNeeded, Factor, Offer, Outcome, PageChallenge } from '../../src/flow/outcome.js';
import { firstStep, type LoginState } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { at, codeNeeded, drop, forget, newChallenge, outcomes, question, terms } from './samples.js';
import { states } from './standing.js';
import { success } from './table.js';

const underWay: LoginState = { ...firstStep('ann'), busy: 'authenticate' };

const answer = (outcome: Outcome, change: Partial<Terms> = {}, from: LoginState = underWay) =>
  transition(from, { type: 'answer', outcome, terms: { ...terms, ...change } });

const forgets = (outcome: Outcome, change: Partial<Terms> = {}) =>
  answer(outcome, change)[1].some(({ type }) => type === 'forget-password');

describe('the password that was typed', () => {
  const kinds = ['mfa-choice', 'set-up-choice', 'totp-set-up', 'email-needed'] as const;
  for (const kind of kinds) {
    it(`is kept over ${kind} for the codes that follow, and else forgotten`, () => {
      expect(forgets(outcomes[kind])).to.equal(false);
      expect(forgets(outcomes[kind], { resend: 'ask' })).to.equal(true);
      expect(forgets(outcomes[kind], { resend: 'off' })).to.equal(true);
    });
  }

  const code = (change: Partial<CodeNeeded>): CodeNeeded => ({ ...codeNeeded, ...change });
  const rows: [what: string, needed: CodeNeeded, forgotten: boolean][] = [
    ['is kept for a new code', code({}), false],
    ['is forgotten where the user name is enough for one', code({ again: 'username' }), true],
    ['is forgotten where there is no way to one', code({ again: null }), true],
    ['is forgotten where an app makes the codes', code({ channel: 'totp' }), true],
    ['is kept for the way back to the choice', code({ channel: 'totp', alternatives: true }), false],
  ];
  for (const [what, needed, forgotten] of rows) it(what, () => expect(forgets(needed)).to.equal(forgotten));
});

describe('"Use another method"', () => {
  const rows: [again: CodeNeeded['again'], resend: Terms['resend'], another: 'keep' | 'ask'][] = [
    ['password', 'keep', 'keep'],
    ['password', 'ask', 'ask'],
    ['password', 'off', 'ask'],
    ['username', 'ask', 'keep'],
    [null, 'keep', 'ask'],
  ];
  for (const [again, resend, another] of rows) {
    it(`with resend="${resend}" where ${again ?? 'nothing'} begins anew: ${another}`, () => {
      const [state] = answer({ ...codeNeeded, again, alternatives: true }, { resend });
      expect(state).to.have.property('another', another);
    });
  }

  it('is not there where the pool offers none', () => expect(answer(codeNeeded)[0]).to.have.property('another', null));
});

describe('the choice of a first proof', () => {
  const choose = (factors: Factor[], preferred: Factor | null) =>
    answer({ kind: 'factor-choice', factors, preferred })[0];
  const { idle, 'without an alternative': alone } = states.password;

  it('is left out where there is the password alone', () => expect(choose(['password'], null)).to.deep.equal(alone));
  it('begins with the password where that is preferred', () => {
    expect(choose(['sms', 'password'], 'password')).to.deep.equal(idle);
  });
  it('shows what is preferred first', () => {
    expect(choose(['sms', 'password', 'passkey'], 'passkey')).to.have.deep.property('factors', [
      ...['passkey', 'sms', 'password'],
    ]);
  });
  it('goes by what there is where the preferred is not', () => {
    expect(choose(['sms', 'email'], 'password')).to.have.deep.property('factors', ['sms', 'email']);
  });
  it('sends no message by itself', () => {
    const [state, commands] = answer({ kind: 'factor-choice', factors: ['sms'], preferred: 'sms' });
    expect([state.name, state.busy, commands]).to.deep.equal(['choose-factor', null, [forget]]);
  });
  it('of the password needs no call', () => {
    const [state, commands] = transition(states['choose-factor'].idle, {
      type: 'choose-factor',
      factor: 'password',
      at,
    });
    expect([state, commands]).to.deep.equal([idle, [{ type: 'abandon' }]]);
  });
});

describe('a choice that is not among those offered', () => {
  const rows: [state: LoginState, event: LoginEvent][] = [
    [states['choose-factor'].idle, { type: 'choose-factor', factor: 'email', at }],
    [
      { ...states['choose-factor'].idle, factors: ['sms'] },
      { type: 'choose-factor', factor: 'password', at },
    ],
    [states['choose-mfa'].idle, { type: 'choose-mfa', channel: 'email', at }],
    [
      { ...states['choose-set-up'].idle, factors: ['totp'] },
      { type: 'choose-set-up', factor: 'email' },
    ],
  ];
  for (const [state, event] of rows) {
    it(`in ${state.name} is none: ${JSON.stringify(event)}`, () =>
      expect(transition(state, event)).to.deep.equal([state, []]));
  }
});

describe('a challenge that the page hears of', () => {
  const offered = (challenge: PageChallenge, taken: boolean, from: LoginState = underWay, round = 1) => {
    const event: LoginEvent = { type: 'challenge-offered', challenge, round, taken, terms };
    return transition(from, event);
  };
  const { idle, 'shown by the page': shown, answering } = states['custom-challenge'];

  it('is shown here unless the page takes it', () => {
    expect(offered(question, false)).to.deep.equal([idle, [forget]]);
    expect(offered(question, true)).to.deep.equal([shown, [forget]]);
  });
  it('can be one that nobody knew of', () => {
    expect(offered(newChallenge, true)[0]).to.deep.include({ challenge: 'NEVER_HEARD_OF', shownBy: 'page' });
  });
  it('ends the attempt where nobody knows it', () => {
    const [state, commands] = offered(newChallenge, false);
    expect(state).to.deep.include({ name: 'sign-in', username: 'ann', busy: null });
    expect(state.error).to.have.property('code', 'unsupported-challenge');
    expect(commands.slice(0, 2)).to.deep.equal(drop);
    expect(commands[2]).to.include({ type: 'failure', step: 'sign-in' });
  });
  it('is another for each round', () => {
    const [state] = offered(question, false, answering, 2);
    const respond = (round: number) => transition(state, { type: 'respond', answers: { ANSWER: 'x' }, round })[1];
    expect([state.name, respond(1).length, respond(2).length]).to.deep.equal(['custom-challenge', 0, 1]);
  });
  it('is told from the same question asked again', () => {
    const otherQuestion = { ...question, parameters: { ...question.parameters, question: 'Another?' } };
    const againOf = (challenge: PageChallenge) => offered(challenge, false, answering, 2)[0];
    expect(againOf(question)).to.have.property('again', true);
    expect(againOf(otherQuestion)).to.have.property('again', false);
    expect(offered(question, true, answering, 2)[0], 'by the page').to.have.property('again', false);
    expect(offered(question, false)[0]).to.have.property('again', false);
    const ofAnotherName = { ...answering, challenge: newChallenge.name };
    expect(offered(question, false, ofAnotherName, 2)[0], 'another challenge').to.have.property('again', false);
  });
  it('is too late once the person went another way', () => {
    for (const state of [firstStep('ann'), states['signed-in']['signing out']])
      expect(offered(question, true, state)).to.deep.equal([state, []]);
  });
});

describe('after the tokens came', () => {
  const signIn = (...offers: Offer[]) => answer({ kind: 'signed-in', offers });
  const no: LoginEvent = { type: 'answer-offer', accepted: false };

  it('success comes with nothing to offer', () => {
    expect(signIn()).to.deep.equal([states['signed-in'].idle, [forget, success]]);
  });
  it('one thing is offered after the other, and success comes last and once', () => {
    const skip = (state: LoginState) => answer(outcomes.done, {}, transition(state, no)[0]);
    const [first, firstCommands] = signIn('device', 'passkey');
    const [second, secondCommands] = skip(first);
    const [third, thirdCommands] = skip(second);
    expect([first.name, second.name, third.name]).to.deep.equal(['remember-device', 'add-passkey', 'signed-in']);
    expect([firstCommands, secondCommands]).to.deep.equal([[forget], [forget]]);
    expect(thirdCommands).to.deep.equal([forget, success]);
  });
  it('a closed prompt leaves the offer', () => {
    expect(answer(outcomes.cancelled, {}, states['add-passkey'].adding)).to.deep.equal([
      states['add-passkey'].idle,
      [],
    ]);
  });
});

describe('a sign-in that follows by itself', () => {
  const reset = states['reset-password'].resetting;

  it('takes the new password', () => {
    expect(answer(outcomes['password-reset'], {}, reset)[1]).to.deep.equal([
      { type: 'reauthenticate', username: 'ann', to: 'code' },
    ]);
  });
  it('is left to the person where that was forgotten, since the page was hidden', () => {
    const result = answer(outcomes['password-reset'], { passwordKept: false }, reset);
    expect(result).to.deep.equal([{ ...firstStep('ann'), notice: 'reset' }, []]);
  });
});
