import { expect } from '@open-wc/testing';
import type { UserSession } from '../../src/flow/ports.js';
import { ScriptedPort, signedIn } from '../support/scripted-port.js';
import { openLogin, settle } from './open-login.js';

const found = { kind: 'session', username: 'ann' } as const;

/** A session of the controller's interest: ends are in milliseconds since 1970, the drift in seconds. */
function sessionUntil(access: number, { id = access, drift = 0 } = {}): UserSession {
  const tokenUntil = (end: number) => ({ getExpiration: () => end / 1000 });
  const session = {
    getAccessToken: () => tokenUntil(access),
    getIdToken: () => tokenUntil(id),
    getClockDrift: () => drift,
  };
  return session as unknown as UserSession;
}

/** A login whose every port is this one. */
function openOn(port: ScriptedPort) {
  const { clock, controller, reports, told } = openLogin({ openPort: () => Promise.resolve(port) });
  return { clock, controller, reports, told, port };
}

describe('a session of an earlier visit', () => {
  it('is taken up with a step, and no success', async () => {
    const port = new ScriptedPort();
    port.found = found;
    const login = openOn(port);
    await login.controller.restore();
    expect(login.controller.state).to.include({ name: 'signed-in', username: 'ann' });
    expect(login.told()).to.deep.equal(['step signed-in']);
  });

  it('that cannot be looked for leaves the first step as it is', async () => {
    const port = new ScriptedPort();
    port.restore = () => Promise.reject(new TypeError('Failed to fetch'));
    const login = openOn(port);
    await login.controller.restore();
    expect(login.told()).to.deep.equal([]);
  });

  it('that is found after the person has begun is dropped', async () => {
    const port = new ScriptedPort();
    let find: (what: typeof found) => void = () => undefined;
    port.restore = () => new Promise((resolve) => (find = resolve));
    const login = openOn(port);
    const restoring = login.controller.restore();
    await settle();
    login.controller.act({ type: 'submit-credentials', username: 'eve', password: 'Blue-Lagoon-7' });
    await settle();
    find(found);
    await restoring;
    expect(login.controller.state).to.include({ name: 'sign-in', username: 'eve', busy: 'authenticate' });
  });
});

