import { expect } from '@open-wc/testing';
import { CognitoMfaLogin } from '../../src/element.js';
import { Network, storedFor } from '../support/faults.js';
import { Person, visit } from '../support/person.js';
import { ann, openPool, type TestPool } from '../support/pool.js';

let count = 0;
const made: Element[] = [];

afterEach(() => {
  for (const element of made.splice(0)) element.remove();
});

/** A tag that is not defined yet, as the element is while its module is loading. */
function undefinedTag() {
  const name = `late-login-${++count}`;
  const element = document.createElement(name) as CognitoMfaLogin;
  made.push(element);
  return { name, element, define: () => customElements.define(name, class extends CognitoMfaLogin {}) };
}

async function signsIn(person: Person): Promise<void> {
  await person.element.updateComplete;
  await person.signIn('ann');
  await person.sees('Check your phone');
  await person.enterSentCode();
  await person.hears('login-success');
  expect(await person.messages()).to.equal(1);
}

describe('an element that is on the page before its module', () => {
  let pool: TestPool;

  beforeEach(async () => {
    pool = await openPool({ users: [ann] });
  });

  it('takes the properties set before', async () => {
    const { element, define } = undefinedTag();
    const network = new Network();
    const items = new Map<string, string>();
    const storage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
    const { userPoolId, clientId, endpoint } = pool;
    const messages = { signIn: { heading: 'Members only' } };
    Object.assign(element, {
      userPoolId,
      clientId,
      endpoint,
      storage,
      messages,
      fetch: network.fetch,
      username: 'ann',
    });
    Object.assign(element, { authFlow: 'password', fields: 'shadow', theme: 'dark' });
    const person = new Person(element, pool);
    document.body.append(element);
    define();
    await element.updateComplete;
    expect(person.heading).to.equal('Members only');
    expect(person.field('User name').value).to.equal('ann');
    expect(element.getAttribute('theme')).to.equal('dark');
    expect(element.querySelector('form'), 'a form in the light DOM').to.equal(null);
    await signsIn(person);
    expect(network.asked('InitiateAuth')).to.equal(1);
    expect(items.size).to.equal(5);
    expect(Object.keys(element)).not.to.include('userPoolId');
  });

  it('takes the attributes of its markup', async () => {
    const { name, define } = undefinedTag();
    const box = document.createElement('div');
    box.innerHTML = `<${name} user-pool-id="${pool.userPoolId}" client-id="${pool.clientId}" endpoint="${pool.endpoint}"
      auth-flow="password" storage="session" username="ann" resend="off" lang="en" theme="light"></${name}>`;
    made.push(box);
    document.body.append(box);
    define();
    const person = new Person(box.firstElementChild as CognitoMfaLogin, pool);
    await person.element.updateComplete;
    expect(person.field('User name').value).to.equal('ann');
    await signsIn(person);
    expect(Object.keys(storedFor(pool.clientId))).to.have.length(5);
  });

  it('lets a property set before outweigh the attribute', async () => {
    const { element, define } = undefinedTag();
    const { userPoolId, clientId, endpoint } = pool;
    element.setAttribute('client-id', 'nobody');
    element.setAttribute('username', 'eve');
    Object.assign(element, { userPoolId, clientId, endpoint, storage: 'memory', username: 'ann' });
    const person = new Person(element, pool);
    document.body.append(element);
    define();
    await element.updateComplete;
    expect(person.field('User name').value).to.equal('ann');
    await signsIn(person);
  });
});

describe('an element that is connected before it is configured', () => {
  it('takes attributes set after that in the same task, as Angular does', async () => {
    const pool = await openPool({ users: [ann] });
    const element = document.createElement('cognito-mfa-login');
    made.push(element);
    document.body.append(element);
    element.setAttribute('user-pool-id', pool.userPoolId);
    element.setAttribute('client-id', pool.clientId);
    element.setAttribute('endpoint', pool.endpoint);
    element.setAttribute('auth-flow', 'password');
    element.setAttribute('storage', 'memory');
    await signsIn(new Person(element, pool));
  });

  it('takes properties set long after, for the next sign-in', async () => {
    const pool = await openPool({ users: [ann] });
    const person = await visit({ pool, set: { userPoolId: '', clientId: '' } });
    Object.assign(person.element, { userPoolId: pool.userPoolId, clientId: pool.clientId });
    await signsIn(person);
  });
});
