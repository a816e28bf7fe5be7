import { expect } from '@open-wc/testing';
import { CallOutOfTurn } from '../../src/headless.js';
import { ann, eve, password } from '../support/pool.js';
import { failureOf, nameOf, openLogin, reasonOf, until } from './open-login.js';

describe('signOut', () => {
  it('called twice is one', async () => {
    const { pool, login } = await openLogin();
    await login.signIn('bob', password);
    const answers = await Promise.all([login.signOut(), login.signOut()]);
    expect(answers).to.deep.equal([{ global: false }, { global: false }]);
    expect((await pool.log()).filter(({ operation }) => operation === 'RevokeToken')).to.have.lengthOf(1);
  });
});

describe('signIn', () => {
  it('from a script without types refuses what is no text, and takes the next call', async () => {
    const { login } = await openLogin();
    expect(await failureOf(login.signIn(undefined as unknown as string, password))).to.include({
      code: 'username-missing',
    });
    expect((await login.signIn('bob', password)).name).to.equal('signed-in');
  });
});

describe('startOver', () => {
  it('rejects the call under way with AbortError, and no message goes out later', async () => {
    const { pool, login } = await openLogin();
    const call = nameOf(login.signIn('ann', password));
    login.startOver();
    expect(await call).to.equal('AbortError');
    expect(login.state).to.include({ name: 'sign-in', username: 'ann', busy: null });
    expect(await pool.outbox()).to.deep.equal([]);
  });

  it('takes back a code under way', async () => {
    const { pool, login } = await openLogin();
    await login.signIn('ann', password);
    const call = nameOf(login.confirm(await pool.lastCode()));
    login.startOver();
    expect(await call).to.equal('AbortError');
    expect(login.state.name).to.equal('sign-in');
    expect(await login.getSession()).to.equal(null);
  });

  it('leaves the way free at once', async () => {
    const { pool, login } = await openLogin();
    const call = nameOf(login.signIn('ann', password));
    login.startOver();
    expect(await login.signIn('bob', password)).to.include({ name: 'signed-in', username: 'bob' });
    expect(await call).to.equal('AbortError');
    expect(await pool.outbox()).to.deep.equal([]);
  });

  it('from a listener comes before anything is sent', async () => {
    const { pool, login } = await openLogin();
    login.subscribe(({ busy }) => busy && login.startOver());
    expect(await nameOf(login.signIn('ann', password))).to.equal('AbortError');
    await login.getSession();
    expect(login.state.busy).to.equal(null);
    expect(await pool.log()).to.deep.equal([]);
  });
});

describe('a call out of turn', () => {
  it('is refused while another is under way, which goes on', async () => {
    const { pool, login } = await openLogin();
    const first = login.signIn('ann', password);
    expect(await nameOf(login.signIn('ann', password))).to.equal('InvalidStateError');
    expect(await nameOf(login.confirm('123456'))).to.equal('InvalidStateError');
    expect(await nameOf(login.resend())).to.equal('InvalidStateError');
    expect(await first).to.include({ name: 'code' });
    expect(await pool.outbox()).to.have.length(1);
  });

  it('is refused in the wrong step, which stays', async () => {
    const { pool, login } = await openLogin();
    expect(await nameOf(login.confirm('123456'))).to.equal('InvalidStateError');
    expect(await nameOf(login.resend())).to.equal('InvalidStateError');
    await login.signIn('bob', password);
    expect(await nameOf(login.confirm('123456'))).to.equal('InvalidStateError');
    expect(login.state.name).to.equal('signed-in');
    expect(await pool.outbox()).to.deep.equal([]);
  });

  it('says which step it is, and which calls that takes', async () => {
    const { login } = await openLogin();
    const early = await reasonOf(login.confirm('123456'));
    expect(early).to.be.instanceOf(CallOutOfTurn).and.include({ step: 'sign-in', name: 'InvalidStateError' });
    expect(early).to.have.property('message').that.includes('confirm()').and.includes('forgotPassword');
    const step = await login.signIn('ann', password);
    if (step.name !== 'code') throw new Error(`At ${step.name}`);
    // The pool offers one method only.
    const refusal = await reasonOf(step.useAnotherMethod());
    expect(refusal).to.be.instanceOf(CallOutOfTurn);
    expect(refusal).to.deep.include({ step: 'code', calls: ['confirm', 'sendNewCode', 'useAnotherMethod'] });
    expect(login.state.name).to.equal('code');
  });

  it('is one of a step of an earlier sign-in, though the same is asked again', async () => {
    const { pool, login } = await openLogin();
    const step = await login.signIn('ann', password);
    if (step.name !== 'code') throw new Error(`At ${step.name}`);
    login.startOver();
    expect(await nameOf(step.confirm('123456')), 'at the first step').to.equal('InvalidStateError');
    await login.signIn('ann', password);
    const code = await pool.lastCode();
    expect(await nameOf(step.confirm(code))).to.equal('InvalidStateError');
    expect(await login.confirm(code)).to.include({ name: 'signed-in' });
  });

  it('begins anew where it is signIn', async () => {
    const { pool, login } = await openLogin({}, [ann, eve]);
    await login.signIn('ann', password);
    expect(await login.signIn('eve', password)).to.include({ name: 'code', username: 'eve', channel: 'email' });
    expect(await login.confirm(await pool.lastCode())).to.include({ name: 'signed-in', username: 'eve' });
    expect(await pool.outbox()).to.have.length(2);
  });
});

describe('a call from a listener', () => {
  it('answers the step it was told of', async () => {
    const { pool, login } = await openLogin();
    let confirmed: Promise<unknown> | undefined;
    login.subscribe(({ name, error }) => {
      if (name === 'code' && !error && !confirmed) confirmed = login.confirm('12');
    });
    expect(await login.signIn('ann', password)).to.include({ name: 'code' });
    expect((await failureOf(confirmed!)).code).to.equal('code-format');
    expect(await pool.outbox()).to.have.length(1);
  });

  it('waits for its own answer, not for the state it was told of', async () => {
    const { pool, clock, login } = await openLogin();
    await login.signIn('ann', password);
    let again: Promise<unknown> | undefined;
    login.subscribe(({ error }) => {
      if (error?.code === 'session-expired') again ??= login.signIn('bob', password);
    });
    clock.advance(180_000);
    expect(await again).to.include({ name: 'signed-in', username: 'bob' });
    expect(await pool.outbox()).to.have.length(1);
  });

  it('may start over and sign in anew', async () => {
    const { clock, login } = await openLogin();
    await login.signIn('ann', password);
    let again: Promise<unknown> | undefined;
    login.subscribe((state) => {
      if (state.name === 'code' && state.warned) again ??= login.signIn('bob', password);
    });
    clock.advance(120_000);
    expect(await again).to.include({ name: 'signed-in', username: 'bob' });
  });

  it('is told to the other listeners in order', async () => {
    const { clock, login } = await openLogin();
    await login.signIn('ann', password);
    login.subscribe(({ error }) => error?.code === 'session-expired' && login.signIn('bob', password));
    const told: string[] = [];
    login.subscribe(({ name, busy }) => told.push(`${name}${busy ? ', busy' : ''}`));
    clock.advance(180_000);
    await until(login, ({ name }) => name === 'signed-in');
    const steps = told.filter((step, index) => step !== told[index - 1]);
    expect(steps).to.deep.equal(['code', 'sign-in', 'sign-in, busy', 'signed-in']);
  });
});
