import { aTimeout, expect } from '@open-wc/testing';
import { visit } from '../support/person.js';
import { ann, bob, openPool } from '../support/pool.js';
import { holdFetch } from './held-fetch.js';
import { until } from './until.js';

const arrive = async (set: object = {}) =>
  visit({ pool: await openPool({ users: [ann, bob] }), set: { authFlow: 'password', ...set } });

for (const fields of ['slotted', 'shadow'] as const) {
  describe(`focus() with fields="${fields}"`, () => {
    it('leads to the field that the person goes on with, at every step', async () => {
      const person = await arrive({ fields });
      expect(person.focused).to.equal(document.body);
      person.element.focus();
      expect(person.focused).to.equal(person.field('User name'));
      await person.signIn('ann');
      await person.hears('login-code-sent');
      person.field('Code').blur();
      person.element.focus();
      expect(person.focused).to.equal(person.field('Code'));
      await person.enterSentCode();
      await person.hears('login-success');
      person.element.focus();
      expect(person.element.shadowRoot!.activeElement?.querySelector('h2')?.textContent).to.equal('You are signed in');
      expect(await person.messages()).to.equal(1);
    });

    it('is kept until there is something to lead to', async () => {
      const outer = document.body.appendChild(document.createElement('button'));
      outer.focus();
      const element = document.createElement('cognito-mfa-login');
      Object.assign(element, { fields, userPoolId: 'eu-west-1_Ab12Cd34E', clientId: 'client' });
      document.body.append(element);
      element.focus();
      await element.updateComplete;
      await until(() => document.activeElement !== outer);
      const active = element.shadowRoot!.activeElement ?? document.activeElement;
      expect((active as HTMLInputElement).name).to.equal('username');
      element.remove();
      outer.remove();
    });

    it('is not kept for whoever has moved on, nor for an element that is nowhere', async () => {
      const outer = document.body.appendChild(document.createElement('input'));
      const make = () =>
        Object.assign(document.createElement('cognito-mfa-login'), { fields, userPoolId: 'eu-west-1_Ab12Cd34E' });
      const nowhere = make();
      nowhere.focus();
      document.body.append(nowhere);
      await nowhere.updateComplete;
      await aTimeout(0);
      expect(document.activeElement).to.equal(document.body);
      const late = document.body.appendChild(make());
      late.focus();
      outer.focus();
      await late.updateComplete;
      await aTimeout(0);
      expect(document.activeElement).to.equal(outer);
      for (const each of [nowhere, late, outer]) each.remove();
    });

    it('leads to the password when the page named the user', async () => {
      const person = await arrive({ fields, username: 'ann' });
      expect(person.field('User name').value).to.equal('ann');
      person.element.focus();
      expect(person.focused).to.equal(person.field('Password'));
    });
  });
}

describe('a setting that takes away what had the focus', () => {
  for (const fields of ['slotted', 'shadow'] as const) {
    it(`leaves it with what is asked for then, with fields="${fields}"`, async () => {
      const person = await arrive({ fields });
      await person.type('Password', 'typed');
      person.element.authFlow = 'choice';
      await person.element.updateComplete;
      expect(person.focused).to.equal(person.field('User name'));
    });
  }
});

describe('startOver()', () => {
  for (const fields of ['slotted', 'shadow'] as const) {
    it(`at the first step takes the focus along to the new form, with fields="${fields}"`, async () => {
      const person = await arrive({ fields });
      await person.type('User name', 'ann');
      for (const prepare of [() => {}, () => person.press('Enter')]) {
        await person.type('Password', '');
        await prepare();
        const { form } = person;
        person.element.startOver();
        await person.element.updateComplete;
        expect(person.form).not.to.equal(form);
        expect(person.focused).to.equal(person.field('Password'));
      }
      expect(await person.messages()).to.equal(0);
    });
  }

  it('leaves the focus where the page puts it next', async () => {
    const outer = document.body.appendChild(document.createElement('input'));
    const person = await arrive();
    await person.type('User name', 'ann');
    person.element.startOver();
    outer.focus();
    await person.element.updateComplete;
    expect(person.focused).to.equal(outer);
    outer.remove();
  });

  it('leads back from the code with the name kept', async () => {
    const person = await arrive();
    await person.signIn('ann');
    await person.hears('login-code-sent');
    person.element.startOver();
    await person.sees('Sign in');
    expect(person.field('User name').value).to.equal('ann');
    expect(person.field('Password').value).to.equal('');
    expect(await person.messages()).to.equal(1);
  });

  it('drops what is under way', async () => {
    const held = holdFetch();
    const person = await arrive({ fetch: held.fetch });
    held.hold();
    await person.signIn('bob');
    await until(() => held.bodies.length === 1);
    person.element.startOver();
    held.release();
    await aTimeout(150);
    expect(person.heading).to.equal('Sign in');
    expect(person.told).to.be.empty;
    expect(person.form.ariaBusy ?? person.form.getAttribute('aria-busy')).to.equal('false');
    expect(await person.messages()).to.equal(0);
  });

  it('keeps a name that was typed and not sent yet', async () => {
    const person = await arrive();
    await person.type('User name', 'ann');
    person.element.startOver();
    await person.element.updateComplete;
    expect(person.field('User name').value).to.equal('ann');
    expect(await person.messages()).to.equal(0);
  });
});

describe('getSession()', () => {
  it('gives null while nobody is signed in', async () => {
    const person = await arrive();
    expect(await person.element.getSession()).to.equal(null);
  });

  it('gives the session of whoever signed in, and of an earlier visit', async () => {
    const person = await arrive({ storage: 'local' });
    await person.signIn('bob');
    await person.hears('login-success');
    const token = (await person.element.getSession())!.getAccessToken().getJwtToken();
    person.element.remove();
    const later = await visit({ pool: person.pool, set: { storage: 'local' } });
    expect((await later.element.getSession())?.getAccessToken().getJwtToken()).to.equal(token);
    expect(await person.messages()).to.equal(0);
  });
});
