import { expect } from '@open-wc/testing';
import type { LoginSuccessDetail } from '../../src/index.js';
import { visit as visitPool } from '../support/person.js';
import { bob as user, openPool } from '../support/pool.js';

const visit = async () =>
  visitPool({ pool: await openPool({ users: [user, { ...user, username: 'zoe', email: 'zoe@example.com' }] }) });

describe('the way to the pool', () => {
  it('stays the same while the options do, so that storage="memory" remembers', async () => {
    const person = await visit();
    await person.signIn('bob');
    await person.hears('login-success');
    person.element.startOver();
    await person.sees('Sign in');
    expect(await person.element.getSession()).not.to.equal(null);
  });

  it('never leads from one person’s success to another’s tokens', async () => {
    const person = await visit();
    await person.signIn('bob');
    const bob = (await person.hears('login-success')) as unknown as LoginSuccessDetail;
    person.element.startOver();
    await person.sees('Sign in');
    expect(await bob.getSession(), 'while nobody else has signed in').not.to.equal(null);
    await person.signIn('zoe');
    const zoe = (await person.hears('login-success', 2)) as unknown as LoginSuccessDetail;
    expect((await zoe.getSession())?.getIdToken().decodePayload()['cognito:username']).to.equal('zoe');
    expect(await bob.getSession()).to.equal(null);
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
