import { expect } from '@open-wc/testing';
import { visit, type Person } from '../support/person.js';
import { bob, lou, openPool, wrongPassword } from '../support/pool.js';

const tooMany = 'Too many tries. Wait a moment and try again.';

async function tryAgain(person: Person, times: number): Promise<unknown> {
  await person.press('Enter');
  return (await person.hears('login-failure', times)).code;
}

for (const authFlow of ['srp', 'password'] as const) {
  describe(`lock-out with auth-flow="${authFlow}"`, () => {
    it('comes after five wrong passwords, with a sentence and the name kept', async () => {
      const person = await visit({ pool: await openPool({ users: [bob] }), set: { authFlow } });
      await person.signIn('bob', wrongPassword);
      for (let count = 1; count <= 5; count++) {
        expect((await person.hears('login-failure', count)).code).to.equal('invalid-credentials');
        if (count < 5) await person.press('Enter');
      }
      // The first wait is one second: on a slow machine it may be over before the next try, but the later ones double.
      let code: unknown;
      for (let count = 6; code !== 'locked' && count <= 10; count++) code = await tryAgain(person, count);
      expect(code).to.equal('locked');
      expect(person.hint('Password')).to.equal(tooMany);
      expect(person.status).to.equal(tooMany);
      expect(person.field('User name').value).to.equal('bob');
      expect(person.focused).to.equal(person.field('Password'));
      expect(await person.messages()).to.equal(0);

      await person.pool.advance(60_000);
      await person.type('Password', bob.password);
      await person.press('Enter');
      await person.hears('login-success');
      expect(await person.messages()).to.equal(0);
    });

    it('meets a locked user at the first try', async () => {
      const person = await visit({ pool: await openPool({ users: [lou] }), set: { authFlow } });
      await person.signIn('lou');
      expect(await person.hears('login-failure')).to.include({ code: 'locked', step: 'sign-in', retryable: true });
      expect(person.hint('Password')).to.equal(tooMany);
      expect(person.field('User name').value).to.equal('lou');
      expect(person.field('Password').ariaInvalid ?? 'false', 'the password is not called wrong').to.equal('false');
      expect(await person.messages()).to.equal(0);
    });
  });
}
