import { expect } from '@open-wc/testing';
import { firstStep } from '../../src/flow/state.js';
import { codeNeeded, refused, ScriptedPort, signedIn } from '../support/scripted-port.js';
import { openLogin, reachCode, settle, submitCredentials } from './open-login.js';

describe('a disconnect that lasts', () => {
  it('aborts what is under way, and an answer that comes all the same is dropped', async () => {
    const login = openLogin();
    await submitCredentials(login);
    login.controller.hostDisconnected();
    await settle();
    expect(login.port.last.signal.aborted).to.equal(true);
    login.port.last.answer(signedIn);
    await settle();
    expect(login.controller.state).to.include({ name: 'sign-in', busy: null });
    expect(login.told()).to.deep.equal([]);
  });

  it('ends the attempt without a report', async () => {
    const login = openLogin();
    await reachCode(login);
    const before = login.told().length;
    login.controller.hostDisconnected();
    await settle();
    login.clock.advance(600_000);
    expect(login.controller.state).to.deep.include({ name: 'sign-in', username: 'ann' });
    expect(login.told().slice(before)).to.deep.equal([]);
    expect(login.port.abandoned).to.equal(1);
  });

  it('holds no timer and no listener', async () => {
    const login = openLogin();
    await reachCode(login);
    expect(login.clock.pending).to.equal(1);
    login.controller.hostDisconnected();
    await settle();
    const updates = login.updates();
    for (const type of ['pagehide', 'pageshow', 'visibilitychange']) window.dispatchEvent(new Event(type));
    expect(login.clock.pending).to.equal(0);
    expect(login.updates()).to.equal(updates);
  });

  it('keeps a signed-in person signed in', async () => {
    const login = openLogin();
    await submitCredentials(login);
    login.port.last.answer(signedIn);
    await settle();
    login.controller.hostDisconnected();
    await settle();
    expect(login.controller.state.name).to.equal('signed-in');
  });

  it('can be followed by a new attempt', async () => {
    const login = openLogin();
    await reachCode(login);
    login.controller.hostDisconnected();
    await settle();
    login.controller.hostConnected();
    await reachCode(login);
    expect(login.controller.state.name).to.equal('code');
    expect(login.ports).to.have.length(2);
  });
});

describe('being moved: a disconnect and a connect in one task', () => {
  it('keeps the step, the call under way and the kept password', async () => {
    const login = openLogin();
    await submitCredentials(login);
    login.controller.hostDisconnected();
    login.controller.hostConnected();
    await settle();
    expect(login.port.last.signal.aborted).to.equal(false);
    login.port.last.answer(codeNeeded());
    await settle();
    expect(login.controller.state).to.have.nested.property('resend.mode', 'keep');
  });

  it('survives many moves, and a last disconnect ends it once', async () => {
    const login = openLogin();
    await reachCode(login);
    for (let move = 0; move < 3; move++) {
      login.controller.hostDisconnected();
      login.controller.hostConnected();
    }
    await settle();
    expect(login.controller.state.name).to.equal('code');
    login.controller.hostDisconnected();
    await settle();
    expect(login.controller.state.name).to.equal('sign-in');
    expect(login.port.abandoned).to.equal(1);
  });
});

describe('the port', () => {
  it('stays the same for a whole attempt, and is opened anew for the next', async () => {
    const login = openLogin();
    await reachCode(login);
    login.controller.act({ type: 'submit-code', code: '123456' });
    await settle();
    login.port.last.answer(refused('session-expired'));
    await settle();
    expect(login.ports).to.have.length(1);
    await submitCredentials(login);
    expect(login.ports).to.have.length(2);
  });

  it('serves the session of whoever signed in with it', async () => {
    const login = openLogin();
    await submitCredentials(login);
    login.port.last.answer(signedIn);
    await settle();
    expect(await login.controller.getSession()).to.equal(null);
    expect(login.ports).to.have.length(1);
  });

  it('is not called before the busy state is on the screen', async () => {
    let paint: () => void = () => undefined;
    const login = openLogin({ painted: () => new Promise((resolve) => (paint = resolve)) });
    await submitCredentials(login);
    expect(login.controller.state.busy).to.equal('authenticate');
    expect(login.updates()).to.equal(1);
    expect(login.port.log).to.deep.equal([]);
    paint();
    await settle();
    expect(login.port.log).to.have.length(1);
  });

  it('is called at once where as a rule nothing takes time: "One moment" would flicker', async () => {
    let paints = 0;
    const login = openLogin({ painted: () => Promise.resolve(void paints++) });
    await submitCredentials(login);
    login.port.last.answer({ kind: 'signed-in', offers: ['device'] });
    await settle();
    login.controller.act({ type: 'answer-offer', accepted: false });
    await settle();
    expect([login.port.last.method, paints]).to.deep.equal(['skipOffer', 1]);
  });

  const broken = {
    'cannot be loaded': () => Promise.reject(new TypeError('Failed to fetch dynamically imported module')),
    'throws at once': () => {
      throw new Error('No port');
    },
  };
  for (const [what, openPort] of Object.entries(broken)) {
    it(`${what}: the person is told that something could not be loaded`, async () => {
      const login = openLogin({ openPort });
      await submitCredentials(login);
      const error = { code: 'not-loaded', retryable: true } as const;
      expect(login.controller.state).to.deep.equal(firstStep('ann', error));
      expect(login.reports).to.deep.equal([{ type: 'failure', error, step: 'sign-in' }]);
    });
  }

  it('that could not be loaded is tried again with the next submission', async () => {
    const port = new ScriptedPort();
    let tries = 0;
    const openPort = () => (++tries === 1 ? Promise.reject(new TypeError('offline')) : Promise.resolve(port));
    const login = openLogin({ openPort });
    await submitCredentials(login);
    await submitCredentials(login);
    expect(tries).to.equal(2);
    expect(port.log).to.have.length(1);
  });
});
