import { expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { visitScenario } from '../support/person.js';
import { otherCode } from '../support/pool.js';
import { until } from './until.js';

describe('a sign-up that is not confirmed', () => {
  it('is confirmed with the code that was sent then or a new one, and goes on with what was typed', async () => {
    const person = await visitScenario('confirm-sign-up', { clock: new FakeClock(Date.now()) });
    expect(await person.messages(), 'by the sign-up').to.equal(1);
    await person.signIn('ivy');
    await person.sees('Confirm your account');
    expect(person.intro).to.equal('Enter the code that we sent when you signed up.');
    expect(person.status).to.equal(`Confirm your account. ${person.intro}`);
    expect(person.focused).to.equal(person.field('Code'));
    // Firefox 140 has no such word in its list, so its property says nothing.
    expect(person.field('Code').getAttribute('autocomplete')).to.equal('one-time-code');
    expect(person.heard('login-failure')).to.deep.equal([]);
    expect(await person.messages(), 'none is sent by itself').to.equal(1);

    await person.enterCode(otherCode(await person.pool.lastCode()));
    expect(await person.hears('login-failure')).to.include({ code: 'wrong-code', step: 'confirm-sign-up' });
    expect([person.hint('Code'), person.focused]).to.deep.equal(['That code is not right.', person.field('Code')]);

    await person.activate('Send a new code');
    const sent = { channel: 'email', destination: 'i***@e***', count: 1 };
    expect(await person.hears('login-code-sent')).to.deep.equal(sent);
    expect(person.intro).to.equal('We sent a code to i***@e***.');
    expect(person.status).to.equal(person.intro);
    expect(person.focused).to.equal(person.field('Code'));
    expect(person.form.textContent).to.contain('New code in 0:30');
    expect(person.hasButton('Send a new code')).to.equal(false);
    expect(await person.messages()).to.equal(2);

    await person.enterSentCode();
    expect(await person.hears('login-success')).to.include({ username: 'ivy' });
    expect(person.heading).to.equal('You are signed in');
    expect(await person.messages()).to.equal(2);
    expect((await person.pool.log()).slice(-2).map(({ operation }) => operation)).to.deep.equal([
      ...['ConfirmSignUp', 'InitiateAuth'],
    ]);
  });

  it('is confirmed after the page was hidden, too; the password is then typed again', async () => {
    const person = await visitScenario('confirm-sign-up');
    await person.signIn('ivy');
    await person.sees('Confirm your account');
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await person.enterSentCode();
    await person.sees('Sign in');
    expect(person.intro).to.equal('Your account is confirmed. You can sign in now.');
    expect(person.status).to.equal(person.intro);
    expect(person.field('User name').value).to.equal('ivy');
    expect(person.focused).to.equal(person.field('Password'));
    expect(person.field('Password').value).to.equal('');
    expect(person.heard('login-failure')).to.deep.equal([]);
    await person.signIn('ivy');
    await person.hears('login-success');
    expect(person.intro).to.equal('Signed in as ivy.');
    expect(await person.messages()).to.equal(1);
  });

  const byName = [
    ['choice', 'Choose how to sign in'],
    ['custom', 'One more question'],
  ] as const;
  for (const [authFlow, next] of byName) {
    it(`goes on with the name alone with auth-flow="${authFlow}", also after the page was hidden`, async () => {
      const person = await visitScenario(authFlow, { authFlow });
      await person.pool.patchUser(person.pool.username, { status: 'unconfirmed' });
      await person.type('User name', person.pool.username);
      await person.press('Enter');
      await person.sees('Confirm your account');
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      await person.enterSentCode();
      await person.sees(next);
      expect(person.heard('login-step').map(({ step }) => step)).not.to.include('sign-in');
      expect(await person.messages(), 'the code of the sign-up alone').to.equal(1);
    });
  }

  it('is left with the name kept, and there again at the next try', async () => {
    const person = await visitScenario('confirm-sign-up');
    await person.signIn('ivy');
    await person.sees('Confirm your account');
    await person.activate('Back');
    await person.sees('Sign in');
    expect(person.intro).to.equal('Welcome back.');
    expect(person.field('User name').value).to.equal('ivy');
    await person.signIn('ivy');
    await person.sees('Confirm your account');
    await until(() => person.focused === person.field('Code'));
  });
});
