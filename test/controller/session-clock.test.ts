import { expect } from '@open-wc/testing';
import { refused, signedIn } from '../support/scripted-port.js';
import { type OpenLogin, openLogin, reachCode, settle, submitCredentials } from './open-login.js';

describe('the clock of an attempt', () => {
  it('ends the attempt when the session has run out, and says why', async () => {
    const login = openLogin();
    await reachCode(login);
    login.clock.advance(179_999);
    expect(login.controller.state.name).to.equal('code');
    login.clock.advance(1);
    expect(login.controller.state).to.have.nested.property('error.code', 'session-expired');
    expect(login.told()).to.deep.equal(['step code', 'code-sent', 'step sign-in', 'failure']);
  });

  it('heeds the session length of the moment the answer came', async () => {
    const login = openLogin();
    login.options.sessionMinutes = 15;
    await reachCode(login);
    login.options.sessionMinutes = 3;
    login.clock.advance(899_000);
    expect(login.controller.state.name).to.equal('code');
    login.clock.advance(1_000);
    expect(login.controller.state.name).to.equal('sign-in');
  });

  it('announces 60 and 20 seconds once each', async () => {
    const login = openLogin();
    await reachCode(login);
    const announced: unknown[] = [];
    for (let second = 0; second < 179; second++) {
      login.clock.advance(1_000);
      const { state } = login.controller;
      if (state.name === 'code' && state.warned !== (announced.at(-1) ?? null)) announced.push(state.warned);
    }
    expect(announced).to.deep.equal([60, 20]);
  });

  it('asks for a rendering each second, for the countdown', async () => {
    const login = openLogin();
    await reachCode(login);
    const before = login.updates();
    login.clock.advance(10_000);
    expect(login.updates() - before).to.equal(10);
  });

  for (const type of ['visibilitychange', 'pageshow']) {
    it(`is read anew on ${type}, after a sleep in which no timer ran`, async () => {
      const login = openLogin();
      await reachCode(login);
      login.clock.sleep(150_000);
      window.dispatchEvent(new Event(type));
      expect(login.controller.state).to.have.property('warned', 60);
      login.clock.sleep(30_000);
      window.dispatchEvent(new Event(type));
      expect(login.controller.state).to.have.nested.property('error.code', 'session-expired');
    });
  }

  it('hears a visibilitychange of the document', async () => {
    const login = openLogin();
    await reachCode(login);
    login.clock.sleep(180_000);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    expect(login.controller.state.name).to.equal('sign-in');
  });
});

async function answer(login: OpenLogin, outcome: typeof signedIn): Promise<void> {
  login.port.last.answer(outcome);
  await settle();
}

const idle: [what: string, reach: (login: OpenLogin) => Promise<void>][] = [
  ['at the start', () => Promise.resolve()],
  ['after a refusal', (login) => submitCredentials(login).then(() => answer(login, refused('locked')))],
  ['when signed in', (login) => submitCredentials(login).then(() => answer(login, signedIn))],
  [
    'after start-over',
    async (login) => {
      await reachCode(login);
      login.controller.act({ type: 'start-over' });
    },
  ],
  [
    'after expiry',
    async (login) => {
      await reachCode(login);
      login.clock.advance(180_000);
    },
  ],
];

describe('timers and listeners', () => {
  for (const [what, reach] of idle) {
    it(`are none ${what}`, async () => {
      const login = openLogin();
      await reach(login);
      const updates = login.updates();
      for (const type of ['visibilitychange', 'pageshow', 'pagehide']) window.dispatchEvent(new Event(type));
      login.clock.advance(60_000);
      expect(login.updates()).to.equal(updates);
      expect(login.clock.pending).to.equal(0);
    });
  }

  it('are one timer at most, however much happens', async () => {
    const login = openLogin();
    await reachCode(login);
    for (let round = 0; round < 5; round++) {
      login.controller.act({ type: 'submit-code', code: '123456' });
      await settle();
      await answer(login, refused('wrong-code'));
      login.clock.advance(2_500);
    }
    expect(login.clock.pending).to.equal(1);
  });
});
