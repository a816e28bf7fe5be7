import { expect } from '@open-wc/testing';
import { visit, type Person } from '../support/person.js';
import { ann, bob, eve, openPool } from '../support/pool.js';

/** Every id in a tree, shadow roots left out: those are trees of their own. */
const idsIn = (root: ParentNode): string[] => [...root.querySelectorAll('[id]')].map(({ id }) => id);

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`two elements on a page, with fields="${fields}"`, () => {
    let first: Person;
    let second: Person;

    beforeEach(async () => {
      const set = { fields, storage: 'session' } as const;
      first = await visit({ pool: await openPool({ users: [ann] }), set });
      second = await visit({ pool: await openPool({ users: [eve] }), set });
    });

    it('have ids and fields of their own', async () => {
      const ids = [...idsIn(document), ...idsIn(first.element.shadowRoot!), ...idsIn(second.element.shadowRoot!)];
      expect(new Set(ids).size).to.equal(ids.length);
      await first.type('User name', 'ann');
      await second.type('User name', 'eve');
      expect([first.field('User name').value, second.field('User name').value]).to.deep.equal(['ann', 'eve']);
      const own = [...second.form.querySelectorAll('label')].find((label) => label.textContent === 'User name')!;
      own.click();
      expect(second.focused).to.equal(second.field('User name'));
      expect([...second.form.elements]).to.include(second.field('User name'));
      expect([...second.form.elements]).not.to.include(first.field('User name'));
    });

    it('complete side by side, each with its own pool and its own events', async () => {
      await first.signIn('ann');
      await second.signIn('eve');
      await first.sees('Check your phone');
      await second.sees('Check your e-mail');
      await second.enterSentCode();
      await second.hears('login-success');
      expect(first.heading).to.equal('Check your phone');
      expect(first.heard('login-success')).to.be.empty;
      await first.enterSentCode();
      await first.hears('login-success');

      for (const person of [first, second]) {
        expect(person.told.map(({ type }) => type)).to.deep.equal([
          'login-step',
          'login-code-sent',
          'login-step',
          'login-success',
        ]);
        expect(await person.messages()).to.equal(1);
      }
      const issuers = await Promise.all([first, second].map(issuer));
      expect(issuers[0]).to.contain(first.pool.userPoolId);
      expect(issuers[1]).to.contain(second.pool.userPoolId);
    });

    it('keep to themselves what goes wrong and who signs out', async () => {
      await first.signIn('ann', 'not it');
      await first.hears('login-failure');
      expect(second.hint('Password')).to.equal('');
      await second.signIn('eve');
      await second.sees('Check your e-mail');
      await second.enterSentCode();
      await second.hears('login-success');
      await first.signIn('ann');
      await first.sees('Check your phone');
      second.element.signOut();
      await second.hears('login-signed-out');
      expect(first.heading).to.equal('Check your phone');
      expect(first.heard('login-signed-out')).to.be.empty;
      expect(second.heard('login-failure')).to.be.empty;
    });
  });
}

describe('two elements on a page, with one pool', () => {
  for (const storage of ['local', 'session'] as const)
    it(`do not go on showing who signed out in the other one (storage="${storage}")`, async () => {
      const pool = await openPool({ users: [bob] });
      const set = { authFlow: 'password', storage } as const;
      const [first, second] = [await visit({ pool, set }), await visit({ pool, set })];
      await first.signIn('bob');
      await first.hears('login-success');
      await second.sees('You are signed in');
      expect(second.heard('login-success'), 'nobody signed in there').to.be.empty;
      second.element.signOut();
      expect(await first.hears('login-signed-out')).to.deep.equal({ username: 'bob', global: false });
      expect([first.heading, await first.element.getSession()]).to.deep.equal(['Sign in', null]);
      await second.hears('login-signed-out');
      expect(second.heard('login-signed-out')).to.have.lengthOf(1);
    });
});

async function issuer({ element }: Person): Promise<unknown> {
  const session = await element.getSession();
  return session?.getIdToken().decodePayload()['iss'];
}
