import { aTimeout, expect } from '@open-wc/testing';
import type { CognitoMfaLogin } from '../../src/index.js';
import { Person, visit } from '../support/person.js';
import { ann, openPool, type TestPool } from '../support/pool.js';

/** What pages and frameworks do to the children of an element they take for empty. */
const clearings: Record<string, (element: HTMLElement) => void> = {
  'innerHTML = ""': (element) => (element.innerHTML = ''),
  'textContent = ""': (element) => (element.textContent = ''),
  'replaceChildren with children of its own': (element) => {
    const logo = document.createElement('b');
    logo.slot = 'before';
    element.replaceChildren(logo);
  },
};

describe('an element whose children the page takes away', () => {
  let pool: TestPool;
  let person: Person;

  beforeEach(async () => {
    pool = await openPool({ users: [ann] });
    person = await visit({ pool, set: { authFlow: 'password' } });
  });

  async function isBack(): Promise<void> {
    await aTimeout(50);
    await person.element.updateComplete;
    expect(person.element.querySelectorAll('form')).to.have.length(1);
  }

  for (const [name, clear] of Object.entries(clearings)) {
    it(`has its form back after ${name}, at both steps and with what was typed`, async () => {
      await person.type('User name', 'an');
      clear(person.element);
      await isBack();
      expect(person.field('User name').value).to.equal('an');
      await person.signIn('ann');
      await person.sees('Check your phone');
      await person.type('Code', '12');
      clear(person.element);
      await isBack();
      expect(person.field('Code').value).to.equal('12');
      await person.enterSentCode();
      await person.hears('login-success');
      expect(person.element.querySelector('form')).to.equal(null);
      expect(await person.messages()).to.equal(1);
    });
  }

  it('has its form back when it is cleared between removal and return', async () => {
    person.element.remove();
    person.element.innerHTML = '';
    document.body.append(person.element);
    await isBack();
    await person.signIn('ann');
    await person.sees('Check your phone');
  });
});

describe('a deep copy of an element', () => {
  let pool: TestPool;
  let original: Person;

  beforeEach(async () => {
    pool = await openPool({ users: [ann] });
    original = await visit({ pool, set: { authFlow: 'password' } });
  });

  function copyOf(source: CognitoMfaLogin): Person {
    const copy = source.cloneNode(true) as CognitoMfaLogin;
    const { userPoolId, clientId, endpoint } = pool;
    Object.assign(copy, { userPoolId, clientId, endpoint, authFlow: 'password', storage: 'memory' });
    return new Person(copy, pool);
  }

  it('has one form, of its own and empty, and signs in by itself', async () => {
    await original.type('User name', 'ann');
    await original.type('Password', ann.password);
    const copy = copyOf(original.element);
    original.element.after(copy.element);
    await copy.element.updateComplete;
    expect(copy.element.querySelectorAll('form')).to.have.length(1);
    expect(copy.field('Password').value).to.equal('');
    expect(copy.field('Password').id).not.to.equal(original.field('Password').id);
    await copy.signIn('ann');
    await copy.sees('Check your phone');
    expect(original.heading).to.equal('Sign in');
    await copy.enterSentCode();
    await copy.hears('login-success');
    expect(original.told).to.be.empty;
    copy.element.remove();
  });

  it('made in the code step begins at the first step', async () => {
    await original.signIn('ann');
    await original.sees('Check your phone');
    const copy = copyOf(original.element);
    original.element.replaceWith(copy.element);
    await copy.element.updateComplete;
    expect(copy.heading).to.equal('Sign in');
    expect(copy.element.querySelectorAll('form')).to.have.length(1);
    expect(copy.has('Code')).to.equal(false);
    copy.element.remove();
  });
});
