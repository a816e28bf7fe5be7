import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { FakeClock } from '../support/fake-clock.js';
import { failingStorage, listenToAccidents, listenToConsole, Network } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool, type TestPool } from '../support/pool.js';
import type { AuthFlow } from '../../src/element.js';

interface Fault {
  /** What the developer reads in the console. */
  readonly advice: string;
  readonly set: object;
  /** Whether the fault is seen before anything is sent. */
  readonly early: boolean;
}

type PoolSettings = NonNullable<NonNullable<Parameters<typeof openPool>[0]>['settings']>;

const idsAdvice = 'user-pool-id and client-id are not set, and without them nobody can sign in.';
const poolAdvice = 'user-pool-id must be the id of an existing user pool, such as eu-west-1_Ab12Cd34E.';
const clientAdvice = 'client-id must be the id of an app client of the user pool: letters and digits.';
const endpointAdvice = 'endpoint must be an https address, or an http address on this machine.';
const secretAdvice = 'The app client has a secret, which a page cannot keep: use an app client without one.';
const unknownAdvice = 'The user pool has no app client with this client-id: check both ids and the region.';
const flowAdvice = (flow: string) =>
  `The app client does not allow this sign-in: add ALLOW_${flow} to its authentication flows (ExplicitAuthFlows).`;
const triggerAdvice =
  'The user pool has no challenges of its own: auth-flow="custom" and "custom-srp" need its Lambda triggers DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse.';

const early = (advice: string, set: object): Fault => ({ advice, set, early: true });

const faults: Record<string, Fault> = {
  'no ids at all': early(idsAdvice, { userPoolId: '', clientId: '' }),
  'no user-pool-id': early(poolAdvice, { userPoolId: '' }),
  'a user-pool-id without its region': early(poolAdvice, { userPoolId: 'Ab12Cd34E' }),
  'a user-pool-id with blanks around it': early(poolAdvice, { userPoolId: ' eu-west-1_Ab12Cd34E ' }),
  'a user-pool-id that is an address': early(poolAdvice, { userPoolId: 'evil.example/x#_a' }),
  'a user-pool-id as long as none is': early(poolAdvice, { userPoolId: `eu-west-1_${'a'.repeat(60)}` }),
  'no client-id': early(clientAdvice, { clientId: '' }),
  'a client-id with a hyphen': early(clientAdvice, { clientId: '1h57kf5c-pq17m' }),
  'a client-id as long as none is': early(clientAdvice, { clientId: 'a'.repeat(129) }),
  'an http endpoint that is not local': early(endpointAdvice, { endpoint: 'http://pool.example.com/' }),
  'an endpoint that is no address': early(endpointAdvice, { endpoint: 'pool.example.com' }),
  'an endpoint that is a script': early(endpointAdvice, { endpoint: 'javascript:alert(1)' }),
  'a client that nobody knows': { advice: unknownAdvice, set: { clientId: 'nobody' }, early: false },
};

const refresh = 'ALLOW_REFRESH_TOKEN_AUTH';

