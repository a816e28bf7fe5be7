/**
 * One person, two tabs. Another document of the same origin stands for the other tab: what is written through its storage comes to
 * this page as a storage event, as it would from a tab (HTML, "The storage event").
 */
import { expect } from '@open-wc/testing';
import { until } from '../element/until.js';
import { visit, type Person } from '../support/person.js';
import { ann, bob, openPool, type TestPool } from '../support/pool.js';
import { jwt } from '../support/scripted-service.js';

let tab: HTMLIFrameElement;
let pool: TestPool;

beforeEach(async () => {
  tab = document.body.appendChild(document.createElement('iframe'));
  pool = await openPool({ users: [ann, bob, { ...bob, username: 'zoe' }] });
});
afterEach(() => tab.remove());

const thisTab = () => visit({ pool, set: { authFlow: 'password', storage: 'local' } });

/** An element whose storage is the other tab's. */
const otherTab = () => visit({ pool, set: { authFlow: 'password', storage: tab.contentWindow!.localStorage } });

async function signIn(person: Person, username: string): Promise<void> {
  await person.signIn(username);
  await person.hears('login-success');
}

const types = ({ told }: Person) => told.map(({ type }) => type);

describe('in another tab of the same browser', () => {
  it('a sign-in and a sign-out are noticed, without a word of success', async () => {
    const [here, there] = [await thisTab(), await otherTab()];
    await signIn(there, 'bob');
    await here.sees('You are signed in');
    expect(here.intro).to.equal('Signed in as bob.');
    expect(types(here)).to.deep.equal(['login-step']);
    expect(await here.element.getSession()).not.to.equal(null);
    await there.activate('Sign out');
    expect(await here.hears('login-signed-out')).to.deep.equal({ username: 'bob', global: false });
    expect(here.heading).to.equal('Sign in');
    expect(here.field('User name').value, 'somebody else may be next').to.equal('');
    expect(types(here)).to.deep.equal(['login-step', 'login-step', 'login-signed-out']);
    expect(await here.element.getSession()).to.equal(null);
  });

  it('somebody else’s sign-in takes this person’s place', async () => {
    const [here, there] = [await thisTab(), await otherTab()];
    await signIn(here, 'bob');
    await there.sees('Sign in');
    await signIn(there, 'zoe');
    expect(await here.hears('login-signed-out')).to.include({ username: 'bob' });
    await until(() => here.intro === 'Signed in as zoe.');
    const session = await here.element.getSession();
    expect(session!.getAccessToken().decodePayload()).to.include({ username: 'zoe' });
    expect(here.heard('login-success')).to.have.lengthOf(1);
  });

  it('a sign-in disturbs nobody who is in the middle of one', async () => {
    const [here, there] = [await thisTab(), await otherTab()];
    await here.signIn('ann');
    await here.sees('Check your phone');
    await signIn(there, 'bob');
    await here.element.updateComplete;
    expect(here.heading).to.equal('Check your phone');
    await here.enterSentCode();
    await here.hears('login-success');
    expect(here.intro).to.equal('Signed in as ann.');
    expect(localStorage.getItem(`CognitoIdentityServiceProvider.${pool.clientId}.LastAuthUser`)).to.equal('ann');
    expect(await here.messages()).to.equal(1);
  });

  it('everything is cleared, and this person is out', async () => {
    const here = await thisTab();
    await signIn(here, 'bob');
    // The others' keys are of tests that run beside this one, so they are not cleared; the event is that of clear().
    for (const key of Object.keys(localStorage)) if (key.includes(pool.clientId)) localStorage.removeItem(key);
    dispatchEvent(new StorageEvent('storage', { key: null, storageArea: localStorage }));
    await here.hears('login-signed-out');
    expect(here.heading).to.equal('Sign in');
  });

  it('a refresh at the same moment costs nobody the session, with refresh tokens of one use', async () => {
    pool = await openPool({ users: [bob], settings: { refreshTokenRotation: true } });
    const [here, there] = [await thisTab(), await otherTab()];
    await signIn(here, 'bob');
    const key = `CognitoIdentityServiceProvider.${pool.clientId}.bob.accessToken`;
    localStorage.setItem(key, jwt({ from: -7200, until: -3600 }));
    const sessions = await Promise.all([here, there].map(({ element }) => element.getSession()));
    const [one, other] = sessions.map((session) => session?.getAccessToken().getJwtToken());
    expect([one, other]).to.deep.equal(Array(2).fill(localStorage.getItem(key)));
    const given = (await pool.log()).filter(({ operation }) => operation === 'GetTokensFromRefreshToken');
    expect(given).to.have.lengthOf(1);
    expect(here.heard('login-signed-out')).to.deep.equal([]);
  });
});
