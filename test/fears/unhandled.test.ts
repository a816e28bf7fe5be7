import { aTimeout, expect } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { failingStorage, listenToAccidents, listenToConsole, Network } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

interface Scene {
  readonly network: Network;
  readonly clock: FakeClock;
  readonly person: Person;
}

const canned = (text: string, status = 200) => ({
  async play({ network, person }: Scene) {
    network.replace(() => new Response(text, { status }));
    await person.signIn('ann');
    await person.hears('login-failure');
  },
});

async function held({ network, person }: Scene): Promise<void> {
  network.hold();
  await person.signIn('ann');
  await network.waits();
}

/** Everything here once ended in an exception that nobody caught, in this element or in the SDK alone. */
const scenes: Record<string, { play(scene: Scene): Promise<unknown>; set?: object }> = {
  'no connection': {
    async play({ network, person }) {
      network.replace(() => Promise.reject(new TypeError('Failed to fetch')));
      await person.signIn('ann');
      await person.hears('login-failure');
    },
  },
  'a fetch that throws': {
    async play({ network, person }) {
      network.replace(() => {
        throw new TypeError('Illegal invocation');
      });
      await person.signIn('ann');
      await person.hears('login-failure');
    },
  },
  'a page in the service’s place': canned('<!doctype html>'),
  'an answer without content': canned('{}'),
  'an SRP answer with numbers that are none': canned(
    JSON.stringify({
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: { SRP_B: 'zz', SALT: '!', SECRET_BLOCK: '?', USER_ID_FOR_SRP: 'ann' },
    }),
  ),
  'an SRP answer whose B is zero': canned(
    JSON.stringify({
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: { SRP_B: '0', SALT: 'ab', SECRET_BLOCK: 'YWJj', USER_ID_FOR_SRP: 'ann' },
    }),
  ),
  'an unknown challenge': canned('{"ChallengeName":"WAVE_HAND","ChallengeParameters":{},"Session":"x"}'),
  'an exception': canned('{"__type":"SomethingNewException","message":"?"}', 400),
  'a start over while a request is under way': {
    async play(scene) {
      await held(scene);
      scene.person.element.startOver();
      await scene.network.release();
    },
  },
  'a removal while a request is under way': {
    async play(scene) {
      await held(scene);
      scene.person.element.remove();
      await scene.network.release();
    },
  },
  'a time limit that is reached': {
    async play(scene) {
      await held(scene);
      scene.clock.advance(15_000);
      await scene.person.hears('login-failure');
      await scene.network.release();
    },
  },
  'a sign-out that the service refuses': {
    set: { authFlow: 'password' },
    async play({ network, person }) {
      await person.signIn('ann');
      await person.sees('Check your phone');
      await person.enterSentCode();
      await person.hears('login-success');
      network.replace(() => Promise.reject(new TypeError('Failed to fetch')));
      person.element.signOut({ global: true });
      await person.hears('login-signed-out');
    },
  },
  'a storage that throws': {
    set: { authFlow: 'password', storage: failingStorage(['getItem', 'setItem', 'removeItem'], new Error('no')) },
    async play({ person }) {
      await person.signIn('ann');
      await person.sees('Check your phone');
      await person.enterSentCode();
      await person.hears('login-success');
      await person.element.getSession();
    },
  },
  'settings that are missing': {
    set: {
      userPoolId: undefined,
      clientId: null,
      endpoint: null,
      username: null,
      messages: null,
      clientMetadata: null,
    },
    async play({ person }) {
      await person.signIn('ann');
      await person.hears('login-failure');
    },
  },
  'a user name and a theme that are no text': {
    set: { username: 5, theme: Object.create(null) as object },
    async play({ person }) {
      expect(person.field('User name').value).to.equal('5');
      await person.signIn('ann');
      await person.hears('login-code-sent');
    },
  },
  'settings of another type': {
    set: { userPoolId: 7, clientId: {}, endpoint: null, authFlow: [], fields: 1, sessionMinutes: 'x', theme: {} },
    async play({ person }) {
      await person.signIn('ann');
      await person.hears('login-failure');
    },
  },
};

describe('no exception and no rejection is left uncaught by', () => {
  for (const [name, { play, set = {} }] of Object.entries(scenes)) {
    it(name, async () => {
      const accidents = listenToAccidents();
      listenToConsole();
      const [network, clock] = [new Network(), new FakeClock(Date.now())];
      const { fetch } = network;
      const pool = await openPool({ users: [ann] });
      const person = await visit({ pool, set: { fetch, clock, ...set } });
      await play({ network, clock, person });
      await aTimeout(30);
      expect(accidents).to.deep.equal([]);
    });
  }
});
