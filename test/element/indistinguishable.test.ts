/** Nobody learns from the element whether an account exists: unknown, mistyped and disabled look and sound the same. */
import { expect } from '@open-wc/testing';
import { visit } from '../support/person.js';
import { bob, dan, openPool, wrongPassword } from '../support/pool.js';
import { impression } from './impression.js';

const refused = [
  { username: 'nobody', why: 'an unknown user' },
  { username: 'dan', why: 'a disabled user' },
];

for (const preventUserExistenceErrors of [true, false]) {
  for (const authFlow of ['srp', 'password'] as const) {
    for (const fields of ['slotted', 'shadow'] as const) {
      const pool = `a pool with preventUserExistenceErrors ${preventUserExistenceErrors ? 'on' : 'off'}`;
      describe(`in ${pool}, fields="${fields}", auth-flow="${authFlow}"`, () => {
        async function attempt(username: string) {
          const opened = await openPool({ users: [bob, dan], settings: { preventUserExistenceErrors } });
          const person = await visit({ pool: opened, set: { authFlow, fields } });
          await person.signIn(username, wrongPassword);
          await person.hears('login-failure');
          return impression(person, username);
        }

        it('an unknown and a disabled user look the same as a wrong password', async () => {
          const wrong = await attempt('bob');
          expect(wrong.told).to.have.lengthOf(1);
          expect(wrong.told[0]!.rest).to.deep.equal({ code: 'invalid-credentials', step: 'sign-in', retryable: false });
          expect(wrong.messages).to.equal(0);
          expect(wrong.focused).to.equal('password');
          for (const { username, why } of refused) expect(await attempt(username), why).to.deep.equal(wrong);
        });
      });
    }
  }
}