describe('the session, watched', () => {
  async function watched(end: number, change: { id?: number; drift?: number } = {}, outcome = signedIn) {
    const port = new ScriptedPort();
    const login = openOn(port);
    const { clock, controller } = login;
    const { id = end, drift } = change;
    port.session = sessionUntil(clock.now() + end, { id: clock.now() + id, ...(drift && { drift }) });
    controller.watchSession(true);
    controller.act({ type: 'submit-credentials', username: 'ann', password: 'Blue-Lagoon-7' });
    await settle();
    port.last.answer(outcome);
    port.found = found;
    await settle();
    return login;
  }

  it('is looked at a minute before it ends, and again before the next end', async () => {
    const login = await watched(3_600_000);
    let looks = 0;
    login.port.restore = () => Promise.resolve((looks++, found));
    login.clock.advance(3_539_000);
    await settle();
    expect(looks).to.equal(0);
    login.port.session = sessionUntil(login.clock.now() + 3_600_000);
    login.clock.advance(1_000);
    await settle();
    expect(looks).to.equal(1);
    login.clock.advance(60_000);
    await settle();
    expect(looks, 'not before the new one ends').to.equal(1);
  });

  const reckoned: [name: string, end: number, change: { id?: number; drift?: number }][] = [
    ['a device that is a quarter of an hour ahead', 2_700_000, { drift: 900 }],
    ['a device that is a quarter of an hour behind', 4_500_000, { drift: -900 }],
    ['an ID token that ends before the access token', 7_200_000, { id: 3_600_000 }],
  ];
  for (const [name, end, change] of reckoned)
    it(`is looked at a minute before it ends, with ${name}`, async () => {
      const login = await watched(end, change);
      let looks = 0;
      login.port.restore = () => Promise.resolve((looks++, found));
      login.clock.advance(3_539_000);
      await settle();
      expect(looks).to.equal(0);
      login.clock.advance(1_000);
      await settle();
      expect(looks).to.equal(1);
    });

  it('is looked at a minute before it ends, also of somebody who did without what was offered', async () => {
    const login = await watched(3_600_000, {}, { kind: 'signed-in', offers: ['passkey'] });
    login.controller.act({ type: 'answer-offer', accepted: false });
    await settle();
    login.port.last.answer({ kind: 'done' });
    await settle();
    let looks = 0;
    login.port.restore = () => Promise.resolve((looks++, found));
    login.clock.advance(3_540_000);
    await settle();
    expect(looks).to.equal(1);
  });

  it('that has ended elsewhere signs the person out here', async () => {
    const login = await watched(3_600_000);
    login.port.found = null;
    for (const look of login.port.watchers) look();
    await settle();
    expect(login.controller.state.name).to.equal('sign-in');
    expect(login.reports.at(-1)).to.deep.equal({ type: 'signed-out', username: 'ann', global: false });
  });

  it('of somebody else who signed in elsewhere takes the place of the first', async () => {
    const login = await watched(3_600_000);
    login.port.found = { kind: 'session', username: 'eve' };
    for (const look of login.port.watchers) look();
    await settle();
    expect(login.controller.state).to.include({ name: 'signed-in', username: 'eve' });
    expect(login.told().slice(-3)).to.deep.equal(['step sign-in', 'signed-out', 'step signed-in']);
  });

  it('that could not be asked for is looked at again half a minute later, and keeps the person signed in', async () => {
    const login = await watched(60_000);
    let looks = 0;
    login.port.restore = () => (looks++, Promise.reject(new TypeError('Failed to fetch')));
    login.clock.advance(30_000);
    await settle();
    login.clock.advance(30_000);
    await settle();
    expect(looks).to.equal(2);
    expect(login.controller.state.name).to.equal('signed-in');
  });

  describe('by somebody who starts over', () => {
    async function startedOver() {
      const login = await watched(3_600_000);
      login.controller.act({ type: 'start-over' });
      await settle();
      const look = async (to: typeof login.port.found) => {
        login.port.found = to;
        for (const watcher of login.port.watchers) watcher();
        await settle();
      };
      return { ...login, look };
    }

    it('does not take them back, whatever its tokens do', async () => {
      const { controller, look } = await startedOver();
      await look(found);
      expect(controller.state.name).to.equal('sign-in');
    });

    it('gives way to somebody else’s, and to theirs once it has ended and begun again', async () => {
      for (const others of [[{ ...found, username: 'eve' }], [null, found]]) {
        const { controller, look } = await startedOver();
        for (const other of others) await look(other);
        expect(controller.state.name).to.equal('signed-in');
      }
    });

    it('does not take them back from a later step, either, or on the way back from it', async () => {
      const { controller, look } = await startedOver();
      controller.act({ type: 'forgot-password', username: 'ann' });
      await look(found);
      controller.act({ type: 'start-over' });
      await look(found);
      expect(controller.state.name).to.equal('sign-in');
    });

    it('is taken up again once they have signed out', async () => {
      const { controller, look, port } = await startedOver();
      controller.act({ type: 'sign-out', global: false });
      await settle();
      port.last.answer({ kind: 'signed-out', global: false });
      await settle();
      await look(found);
      expect(controller.state.name).to.equal('signed-in');
    });

    it('is taken up when the page asks for it', async () => {
      const { controller } = await startedOver();
      await controller.restore();
      expect(controller.state.name).to.equal('signed-in');
    });

    it('is not looked at by a timer, not even when its end was being asked for', async () => {
      const login = await watched(3_600_000);
      let tell: (session: UserSession) => void = () => undefined;
      login.port.getSession = () => new Promise((resolve) => (tell = resolve));
      await login.controller.restore();
      login.controller.act({ type: 'start-over' });
      tell(sessionUntil(login.clock.now() + 3_600_000));
      await settle();
      expect(login.clock.pending).to.equal(0);
    });
  });

  it('is asked for without what another element began, where somebody is signed in', async () => {
    const { controller, port } = await watched(3_600_000);
    const asked: unknown[] = [];
    port.restore = (_?: AbortSignal, sessionOnly?: boolean) => (asked.push(sessionOnly), Promise.resolve(found));
    await controller.restore();
    controller.act({ type: 'start-over' });
    await controller.restore();
    expect(asked).to.deep.equal([true, false]);
  });

  it('holds no listener and no timer after a disconnect that lasts', async () => {
    const login = await watched(3_600_000);
    expect([login.port.watchers.size, login.clock.pending]).to.deep.equal([1, 1]);
    login.controller.hostDisconnected();
    await settle();
    expect([login.port.watchers.size, login.clock.pending]).to.deep.equal([0, 0]);
  });
});
