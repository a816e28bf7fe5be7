/** Each rule of the flow's fuzz can fail: a change that breaks it is found, and one that does not is let go. */
import { expect } from '@open-wc/testing';
import { firstStep, type LoginState } from '../../../src/flow/state.js';
import { transition } from '../../../src/flow/transition.js';
import { answer, drop, events, outcomes, secretPassword, totpSecret } from '../../flow/samples.js';
import { type Change, rules } from './flow-sequence.js';

const first = firstStep();
const [busy, calls] = transition(first, events['submit-credentials']);
const [signedIn, told] = transition(busy, answer(outcomes['signed-in']));
const [call] = calls;
const [, success] = told;
const [code] = transition(busy, answer(outcomes['code-needed']));
const [, sent] = transition(code, events['submit-code']);

const back = transition(signedIn, { type: 'start-over' });
const fine: Change = { from: busy, event: answer(outcomes['signed-in']), to: signedIn, commands: told, back };
const secretive = (text: string): LoginState => ({ ...first, username: text });

const broken: Readonly<Record<string, readonly Partial<Change>[]>> = {
  I1: [{ commands: [...told, ...told] }, { commands: [...told, ...drop] }],
  I2: [{ commands: [call!, call!] }, { event: events.prefill, commands: [call!] }],
  I3: [{ from: first, event: events.tick, commands: [call!] }],
  I4: [{ from: first }, { event: events.leave }],
  I5: [{ from: first, commands: sent }],
  I6: [{ back: [signedIn, drop] }, { back: [busy, drop] }, { back: [first, []] }],
  I7: [{ to: secretive(secretPassword) }, { to: secretive(totpSecret) }],
  I9: [{ event: events['submit-code'] }],
};

describe('a rule of the random events in the flow', () => {
  it('is tried on each', () => {
    expect(success, 'what tells of a success').to.have.property('type', 'success');
    expect(Object.keys(broken)).to.deep.equal(Object.keys(rules));
  });

  for (const [name, changes] of Object.entries(broken))
    it(`${name} finds what breaks it`, () => {
      expect(rules[name]!(fine)).to.equal(false);
      for (const change of changes) expect(rules[name]!({ ...fine, ...change })).to.equal(true);
    });
});
