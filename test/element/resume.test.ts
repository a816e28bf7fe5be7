import { expect } from '@open-wc/testing';
import type { CognitoMfaLogin } from '../../src/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool, otherCode, password, type TestPool } from '../support/pool.js';
import { until } from './until.js';

const keyOf = ({ clientId }: TestPool) => `cognito-mfa-login.${clientId}.attempt`;
const record = (pool: TestPool) => sessionStorage.getItem(keyOf(pool));

const open = (pool: TestPool, set: object = {}) =>
  visit({ pool, set: { authFlow: 'password', resume: 'session', ...set } });

async function goToCode(set: object = {}): Promise<Person> {
  const person = await open(await openPool({ users: [ann] }), set);
  await person.signIn('ann');
  await person.sees('Check your phone');
  return person;
}

/** A reload, for the port: nothing told it that the page goes, so that what it had stored is still there. */
async function reload({ element, pool }: Person, set: object = {}): Promise<Person> {
  const kept = record(pool);
  element.remove();
  await Promise.resolve();
  if (kept) sessionStorage.setItem(keyOf(pool), kept);
  return open(pool, set);
}

describe('resume="session"', () => {
  it('goes on with the code step after a reload of the page, and leaves nothing behind', async () => {
    const pool = await openPool({ users: [ann] });
    const { address } = await import('../support/own-module.js');
    const frame = document.createElement('iframe');
    frame.src = `/test/support/page.html?module=${encodeURIComponent(address)}`;
    const fill = (element: CognitoMfaLogin, values: Record<string, string>) => {
      const form = element.querySelector('form')!;
      for (const [name, value] of Object.entries(values))
        form.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value;
      form.requestSubmit();
    };
    const load = async (start: () => void): Promise<CognitoMfaLogin> => {
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      start();
      await loaded;
      const page = frame.contentDocument!;
      await frame.contentWindow!.customElements.whenDefined('cognito-mfa-login');
      const element = page.createElement('cognito-mfa-login');
      const { endpoint, userPoolId, clientId } = pool;
      const set = { storage: 'memory', authFlow: 'password', resume: 'session' };
      Object.assign(element, { endpoint, userPoolId, clientId, ...set });
      page.body.append(element);
      await element.updateComplete;
      return element;
    };
    const code = (element: CognitoMfaLogin) => element.querySelector('[name=code]');

    const before = await load(() => document.body.append(frame));
    fill(before, { username: 'ann', password });
    await until(() => code(before));
    expect(record(pool)).not.to.equal(null);
    const after = await load(() => frame.contentWindow!.location.reload());
    expect(after).not.to.equal(before);
    await until(() => code(after));
    expect(after.shadowRoot!.textContent).to.contain('Check your phone').and.contain('+********0114');
    expect(await pool.outbox(), 'no second message').to.have.lengthOf(1);
    fill(after, { code: await pool.lastCode() });
    await until(() => after.shadowRoot!.textContent.includes('You are signed in'));
    expect(record(pool)).to.equal(null);
    frame.remove();
  });

  it('keeps no password and no code, stands a wrong code, and tells the page of a step', async () => {
    const before = await goToCode();
    const { pool } = before;
    const code = await pool.lastCode();
    await before.enterCode(otherCode(code));
    await before.hears('login-failure');
    for (const secret of [password, code, otherCode(code)]) expect(record(pool)).not.to.contain(secret);
    const person = await reload(before);
    expect(await person.hears('login-step')).to.deep.equal({ step: 'code', previous: 'sign-in' });
    expect(person.told).to.have.lengthOf(1);
    expect(person.focused, 'nobody acted here').to.equal(document.body);
    await person.enterCode(otherCode(code));
    expect(await person.hears('login-failure')).to.include({ code: 'wrong-code' });
    expect(record(pool)).not.to.equal(null);
    await person.enterCode(code);
    expect(await person.hears('login-success')).to.include({ username: 'ann' });
    expect(record(pool)).to.equal(null);
    expect(await person.messages()).to.equal(1);
  });

  it('asks for the password before it sends a new code, whose step then is the one to go on with', async () => {
    const clock = new FakeClock(Date.now());
    const before = await goToCode({ clock });
    const first = record(before.pool);
    const person = await reload(before, { clock });
    await person.sees('Check your phone');
    clock.advance(30_000);
    await person.element.updateComplete;
    await person.activate('Send a new code');
    await person.type('Password', password);
    await person.press('Enter');
    await person.hears('login-code-sent');
    expect(await person.messages()).to.equal(2);
    expect(record(person.pool)).to.be.a('string').and.not.equal(first);
    await person.enterSentCode();
    await person.hears('login-success');
    expect(record(person.pool)).to.equal(null);
  });

  it('forgets it when the person starts over, and when its time is past', async () => {
    const clock = new FakeClock(Date.now());
    const person = await goToCode({ clock });
    await person.activate('Back');
    expect(record(person.pool)).to.equal(null);
    await person.signIn('ann');
    await person.sees('Check your phone');
    const kept = record(person.pool);
    clock.advance(180_000);
    await person.sees('Sign in');
    expect(record(person.pool)).to.equal(null);
    sessionStorage.setItem(keyOf(person.pool), kept!);
    const next = await reload(person, { clock });
    await until(() => record(person.pool) === null);
    expect(next.heading).to.equal('Sign in');
    expect(next.told).to.deep.equal([]);
  });

  it('writes nothing unless it is asked to', async () => {
    const person = await goToCode({ resume: 'off' });
    const keys = [...Object.keys(sessionStorage), ...Object.keys(localStorage)];
    expect(keys.filter((key) => key.includes(person.pool.clientId))).to.deep.equal([]);
  });
});
