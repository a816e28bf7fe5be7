import { expect } from '@open-wc/testing';
import { firstStep } from '../../src/flow/state.js';
import { codeNeeded, refused, signedIn } from '../support/scripted-port.js';
import { openLogin, reachCode, requestCode, settle, submitCredentials } from './open-login.js';

describe('one call at a time', () => {
  it('sends the credentials once, however often they are submitted', async () => {
    const login = openLogin();
    void submitCredentials(login);
    await submitCredentials(login);
    await submitCredentials(login, 'another');
    expect(login.port.log).to.deep.equal([['signIn', { username: 'ann', password: 'Blue-Lagoon-7' }]]);
    expect(login.ports).to.have.length(1);
  });

  it('sends a code once, and none while a new one is under way', async () => {
    const login = openLogin();
    await reachCode(login);
    login.controller.act({ type: 'submit-code', code: '123456' });
    login.controller.act({ type: 'submit-code', code: '123456' });
    await requestCode(login);
    expect(login.port.log.slice(1)).to.deep.equal([['answer', { kind: 'code', code: '123456' }]]);
  });

  it('reports each answer once, in order', async () => {
    const login = openLogin();
    await reachCode(login);
    login.controller.act({ type: 'submit-code', code: '1234' });
    await settle();
    login.port.last.answer(refused('wrong-code'));
    await settle();
    login.controller.act({ type: 'submit-code', code: '123456' });
    await settle();
    login.port.last.answer(signedIn);
    await settle();
    expect(login.told()).to.deep.equal(['step code', 'code-sent', 'failure', 'step signed-in', 'success']);
  });

  it('reports a failure as the port gave it, with its step', async () => {
    const login = openLogin();
    await submitCredentials(login);
    login.port.last.answer(refused('locked'));
    await settle();
    expect(login.reports).to.deep.equal([
      { type: 'failure', error: { code: 'locked', retryable: false }, step: 'sign-in' },
    ]);
  });
});

describe('a late answer', () => {
  for (const outcome of [codeNeeded(), signedIn, refused('timeout')]) {
    it(`is dropped after start-over: ${outcome.kind}`, async () => {
      const login = openLogin();
      await submitCredentials(login);
      login.controller.act({ type: 'start-over' });
      login.port.last.answer(outcome);
      await settle();
      expect(login.controller.state).to.deep.equal(firstStep('ann'));
      expect(login.told()).to.deep.equal([]);
    });

    it(`does not answer the attempt that followed: ${outcome.kind}`, async () => {
      const login = openLogin();
      await submitCredentials(login);
      const { last } = login.port;
      login.controller.act({ type: 'start-over' });
      await submitCredentials(login);
      last.answer(outcome);
      await settle();
      expect(login.controller.state).to.include({ name: 'sign-in', busy: 'authenticate' });
      expect(login.told()).to.deep.equal([]);
    });
  }

  it('is dropped when it is a rejection', async () => {
    const login = openLogin();
    await submitCredentials(login);
    login.controller.act({ type: 'start-over' });
    login.port.last.reject(new DOMException('Aborted', 'AbortError'));
    await settle();
    expect(login.told()).to.deep.equal([]);
  });

  it('never comes to be asked for, where start-over was quicker than the port', async () => {
    const login = openLogin();
    void submitCredentials(login);
    login.controller.act({ type: 'start-over' });
    await settle();
    expect(login.ports.flatMap(({ calls }) => calls)).to.deep.equal([]);
  });
});

describe('start-over', () => {
  it('aborts the call under way and drops the attempt', async () => {
    const login = openLogin();
    await reachCode(login);
    login.controller.act({ type: 'submit-code', code: '123456' });
    await settle();
    const { signal } = login.port.last;
    expect(signal.aborted).to.equal(false);
    login.controller.act({ type: 'start-over' });
    expect(signal.aborted).to.equal(true);
    expect(login.port.abandoned).to.equal(1);
    expect(login.told()).to.deep.equal(['step code', 'code-sent', 'step sign-in']);
  });

  it('leaves alone a call that was answered', async () => {
    const login = openLogin();
    await reachCode(login);
    const { signal } = login.port.last;
    login.controller.act({ type: 'start-over' });
    expect(signal.aborted).to.equal(false);
  });
});

describe('a page that answers a report with an act of its own', () => {
  it('has it done after everything that belongs to the report', async () => {
    const told: string[] = [];
    const login = openLogin({
      report: ({ type }) => {
        told.push(type);
        if (type === 'step') login.controller.act({ type: 'start-over' });
        told.push(`end of ${type}`);
      },
    });
    await reachCode(login);
    const step = ['step', 'end of step'];
    expect(told.slice(0, 4)).to.deep.equal([...step, 'code-sent', 'end of code-sent']);
    expect(login.controller.state.name).to.equal('sign-in');
    expect(login.clock.pending).to.equal(0);
  });

  it('can take back a submission before anything is sent', async () => {
    const login = openLogin({
      painted: () => {
        login.controller.act({ type: 'start-over' });
        return Promise.resolve();
      },
    });
    await submitCredentials(login);
    expect(login.ports.flatMap(({ calls }) => calls)).to.deep.equal([]);
    expect(login.controller.state.busy).to.equal(null);
  });
});
