import { expect } from '@open-wc/testing';
import type { Command } from '../../src/flow/command.js';
import type { LoginEvent, Terms } from '../../src/flow/event.js';
import type { Channel, Outcome } from '../../src/flow/outcome.js';
import { firstStep, type CodeState, type LoginState } from '../../src/flow/state.js';
import { transition } from '../../src/flow/transition.js';
import { at, codeNeeded, drop, forget, terms } from './samples.js';
import { states } from './standing.js';

/** Plays one event after the other; collects the commands. */
function play(from: LoginState, ...events: LoginEvent[]): { state: LoginState; commands: Command[] } {
  const all: Command[] = [];
  let state = from;
  for (const event of events) {
    const [next, commands] = transition(state, event);
    state = next;
    all.push(...commands);
  }
  return { state, commands: all };
}

const codeCame = (time: number, resend: Terms['resend'] = 'keep', channel: Channel = 'sms'): LoginEvent => ({
  type: 'answer',
  outcome: { ...codeNeeded, channel },
  terms: { ...terms, at: time, resend },
});
const request = (time: number): LoginEvent => ({ type: 'request-code', at: time });
const busy = { ...firstStep('ann'), busy: 'authenticate' } as const;

const arrive = (resend: Terms['resend'], channel: Channel = 'sms') => {
  const { state, commands } = play(busy, codeCame(at, resend, channel));
  return { state: state as CodeState, commands };
};

describe('"Send a new code"', () => {
  const offers: [Terms['resend'], Channel, 'keep' | 'ask' | null][] = [
    ['keep', 'sms', 'keep'],
    ['keep', 'email', 'keep'],
    ['keep', 'totp', null],
    ['ask', 'sms', 'ask'],
    ['ask', 'email', 'ask'],
    ['ask', 'totp', null],
    ['off', 'sms', null],
    ['off', 'email', null],
    ['off', 'totp', null],
  ];
  for (const [resend, channel, mode] of offers) {
    it(`with resend="${resend}" and ${channel}: ${mode ?? 'is not offered'}`, () => {
      expect(arrive(resend, channel).state.resend?.mode ?? null).to.equal(mode);
    });

    it(`with resend="${resend}" and ${channel}: the password is ${mode === 'keep' ? 'kept' : 'forgotten'}`, () => {
      const forgets = arrive(resend, channel).commands.some(({ type }) => type === 'forget-password');
      expect(forgets).to.equal(mode !== 'keep');
    });
  }

  it('reports a code that was sent, and none for an app', () => {
    const types = (channel: Channel) => arrive('off', channel).commands.map(({ type }) => type);
    expect(types('sms')).to.deep.equal(['forget-password', 'code-sent']);
    expect(types('totp')).to.deep.equal(['forget-password']);
  });

  for (const [wait, sends] of [
    [0, false],
    [29_999, false],
    [30_000, true],
    [60_000, true],
  ] as const) {
    it(`${wait} ms after a code ${sends ? 'sends' : 'does nothing'}`, () => {
      const { commands } = play(arrive('keep').state, request(at + wait));
      expect(commands).to.deep.equal(sends ? [{ type: 'reauthenticate', username: 'ann', to: 'code' }] : []);
    });
  }

  it('rests anew after each code', () => {
    const { commands } = play(arrive('keep').state, request(at + 30_000), codeCame(at + 31_000), request(at + 60_999));
    expect(commands.filter(({ type }) => type === 'reauthenticate')).to.have.length(1);
  });

  it('sends five at most, and counts each', () => {
    const rounds = [1, 2, 3, 4, 5, 6, 7].flatMap((n) => [request(at + n * 40_000), codeCame(at + n * 40_000)]);
    const { state, commands } = play(arrive('keep').state, ...rounds);
    const counts = commands.flatMap((command) => (command.type === 'code-sent' ? [command.count] : []));
    expect(commands.filter(({ type }) => type === 'reauthenticate')).to.have.length(5);
    expect(counts).to.deep.equal([2, 3, 4, 5, 6]);
    expect(state).to.have.nested.property('resend.left', 0);
  });

  it('has five again in a new attempt', () => {
    const { state } = play(states.code.spent, { type: 'start-over' });
    const again = play({ ...firstStep(state.username), busy: 'authenticate' }, codeCame(at));
    expect(again.state).to.have.nested.property('resend.left', 5);
  });

  it('sends one, however often it is pressed', () => {
    const { commands } = play(states.code.waiting, request(at), request(at), request(at + 1));
    expect(commands).to.have.length(1);
  });

  it('counts a request whose answer was lost', () => {
    const lost: LoginEvent = {
      type: 'answer',
      outcome: { kind: 'failed', error: { code: 'timeout', retryable: true } },
      terms,
    };
    expect(play(states.code.waiting, request(at), lost).state).to.have.nested.property('resend.left', 4);
  });
});

