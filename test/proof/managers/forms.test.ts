/** What is quick of `npm run test:managers`: the five ways at the first step and at the code. */
import { expect } from '@open-wc/testing';
import { visit, type Person } from '../../support/person.js';
import { ann, bob, openPool } from '../../support/pool.js';
import { detectors, openRoots, type Found } from './detectors.js';

const arrive = async (set = {}): Promise<Person> =>
  visit({ pool: await openPool({ users: [ann, bob] }), set: { authFlow: 'password', ...set } });

/** Compared here: of two forms the assertion would describe the difference for minutes. */
function expectOneForm({ username, secret }: Found, { form }: Person): void {
  expect(username?.form === form, 'the user name in it').to.equal(true);
  expect(secret?.form === form, 'the secret in it').to.equal(true);
}

for (const [name, detect] of Object.entries(detectors)) {
  describe(`${name} finds`, () => {
    it('user name and password in one form', async () => {
      const person = await arrive();
      expectOneForm(detect('current-password'), person);
      expect(detect('one-time-code').secret).to.equal(undefined);
    });

    it('user name and code in one form, and no password any more', async () => {
      const person = await arrive();
      await person.signIn('ann');
      await person.hears('login-code-sent');
      const found = detect('one-time-code');
      expectOneForm(found, person);
      expect(found.username!.value).to.equal('ann');
      expect(detect('current-password').secret).to.equal(undefined);
      expect(await person.messages()).to.equal(1);
    });
  });
}

describe('the form for password managers', () => {
  it('is another at the code, or the password would not be taken for sent', async () => {
    const person = await arrive();
    const { form } = person;
    await person.signIn('ann');
    await person.hears('login-code-sent');
    expect(form.isConnected).to.equal(false);
    expect(document.forms).to.have.lengthOf(1);
    expect(person.form.method).to.equal('post');
    expect(await person.messages()).to.equal(1);
  });

  for (const fields of ['slotted', 'shadow']) {
    it(`is gone after success, with every password in it, with fields="${fields}"`, async () => {
      const person = await arrive({ fields });
      const { form } = person;
      await person.signIn('bob');
      await person.hears('login-success');
      const left = [...openRoots(document.body)].filter((element) => element.matches('form, input'));
      expect(left).to.be.empty;
      expect(form.isConnected).to.equal(false);
      expect(form.querySelector('input')).to.equal(null);
      expect(await person.messages()).to.equal(0);
    });

    it(`takes values that were filled in without any event, with fields="${fields}"`, async () => {
      const person = await arrive({ fields });
      person.field('User name').value = 'bob';
      person.field('Password').value = bob.password;
      person.button('Sign in').click();
      expect(await person.hears('login-success')).to.include({ username: 'bob' });
      expect(await person.messages()).to.equal(0);
    });
  }

  it('holds the user name beside the password that is asked for again', async () => {
    const { FakeClock } = await import('../../support/fake-clock.js');
    const clock = new FakeClock();
    const person = await arrive({ resend: 'ask', clock });
    await person.signIn('ann');
    await person.hears('login-code-sent');
    clock.advance(30_000);
    await person.element.updateComplete;
    await person.activate('Send a new code');
    await person.element.updateComplete;
    const detect = detectors['a plain query, then the field’s form']!;
    expectOneForm(detect('current-password'), person);
    expect(detect('current-password').username!.value).to.equal('ann');
    expect(await person.messages()).to.equal(1);
  });
});
