import { aTimeout, expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { listenToAccidents } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool, otherCode } from '../support/pool.js';
import { translate } from '../support/translator.js';

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`a page that is being translated, with fields="${fields}"`, () => {
    let clock: FakeClock;
    let person: Person;
    let accidents: readonly string[];
    let observer: MutationObserver;

    beforeEach(async () => {
      accidents = listenToAccidents();
      clock = new FakeClock(Date.now());
      const box = document.createElement('div');
      document.body.append(box);
      // The translator says which language the page is in now: none that the element speaks.
      document.documentElement.lang = 'fi';
      const set = { clock, fields, authFlow: 'password' } as const;
      person = await visit({ pool: await openPool({ users: [ann] }), set, into: box });
      // It goes on translating whatever changes.
      observer = new MutationObserver(() => translate(box));
      for (const root of [box, person.element.shadowRoot!]) observer.observe(root, { childList: true, subtree: true });
      translate(box);
    });

    afterEach(() => {
      observer.disconnect();
      document.documentElement.lang = 'en';
      person.element.parentElement!.remove();
    });

    async function second(): Promise<void> {
      clock.advance(1000);
      await person.element.updateComplete;
    }

    it('has the right texts through a whole sign-in, and no exception', async () => {
      expect(person.form.querySelector('label font font')?.textContent).to.equal('User name');
      await person.press('Tab');
      await person.type('User name', 'ann');
      await person.press('Enter');
      expect(person.hint('Password')).to.equal('Enter your password.');
      await person.signIn('', ann.password);
      expect(person.hint('User name')).to.equal('Enter your user name.');
      expect(person.hint('Password')).to.equal('');

      await person.signIn('ann', 'not it');
      await person.hears('login-failure');
      expect(person.hint('Password')).to.equal('The user name or password is not right.');
      expect(person.hint('User name')).to.equal('');
      await person.type('Password', ann.password);
      await person.press('Enter');
      await person.sees('Check your phone');
      expect(person.intro).to.equal('We sent a code to +********0114.');
      expect(person.hasButton('Continue')).to.equal(true);
      expect(person.has('Password')).to.equal(false);

      await person.press('Enter');
      expect(person.hint('Code')).to.equal('Enter the code.');
      await person.enterCode('none');
      expect(person.hint('Code')).to.equal('Enter all digits of the code, without letters.');
      await person.enterCode(otherCode(await person.pool.lastCode()));
      await person.hears('login-failure', 2);
      expect(person.hint('Code')).to.equal('That code is not right.');
      await person.enterSentCode();
      await person.hears('login-success');
      await person.sees('You are signed in');
      expect(person.intro).to.equal('Signed in as ann.');
      person.button('Sign out').click();
      await person.hears('login-signed-out');
      await person.sees('Sign in');
      expect(person.intro).to.equal('Welcome back.');
      expect(accidents).to.deep.equal([]);
    });

    it('counts down, sends a new code and announces the end', async () => {
      await person.signIn('ann');
      await person.sees('Check your phone');
      const countdown = () => person.form.querySelector('.cml-countdown')?.textContent;
      expect(countdown()).to.equal('New code in 0:30');
      await second();
      expect(countdown()).to.equal('New code in 0:29');
      await second();
      expect(countdown()).to.equal('New code in 0:28');
      clock.advance(28_000);
      await person.element.updateComplete;
      expect(countdown()).to.equal(undefined);
      person.button('Send a new code').click();
      await person.hears('login-code-sent', 2);
      expect(countdown()).to.equal('New code in 0:30');
      expect(person.hasButton('Send a new code')).to.equal(false);
      clock.advance(121_000);
      await person.element.updateComplete;
      expect(person.status).to.equal('59 seconds left for this step.');
      clock.advance(60_000);
      await person.hears('login-failure');
      await person.sees('Sign in');
      expect(person.hint('Password')).to.equal('That took too long. Please sign in again.');
      expect(accidents).to.deep.equal([]);
    });
  });
}

describe('a page in a language that the element speaks', () => {
  const page = document.documentElement;
  afterEach(() => {
    page.lang = 'en';
    page.className = '';
  });

  async function inGerman() {
    page.lang = 'de';
    const person = await visit({ pool: await openPool({ users: [ann] }), set: { authFlow: 'password' } });
    await person.sees('Anmelden');
    const frame = person.element.shadowRoot!.querySelector<HTMLElement>('.frame')!;
    const languages = () => [frame.lang, person.form.lang];
    return { person, languages };
  }

  for (const direction of ['ltr', 'rtl'] as const) {
    it(`keeps its texts while it is translated into one that it does not speak, ${direction}`, async () => {
      const { person, languages } = await inGerman();
      page.lang = direction === 'ltr' ? 'fr' : 'he';
      page.classList.add(`translated-${direction}`);
      await aTimeout(50);
      expect([person.heading, ...languages()]).to.deep.equal(['Anmelden', 'de', 'de']);
      page.lang = 'de';
      page.className = '';
      await aTimeout(50);
      expect([person.heading, ...languages()]).to.deep.equal(['Anmelden', 'de', 'de']);
    });
  }

  it('follows into one that the element speaks, too', async () => {
    const { person, languages } = await inGerman();
    page.lang = 'ar';
    page.classList.add('translated-rtl');
    await person.sees('تسجيل الدخول');
    expect(languages()).to.deep.equal(['ar', 'ar']);
  });

  it('is in English in any other that the page itself is in', async () => {
    const { person, languages } = await inGerman();
    page.lang = 'fr';
    await person.sees('Sign in');
    expect(languages()).to.deep.equal(['en', 'en']);
  });
});
