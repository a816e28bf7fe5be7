import { expect } from '@open-wc/testing';
import { visit } from '../support/person.js';

describe('the way to the pool', () => {
  it('stays the same while the options do, so that storage="memory" remembers', async () => {
    const person = await visit();
    await person.signIn('bob');
    await person.hears('login-success');
    person.element.startOver();
    await person.sees('Sign in');
    expect(await person.element.getSession()).not.to.equal(null);
  });

  it('is another when the options are', async () => {
    const person = await visit();
    await person.signIn('bob');
    await person.hears('login-success');
    person.element.startOver();
    person.element.storage = 'session';
    expect(await person.element.getSession()).to.equal(null);
  });
});
