import { expect } from '@open-wc/testing';
import { FakeClock } from '../../support/fake-clock.js';
import { Network, sessionKeys } from '../../support/faults.js';
import { visit, type Person } from '../../support/person.js';
import { openPool, otherCode } from '../../support/pool.js';
import { Search } from './search.js';

const canary = 'Canary-Pa55word-Quince';
const wrongCanary = 'Canary-Mistyped-Medlar';

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`password, code, tokens and sessions, with fields="${fields}"`, () => {
    let network: Network;
    let clock: FakeClock;
    let person: Person;
    let search: Search;

    beforeEach(async () => {
      [network, clock] = [new Network(), new FakeClock(Date.now())];
      search = new Search(network);
      for (const secret of [canary, wrongCanary]) search.secrets.add(secret);
      const { fetch } = network;
      // Eight digits, which no other number on the page has by chance.
      const pool = await openPool({
        users: [{ username: 'eve', email: 'eve@example.com', mfa: 'email', password: canary }],
        settings: { emailCodeLength: 8 },
      });
      person = await visit({ pool, set: { fetch, clock, fields, storage: 'session' } });
    });

    /** @param except what the step that is shown asks for, in its field alone */
    function nothingIsSeen(except?: string): void {
      const kept = sessionKeys(person.pool.clientId, 'eve');
      search.nothingIsSeen(person, { kept, except: except ? [except] : [] });
    }

    async function goToCode(): Promise<string> {
      await person.signIn('eve', canary);
      await person.sees('Check your e-mail');
      const code = await person.pool.lastCode();
      search.secrets.add(code);
      return code;
    }

    it('are nowhere to be seen through a sign-in that succeeds', async () => {
      await person.type('User name', 'eve');
      await person.type('Password', canary);
      person.button('Show password').click();
      await person.element.updateComplete;
      expect(person.field('Password').type).to.equal('text');
      nothingIsSeen(canary);
      await person.press('Enter');
      await person.sees('Check your e-mail');
      const code = await person.pool.lastCode();
      search.secrets.add(code);
      nothingIsSeen();
      await person.type('Code', code);
      nothingIsSeen(code);
      await person.press('Enter');
      await person.hears('login-success');
      await person.sees('You are signed in');
      nothingIsSeen();
      expect(search.secrets.size, 'two passwords, the code, the session, three tokens').to.equal(7);
      expect(person.element.querySelector('form')).to.equal(null);
      person.button('Sign out').click();
      await person.hears('login-signed-out');
      nothingIsSeen();
    });

    it('are nowhere to be seen after failures, nor the password that was wrong', async () => {
      await person.signIn('eve', wrongCanary);
      await person.hears('login-failure');
      nothingIsSeen(wrongCanary);
      const code = await goToCode();
      await person.enterCode(otherCode(code));
      await person.hears('login-failure', 2);
      search.secrets.add(otherCode(code));
      nothingIsSeen(otherCode(code));
      person.element.startOver();
      await person.element.updateComplete;
      nothingIsSeen();
    });

    it('are nowhere to be seen after the time ran out', async () => {
      const code = await goToCode();
      await person.type('Code', code);
      clock.advance(181_000);
      expect(await person.hears('login-failure')).to.include({ code: 'session-expired' });
      await person.sees('Sign in');
      nothingIsSeen();
    });

    it('are nowhere to be seen after a new code was asked for, with the password typed again', async () => {
      person.element.resend = 'ask';
      await goToCode();
      clock.advance(30_000);
      await person.element.updateComplete;
      person.button('Send a new code').click();
      await person.element.updateComplete;
      await person.type('Password', canary);
      nothingIsSeen(canary);
      await person.press('Enter');
      await person.hears('login-code-sent', 2);
      nothingIsSeen();
      person.button('Back').click();
      await person.sees('Sign in');
      nothingIsSeen();
    });

    it('are nowhere to be seen after the element was removed, nor when it is back', async () => {
      const code = await goToCode();
      await person.type('Code', code);
      person.element.remove();
      await Promise.resolve();
      document.body.append(person.element);
      await person.element.updateComplete;
      nothingIsSeen();
    });

    it('are nowhere to be seen in what a failed refresh rejects with', async () => {
      const { userPoolId, clientId, endpoint } = await openPool({
        users: [{ username: 'eve', password: canary }],
        settings: { accessTokenValidity: 0 },
      });
      Object.assign(person.element, { userPoolId, clientId, endpoint });
      await person.signIn('eve', canary);
      await person.hears('login-success');
      // The element refreshes such tokens by itself; what it asked for is answered first.
      await person.element.getSession();
      network.replace(() => new Response('{}', { status: 500 }));
      search.errors.push(await person.element.getSession().catch((error: unknown) => error));
      expect(search.errors[0]).to.be.instanceOf(Error);
      // The keys of this session are of another client than the one the other places are asked for.
      sessionStorage.clear();
      nothingIsSeen();
    });
  });
}
