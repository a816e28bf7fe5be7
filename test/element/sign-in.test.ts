import { expect } from '@open-wc/testing';
import { otherCode } from '../support/pool.js';
import { visit, type Person } from '../support/person.js';

const modes = ['slotted', 'shadow'] as const;
const flows = ['srp', 'password'] as const;

/** Where each user reads the code. */
const code: Record<string, (person: Person) => Promise<string>> = {
  ann: ({ pool }) => pool.lastCode(),
  eve: ({ pool }) => pool.lastCode(),
  tom: ({ pool }) => pool.authenticatorCode('tom'),
};

const channels = [
  { username: 'ann', channel: 'sms', heading: 'Check your phone', messages: 1 },
  { username: 'eve', channel: 'email', heading: 'Check your e-mail', messages: 1 },
  { username: 'tom', channel: 'totp', heading: 'Open your authenticator app', messages: 0 },
];

for (const fields of modes) {
  for (const authFlow of flows) {
    describe(`signing in with fields="${fields}" and auth-flow="${authFlow}"`, () => {
      for (const { username, channel, heading, messages } of channels) {
        it(`takes ${username} through password and ${channel} code`, async () => {
          const person = await visit({ set: { fields, authFlow } });
          await person.signIn(username);
          await person.sees(heading);
          await person.enterCode(await code[username]!(person));
          const { username: who } = await person.hears('login-success');
          expect(who).to.equal(username);
          expect(person.heading).to.equal('You are signed in');
          expect(await person.messages()).to.equal(messages);
          expect(person.heard('login-code-sent').map(({ count }) => count)).to.deep.equal(messages ? [1] : []);
          expect(person.heard('login-failure')).to.be.empty;
        });
      }

      it('takes bob in with the password alone', async () => {
        const person = await visit({ set: { fields, authFlow } });
        await person.signIn('bob');
        await person.hears('login-success');
        expect(person.heard('login-step')).to.deep.equal([{ step: 'signed-in', previous: 'sign-in' }]);
        expect(await person.messages()).to.equal(0);
      });

      it('tells of a wrong password by the field, with what was typed still there', async () => {
        const person = await visit({ set: { fields, authFlow } });
        await person.signIn('ann', 'not it');
        expect(await person.hears('login-failure')).to.include({ code: 'invalid-credentials', step: 'sign-in' });
        expect(person.hint('Password')).to.equal('The user name or password is not right.');
        expect(person.status).to.equal('The user name or password is not right.');
        expect(person.field('Password').ariaInvalid ?? 'true').to.equal('true');
        expect(person.focused).to.equal(person.field('Password'));
        expect(person.field('User name').value).to.equal('ann');
        expect(await person.messages()).to.equal(0);
        // Selected, so that typing replaces it.
        await person.type('Password', 'Blue-Lagoon-7');
        await person.press('Enter');
        await person.sees('Check your phone');
        expect(await person.messages()).to.equal(1);
      });

      it('takes the right code after a wrong one, in the same session', async () => {
        const person = await visit({ set: { fields, authFlow } });
        await person.signIn('ann');
        await person.sees('Check your phone');
        await person.enterCode(otherCode(await person.pool.lastCode()));
        expect(await person.hears('login-failure')).to.include({ code: 'wrong-code', step: 'code' });
        expect(person.hint('Code')).to.equal('That code is not right.');
        expect(person.focused).to.equal(person.field('Code'));
        await person.enterSentCode();
        await person.hears('login-success');
        expect(await person.messages()).to.equal(1);
      });
    });
  }
}
