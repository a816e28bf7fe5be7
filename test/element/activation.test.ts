import { expect } from '@open-wc/testing';
import { visit } from '../support/person.js';
import { bob, openPool } from '../support/pool.js';
import { until } from './until.js';

/** test:life has a browser prerender a page; here the page says of itself that it is one. */
describe('a page that was prerendered', () => {
  afterEach(() => void Reflect.deleteProperty(document, 'prerendering'));

  it('takes up nothing of an earlier visit before somebody is there', async () => {
    const pool = await openPool({ users: [bob] });
    const set = { authFlow: 'password', storage: 'local' } as const;
    const earlier = await visit({ pool, set });
    await earlier.signIn('bob');
    await earlier.hears('login-success');
    earlier.element.remove();

    Object.defineProperty(document, 'prerendering', { value: true, configurable: true });
    const person = await visit({ pool, set });
    await new Promise((resolve) => setTimeout(resolve, 300)); // longer than it waits for a paint
    expect([person.heading, person.told]).to.deep.equal(['Sign in', []]);
    Reflect.deleteProperty(document, 'prerendering');
    document.dispatchEvent(new Event('prerenderingchange'));
    await until(() => person.heading === 'You are signed in');
    expect(person.told.map(({ type }) => type)).to.deep.equal(['login-step']);
  });
});
