/** An app that comes from Amplify, or keeps it beside the element: both find the session where the other left it. */
import { expect } from '@open-wc/testing';
import { Amplify } from 'aws-amplify';
import { fetchAuthSession, getCurrentUser, signIn, signOut } from 'aws-amplify/auth';
import { visit } from '../support/person.js';
import { bob, openPool, password } from '../support/pool.js';

async function openBoth() {
  const pool = await openPool({ users: [bob] });
  const { userPoolId, clientId, endpoint } = pool;
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint: endpoint } } });
  return { pool, open: () => visit({ pool, set: { storage: 'local', authFlow: 'password' } }) };
}

describe('an app that uses Amplify 6', () => {
  afterEach(() => signOut());

  it('need not have anybody sign in again: the element takes up the session', async () => {
    const { open } = await openBoth();
    await signIn({ username: 'bob', password, options: { authFlowType: 'USER_PASSWORD_AUTH' } });
    const person = await open();
    await person.sees('You are signed in');
    const [own, theirs] = [await person.element.getSession(), await fetchAuthSession()];
    expect(own!.getAccessToken().getJwtToken()).to.equal(theirs.tokens!.accessToken.toString());
    await person.activate('Sign out');
    await person.hears('login-signed-out');
    expect((await fetchAuthSession()).tokens).to.equal(undefined);
  });

  it('finds who signed in by the element', async () => {
    const { open } = await openBoth();
    const person = await open();
    await person.signIn('bob');
    await person.hears('login-success');
    expect(await getCurrentUser()).to.include({ username: 'bob' });
    await signOut();
    expect(await person.element.getSession()).to.equal(null);
  });
});