describe('"Use another method" from a code', () => {
  const another: LoginEvent = { type: 'use-another-method' };
  const came = (channel: Channel, time: number): LoginEvent => ({
    type: 'answer',
    outcome: { ...codeNeeded, channel, again: 'username', alternatives: true },
    terms: { ...terms, at: time },
  });
  const choices: [what: string, asked: Outcome, choose: (way: Channel, time: number) => LoginEvent][] = [
    [
      'the second factor',
      { kind: 'mfa-choice', channels: ['sms', 'email', 'totp'] },
      (channel, time) => ({ type: 'choose-mfa', channel, at: time }),
    ],
    [
      'the first factor',
      { kind: 'factor-choice', factors: ['sms', 'email'], preferred: null },
      (factor, time) => ({ type: 'choose-factor', factor: factor === 'totp' ? 'passkey' : factor, at: time }),
    ],
  ];
  const counts = (commands: readonly Command[]) =>
    commands.flatMap((command) => (command.type === 'code-sent' ? [command.count] : []));

  for (const [what, asked, choose] of choices) {
    const choosing: LoginEvent[] = [another, { type: 'answer', outcome: asked, terms }];

    it(`goes on with count, limit and cool-down over the choice of ${what}`, () => {
      const first = play(busy, came('sms', at), ...choosing);
      for (const time of [at, at + 29_999])
        expect(play(first.state, choose('sms', time)), 'the same again').to.deep.equal({
          state: first.state,
          commands: [],
        });
      expect(play(first.state, choose('sms', at + 30_000)).state).to.have.property('busy', 'choose');
      const second = play(first.state, choose('email', at + 1), came('email', at + 2));
      expect(second.state)
        .to.have.property('resend')
        .that.includes({ left: 4, availableAt: at + 30_002 });
      const third = play(second.state, ...choosing, choose('totp', at + 3), came('totp', at + 4), ...choosing);
      for (const [way, rested] of [
        ['sms', at + 30_000],
        ['email', at + 30_002],
      ] as const) {
        expect(play(third.state, choose(way, rested - 1)).commands, `${way}, after an app, too`).to.be.empty;
        expect(counts(play(third.state, choose(way, rested), came(way, rested)).commands)).to.deep.equal([3]);
      }
      expect(counts([...first.commands, ...second.commands])).to.deep.equal([1, 2]);
    });

    it(`leads to the first step once five were sent anew, by the choice of ${what} or from the step itself`, () => {
      const chosen = (n: number) => [...choosing, choose('sms', at + n * 40_000), came('sms', at + n * 40_000)];
      const resent = (n: number) => [request(at + n * 40_000), came('sms', at + n * 40_000)];
      const { state, commands } = play(
        busy,
        ...[came('sms', at), ...chosen(1), ...resent(2), ...chosen(3), ...resent(4), ...chosen(5)],
      );
      expect(counts(commands)).to.deep.equal([1, 2, 3, 4, 5, 6]);
      expect(state).to.have.nested.property('resend.left', 0);
      expect(play(state, another)).to.deep.equal({ state: { ...firstStep('ann'), notice: 'another' }, commands: drop });
    });
  }
});

describe('a new code that needs the password', () => {
  const { 'that would ask': wouldAsk, 'that asks': asks } = states.code;
  const typed: LoginEvent = { type: 'submit-password', password: 'p', at };

  it('opens the question, and sends nothing yet', () => {
    expect(play(wouldAsk, request(at))).to.deep.equal({ state: asks, commands: [] });
  });

  it('takes no password before the question', () => expect(play(wouldAsk, typed).commands).to.deep.equal([]));

  it('sends the password once', () => {
    const { commands } = play(asks, typed, typed, request(at));
    expect(commands).to.deep.equal([{ type: 'authenticate', username: 'ann', password: 'p', to: 'code' }]);
  });

  it('can be thought better of', () => {
    const { state, commands } = play(asks, { type: 'dismiss-request' }, { type: 'submit-code', code: '123456' });
    expect(state).to.deep.include({ busy: 'confirm', resend: wouldAsk.resend });
    expect(commands).to.deep.equal([{ type: 'answer', answer: { kind: 'code', code: '123456' } }]);
  });

  it('closes the question when the code comes', () => {
    const { state } = play(asks, typed, codeCame(at, 'ask'));
    expect(state).to.have.nested.property('resend.asking', false);
  });
});

describe('a page that is hidden', () => {
  const hide: LoginEvent = { type: 'hide' };

  it('has the password forgotten, and asks for it next time', () => {
    const { state, commands } = play(states.code.waiting, hide, request(at));
    expect(commands).to.deep.equal([forget]);
    expect(state).to.deep.equal(states.code['that asks']);
  });

  it('stays with the question after an answer that was under way', () => {
    const { state } = play(states.code.resending, hide, codeCame(at, 'ask'));
    expect(state).to.have.nested.property('resend.mode', 'ask');
  });

  it('keeps the step', () => expect(play(states.code['for an app'], hide).state).to.equal(states.code['for an app']));
});
