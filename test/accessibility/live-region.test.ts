import { expect } from '@open-wc/testing';
import { listenToLiveRegion } from '../element/live-region.js';
import { visit } from '../support/person.js';
import { ann, openPool, otherCode, wrongPassword } from '../support/pool.js';

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`the live region with fields="${fields}"`, () => {
    const arrive = async () => visit({ pool: await openPool({ users: [ann] }), set: { fields, authFlow: 'password' } });

    it('is one, and is there and empty before anything has happened', async () => {
      const { element } = await arrive();
      const regions = [element, element.shadowRoot!].flatMap((root) => [
        ...root.querySelectorAll('[role=status], [role=alert], [role=log], [aria-live]'),
      ]);
      expect(regions).to.have.lengthOf(1);
      expect(regions[0]!.textContent).to.equal('');
    });

    it('stays the same element through every step, or a screen reader would not hear it', async () => {
      const person = await arrive();
      const region = person.element.shadowRoot!.querySelector('[role=status]');
      await person.signIn('ann');
      await person.hears('login-code-sent');
      await person.enterSentCode();
      await person.hears('login-success');
      expect(person.element.shadowRoot!.querySelector('[role=status]')).to.equal(region);
      expect(await person.messages()).to.equal(1);
    });

    it('tells each thing once, from the first try to the end', async () => {
      const person = await arrive();
      const told = listenToLiveRegion(person);
      await person.signIn('ann', wrongPassword);
      await person.hears('login-failure');
      await person.type('Password', ann.password);
      await person.press('Enter');
      await person.hears('login-code-sent');
      await person.enterCode(otherCode(await person.pool.lastCode()));
      await person.hears('login-failure', 2);
      await person.enterSentCode();
      await person.hears('login-success');
      expect(told).to.deep.equal([
        'Signing in…',
        'The user name or password is not right.',
        'Signing in…',
        'Check your phone. We sent a code to +********0114.',
        'Checking…',
        'That code is not right.',
        'Checking…',
        'You are signed in. Signed in as ann.',
      ]);
      expect(await person.messages()).to.equal(1);
    });

    it('tells of the first step whoever comes back to it, wherever the focus is', async () => {
      const outer = document.body.appendChild(document.createElement('button'));
      const person = await arrive();
      await person.signIn('ann');
      await person.hears('login-code-sent');
      await person.activate('Back');
      await person.sees('Sign in');
      await person.element.updateComplete;
      expect(person.status).to.equal('Sign in. Welcome back.');
      await person.signIn('ann');
      await person.hears('login-code-sent', 2);
      await person.enterSentCode();
      await person.hears('login-success');
      const told = listenToLiveRegion(person);
      outer.focus();
      person.element.signOut();
      await person.hears('login-signed-out');
      expect(told).to.deep.equal(['Signing out…', 'Sign in. Welcome back.']);
      expect(person.focused).to.equal(outer);
      outer.remove();
      expect(await person.messages()).to.equal(2);
    });

    it('says again what was heard before when the person tries again and nothing changed', async () => {
      const person = await arrive();
      const told = listenToLiveRegion(person);
      await person.activate('Sign in');
      await person.element.updateComplete;
      await person.activate('Sign in');
      await person.element.updateComplete;
      expect(told.filter((sentence) => sentence.trim() === 'Enter your user name.')).to.have.lengthOf(2);
      expect(await person.messages()).to.equal(0);
    });
  });
}
