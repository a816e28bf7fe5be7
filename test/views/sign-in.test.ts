/** What the first step says of where somebody comes from, and of what was refused. */
import { expect } from '@open-wc/testing';
import { firstStep } from '../../src/flow/state.js';
import { english } from '../../src/i18n/load-messages.js';
import { signIn } from '../../src/views/sign-in.js';
import type { View } from '../../src/views/step-view.js';

const view = (options: Partial<View['options']> = {}): View =>
  ({ text: english, options: { mode: 'sign-in', loginWith: 'username', asksPassword: true, ...options } }) as View;

describe('the first step', () => {
  for (const [notice, sentence] of [
    ['confirmed', 'Your account is confirmed. You can sign in now.'],
    ['signed-out', 'You were signed out. Sign in again.'],
    ['reset', 'Your password was changed. Sign in with it.'],
  ] as const)
    it(`says what led here: ${notice}`, () => {
      const state = { ...firstStep('ann'), notice };
      expect(signIn.intro(state, view()).text).to.equal(sentence);
      expect(signIn.arrival?.(state, view())).to.equal(sentence);
      expect(signIn.intro(state, view({ mode: 'reauth' })).text).to.equal(sentence);
    });

  it('says nothing on arrival where there is nothing to tell', () => {
    expect(signIn.arrival?.(firstStep('ann'), view())).to.equal(null);
    expect(signIn.intro(firstStep('ann'), view()).text).to.equal('Welcome back.');
  });

  it('speaks of a password only where one was asked for', () => {
    const state = firstStep('ann', { code: 'invalid-credentials', retryable: false });
    expect(signIn.problemText?.(state, view())).to.equal('The user name or password is not right.');
    const nameAlone = signIn.problemText?.(state, view({ asksPassword: false }));
    expect(nameAlone).to.equal('That did not work. Check what you entered and try again.');
  });
});
