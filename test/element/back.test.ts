import { aTimeout, expect } from '@open-wc/testing';
import { visit, type Person } from '../support/person.js';
import { ann, eve, openPool } from '../support/pool.js';
import { holdFetch } from './held-fetch.js';

async function atCodeStep(set: Parameters<typeof visit>[0] & object = {}): Promise<Person> {
  const pool = await openPool({ users: [ann, eve] });
  const person = await visit({ pool, ...set, set: { authFlow: 'password', ...set.set } });
  await person.signIn('ann');
  await person.hears('login-code-sent');
  return person;
}

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`"Back" with fields="${fields}"`, () => {
    it('leads to the first step with the name kept and the password not', async () => {
      const person = await atCodeStep({ set: { fields } });
      await person.activate('Back');
      await person.sees('Sign in');
      expect(person.field('User name').value).to.equal('ann');
      expect(person.field('Password').value).to.equal('');
      expect(person.hint('Password')).to.equal('');
      expect(person.focused).to.equal(person.field('Password'));
      expect(person.heard('login-step').at(-1)).to.deep.equal({ step: 'sign-in', previous: 'code' });
      expect(person.heard('login-failure')).to.be.empty;
      expect(await person.messages()).to.equal(1);
    });

    it('lets the person begin again, under another name too', async () => {
      const person = await atCodeStep({ set: { fields } });
      await person.activate('Back');
      await person.sees('Sign in');
      await person.signIn('eve');
      await person.sees('Check your e-mail');
      await person.enterSentCode();
      expect(await person.hears('login-success')).to.include({ username: 'eve' });
      expect(await person.messages()).to.equal(2);
    });

    it('begins with an empty code when the person comes to that step again', async () => {
      const person = await atCodeStep({ set: { fields } });
      await person.type('Code', '123');
      await person.activate('Back');
      await person.sees('Sign in');
      await person.type('Password', ann.password);
      await person.press('Enter');
      await person.sees('Check your phone');
      expect(person.field('Code').value).to.equal('');
      expect(await person.messages()).to.equal(2);
    });
  });
}

describe('"Back" while a code is checked', () => {
  it('takes it back: the answer changes nothing any more', async () => {
    const held = holdFetch();
    const person = await atCodeStep({ set: { fetch: held.fetch } });
    held.hold();
    await person.enterSentCode();
    await aTimeout(150); // until the request is on its way
    await person.activate('Back');
    await person.sees('Sign in');
    held.release();
    await aTimeout(150);
    expect(person.heading).to.equal('Sign in');
    expect(person.heard('login-success')).to.be.empty;
    expect(person.heard('login-failure')).to.be.empty;
    expect(await person.element.getSession()).to.equal(null);
    expect(await person.messages()).to.equal(1);
  });
});
