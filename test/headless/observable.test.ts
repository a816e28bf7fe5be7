import { expect } from '@open-wc/testing';
import type { LoginState } from '../../src/headless.js';
import { password, wrongPassword } from '../support/pool.js';
import { failureOf, openLogin } from './open-login.js';

const show = ({ name, busy, error }: LoginState) => [name, busy && 'busy', error?.code].filter(Boolean).join(' ');

describe('subscribe', () => {
  it('tells the state now, and each that follows once', async () => {
    const { pool, login } = await openLogin();
    const told: string[] = [];
    login.subscribe((state) => told.push(show(state)));
    await failureOf(login.signIn('ann', wrongPassword));
    await login.signIn('ann', password);
    await login.confirm(await pool.lastCode());
    const refused = ['sign-in busy', 'sign-in invalid-credentials'];
    expect(told).to.deep.equal(['sign-in', ...refused, 'sign-in busy', 'code', 'code busy', 'signed-in']);
  });

  for (const way of ['function', 'method'] as const) {
    it(`ends with its answer as a ${way}`, async () => {
      const { login } = await openLogin();
      let calls = 0;
      const subscription = login.subscribe(() => calls++);
      if (way === 'function') subscription();
      else subscription.unsubscribe();
      await login.signIn('bob', password);
      expect(calls).to.equal(1);
    });
  }

  it('takes one listener twice, and lets go of it once', async () => {
    const { login } = await openLogin();
    let calls = 0;
    const listener = () => calls++;
    login.subscribe(listener);
    const stop = login.subscribe(listener);
    stop();
    login.startOver();
    expect(calls).to.equal(3);
  });

  it('tells nobody who left while others were told', async () => {
    const { login } = await openLogin();
    let calls = 0;
    let stop: () => void = () => undefined;
    login.subscribe(() => stop());
    stop = login.subscribe(() => calls++);
    login.startOver();
    expect(calls).to.equal(1);
  });

  it('takes an observer without next', async () => {
    const { login } = await openLogin();
    login.subscribe({});
    expect(await login.signIn('bob', password)).to.include({ name: 'signed-in' });
  });

  it('does not let a listener that throws stop the sign-in', async () => {
    const { login } = await openLogin();
    const thrown: unknown[] = [];
    // The runner's own handler would fail the test; the exception is meant to arrive at one.
    const hear = (event: ErrorEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      thrown.push(event.error);
    };
    window.addEventListener('error', hear, { capture: true });
    const mocha = window.onerror;
    window.onerror = null;
    const fault = new Error('a listener of the page');
    login.subscribe(({ busy }) => {
      if (busy) throw fault;
    });
    const done = await login.signIn('bob', password);
    window.onerror = mocha;
    window.removeEventListener('error', hear, { capture: true });
    expect(done).to.include({ name: 'signed-in' });
    expect(thrown).to.deep.equal([fault]);
  });
});
