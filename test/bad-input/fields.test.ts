import { expect } from '@open-wc/testing';
import { Network } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

describe('empty fields', () => {
  let network: Network;
  let person: Person;

  beforeEach(async () => {
    network = new Network();
    const { fetch } = network;
    person = await visit({ pool: await openPool({ users: [ann] }), set: { fetch, authFlow: 'password' } });
  });

  it('are told one by one, by the field, without a request', async () => {
    expect(person.button('Sign in').disabled).to.equal(false);
    person.field('User name').focus();
    await person.press('Enter');
    expect(person.hint('User name')).to.equal('Enter your user name.');
    expect(person.status).to.equal('Enter your user name.');
    expect(person.field('User name').getAttribute('aria-invalid')).to.equal('true');
    expect(person.focused).to.equal(person.field('User name'));
    await person.type('User name', 'ann');
    await person.press('Enter');
    expect(person.hint('User name')).to.equal('');
    expect(person.hint('Password')).to.equal('Enter your password.');
    expect(person.focused).to.equal(person.field('Password'));
    expect(person.field('User name').value).to.equal('ann');
    expect(network.requests).to.be.empty;
    expect(person.told).to.be.empty;
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.sees('Check your phone');
  });

  it('do not lose the password when the user name is missing or blank', async () => {
    await person.type('User name', '   ');
    await person.type('Password', ann.password);
    await person.press('Enter');
    expect(person.hint('User name')).to.equal('Enter your user name.');
    expect(person.field('Password').value).to.equal(ann.password);
    await person.type('User name', 'ann');
    await person.press('Enter');
    await person.sees('Check your phone');
  });

  it('are told again when they are submitted empty again', async () => {
    person.field('User name').focus();
    await person.press('Enter');
    await person.press('Enter');
    expect(person.hint('User name')).to.equal('Enter your user name.');
    expect(person.focused).to.equal(person.field('User name'));
  });

  it('take what autofill put in without an event', async () => {
    person.field('User name').value = 'ann';
    person.field('Password').value = ann.password;
    person.field('Password').focus();
    await person.press('Enter');
    await person.sees('Check your phone');
  });

  it('of the code step are told by the field, and the session stays', async () => {
    await person.signIn('ann');
    await person.sees('Check your phone');
    await person.press('Enter');
    expect(person.hint('Code')).to.equal('Enter the code.');
    expect(person.focused).to.equal(person.field('Code'));
    expect(network.asked('RespondToAuthChallenge')).to.equal(0);
    await person.enterSentCode();
    await person.hears('login-success');
  });
});

describe('a user name', () => {
  for (const typed of ['  ann', 'ann  ', '\tann\n', '\u00a0ann\u3000']) {
    it(`is sent without the blanks around it: ${JSON.stringify(typed)}`, async () => {
      const person = await visit({ pool: await openPool({ users: [ann] }), set: { authFlow: 'password' } });
      person.paste('User name', typed);
      await person.type('Password', ann.password);
      await person.press('Enter');
      await person.sees('Check your phone');
      await person.enterSentCode();
      expect(await person.hears('login-success')).to.include({ username: 'ann' });
    });
  }

  for (const username of ['o’brien@example.com', 'Łukasz', '山田太郎', 'أحمد', '<b>bold</b>', "' or 1=1 --", '👩‍🚀']) {
    it(`is taken as it is in any script: ${username}`, async () => {
      const pool = await openPool({ users: [{ ...ann, username }] });
      const person = await visit({ pool, set: { authFlow: 'password' } });
      await person.signIn(username);
      await person.sees('Check your phone');
      expect(person.form.querySelector('bdi')?.textContent).to.equal(username);
      expect(person.form.querySelector('bdi *')).to.equal(null);
      await person.enterSentCode();
      expect(await person.hears('login-success')).to.include({ username });
      expect(person.intro).to.equal(`Signed in as ${username}.`);
    });
  }
});