/** The wrong setting is the pool's here, and put right by another pool. */
const poolFaults: Record<string, { advice: string; settings: PoolSettings; authFlow?: AuthFlow }> = {
  'a client with a secret': { advice: secretAdvice, settings: { clientSecret: true } },
  'SRP that the client does not allow': {
    ...{ advice: flowAdvice('USER_SRP_AUTH'), settings: { explicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', refresh] } },
  },
  'a password that the client does not allow': {
    ...{ advice: flowAdvice('USER_PASSWORD_AUTH'), settings: { explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', refresh] } },
    authFlow: 'password',
  },
  'challenges that the client does not allow': {
    ...{ advice: flowAdvice('CUSTOM_AUTH'), settings: { explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', refresh] } },
    authFlow: 'custom-srp',
  },
  'challenges that the pool does not have': {
    ...{ advice: triggerAdvice, settings: { explicitAuthFlows: ['ALLOW_CUSTOM_AUTH', refresh] } },
    authFlow: 'custom-srp',
  },
};

/** Long enough for the chunk with the sentences, which has been loaded before. */
const pause = async () => {
  await import('../../src/element/advice.js');
  await aTimeout(50);
};

describe('a wrong setting', () => {
  let lines: ReturnType<typeof listenToConsole>;
  let accidents: readonly string[];
  let network: Network;

  beforeEach(() => {
    lines = listenToConsole();
    accidents = listenToAccidents();
    network = new Network();
  });

  /** The person reads a sentence, twice the same; the developer reads once what to change. */
  async function isTold(person: Person, advice: string): Promise<void> {
    await person.signIn('ann');
    const detail = await person.hears('login-failure');
    expect(detail).to.include({ code: 'config-error', step: 'sign-in', retryable: false });
    expect(person.hint('Password')).to.equal('Sign-in is unavailable here.');
    expect(person.status).to.equal('Sign-in is unavailable here.');
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.hears('login-failure', 2);
    await waitUntil(() => lines.length > 0, 'nothing on the console', { timeout: 5000 });
    expect(lines).to.deep.equal([{ level: 'error', text: `<cognito-mfa-login>: ${advice}` }]);
    expect(accidents).to.deep.equal([]);
  }

  async function worksOnceMended(person: Person, pool: TestPool): Promise<void> {
    const { userPoolId, clientId, endpoint } = pool;
    Object.assign(person.element, { userPoolId, clientId, endpoint });
    await person.type('User name', 'ann');
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.sees('Check your phone');
    await person.enterCode(await pool.lastCode());
    await person.hears('login-success');
    expect(lines).to.have.length(1);
  }

  for (const [name, { advice, set, early: tellsEarly }] of Object.entries(faults)) {
    it(`such as ${name} is told to developer and person`, async () => {
      const pool = await openPool({ users: [ann] });
      const { fetch } = network;
      const person = await visit({ pool, set: { fetch, authFlow: 'password', ...set } });
      await isTold(person, advice);
      expect(network.requests.length > 0, 'whether a request was made').to.equal(!tellsEarly);
    });
  }

  for (const name of ['no ids at all', 'no user-pool-id', 'a client that nobody knows'])
    it(`such as ${name} can be mended: one that is told before anything is sent, and one that the pool tells`, async () => {
      const { advice, set } = faults[name]!;
      const pool = await openPool({ users: [ann] });
      const person = await visit({ pool, set: { authFlow: 'password', ...set } });
      await isTold(person, advice);
      await worksOnceMended(person, pool);
    });

  for (const [name, { advice, settings, authFlow = 'srp' }] of Object.entries(poolFaults)) {
    it(`such as ${name} is told to developer and person, and can be mended`, async () => {
      const pool = await openPool({ users: [ann], settings });
      const person = await visit({ pool, set: { authFlow } });
      await isTold(person, advice);
      person.element.authFlow = 'password'; // quicker, and SRP makes no difference any more
      await worksOnceMended(person, await openPool({ users: [ann] }));
    });
  }

  const isTheOneLine = async (advice: string) => {
    await waitUntil(() => lines.length > 0, 'nothing on the console', { timeout: 5000 });
    expect(lines).to.deep.equal([{ level: 'error', text: `<cognito-mfa-login>: ${advice}` }]);
  };

  for (const name of ['no user-pool-id', 'no client-id', 'a client-id with a hyphen'])
    it(`such as ${name} is told before anyone types`, async () => {
      const { advice, set } = faults[name]!;
      await visit({ pool: await openPool({ users: [ann] }), set });
      await isTheOneLine(advice);
    });

  describe('that is a tag without ids', () => {
    const noIds = { userPoolId: '', clientId: '' };

    /** Everything is loaded, and somebody is waited for. */
    async function visitWithout(clock: FakeClock): Promise<Person> {
      const person = await visit({ pool: await openPool({ users: [ann] }), set: { clock, ...noIds } });
      await waitUntil(() => clock.pending > 0, 'nothing is waited for', { timeout: 5000 });
      return person;
    }

    it('is told once they have not come for five seconds, with nobody typing', async () => {
      const clock = new FakeClock();
      await visitWithout(clock);
      clock.advance(4_999);
      await pause();
      expect(lines).to.deep.equal([]);
      clock.advance(1);
      await isTheOneLine(idsAdvice);
      expect(accidents).to.deep.equal([]);
    });

    it('is not told where an app sets them by then', async () => {
      const clock = new FakeClock();
      const { element, pool } = await visitWithout(clock);
      Object.assign(element, { userPoolId: pool.userPoolId, clientId: pool.clientId });
      clock.advance(60_000);
      await pause();
      expect(lines).to.deep.equal([]);
    });

    it('is not told of one that has left the page', async () => {
      const clock = new FakeClock();
      const { element } = await visitWithout(clock);
      element.remove();
      clock.advance(60_000);
      await pause();
      expect(lines).to.deep.equal([]);
    });
  });

  it('such as a storage object that throws is told once, and the person is signed in', async () => {
    const pool = await openPool({ users: [ann] });
    const storage = failingStorage(['getItem', 'setItem', 'removeItem'], new Error('no'));
    const person = await visit({ pool, set: { storage, authFlow: 'password' } });
    await person.signIn('ann');
    await person.sees('Check your phone');
    await person.enterSentCode();
    await person.hears('login-success');
    expect(lines).to.have.length(1);
    expect(lines[0]!.text).to.contain('storage');
    expect(accidents).to.deep.equal([]);
  });
});
