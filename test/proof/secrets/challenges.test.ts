/** The secrets that challenges add to those of a password and a code. */
import { expect } from '@open-wc/testing';
import { until } from '../../element/until.js';
import { addAuthenticator, removeAuthenticator } from '../../support/authenticator.js';
import { Network, sessionKeys } from '../../support/faults.js';
import { visit, visitScenario, type Person } from '../../support/person.js';
import { openPool, password } from '../../support/pool.js';
import { openScenario } from '../../support/scenarios.js';
import { Search } from './search.js';

const chosen = 'Canary-Chosen-Quince-5';

let network: Network;
let search: Search;

beforeEach(() => {
  network = new Network();
  search = new Search(network);
  for (const secret of [password, chosen]) search.secrets.add(secret);
});

const arrive = (scenario: string, set: Parameters<typeof visitScenario>[1] = {}) =>
  visitScenario(scenario, { fetch: network.fetch, storage: 'session', ...set });

/** Fills fields and presses Enter in the last; what is in them is seen nowhere else. */
async function submit(person: Person, values: Record<string, string>, kept: readonly string[] = []): Promise<void> {
  for (const [label, value] of Object.entries(values)) person.paste(label, value);
  const except = Object.values(values);
  search.nothingIsSeen(person, { kept, except });
  await person.press('Enter');
}

const signIn = (person: Person, username: string, kept: readonly string[] = []) =>
  submit(person, { 'User name': username, Password: password }, kept);

/** Everything that was sent under these names, wherever it was. */
function sent(names: readonly string[]): string[] {
  const found: string[] = [];
  const look = (_: string, value: unknown): unknown => {
    // A passkey's answer travels as a text inside the JSON.
    if (typeof value === 'string' && value.startsWith('{'))
      JSON.parse(value, (key, part) => note(key, part as unknown));
    return value;
  };
  const note = (key: string, value: unknown): unknown => {
    if (names.includes(key) && typeof value === 'string') found.push(value);
    return look(key, value);
  };
  for (const { body } of network.requests) JSON.parse(body, note);
  return found;
}

describe('seen nowhere are', () => {
  it('the code of a forgotten password, and the new one', async () => {
    const person = await arrive('forgot-password');
    person.paste('User name', 'flo');
    await person.activate('Forgot password?');
    await person.sees('Reset your password');
    await person.press('Enter');
    await person.sees('Choose a new password');
    const code = await person.pool.lastCode();
    search.secrets.add(code);
    await submit(person, { Code: code, 'New password': 'Canary' });
    await person.hears('login-failure');
    search.nothingIsSeen(person, { kept: [], except: [code] });
    await submit(person, { Code: code, 'New password': chosen });
    await person.hears('login-success');
    search.nothingIsSeen(person, { kept: sessionKeys(person.pool.clientId, 'flo') });
  });

  it('a password that was demanded, and an authenticator’s key once its step is over', async () => {
    const person = await arrive('new-password-then-set-up', { rememberDevice: 'never' });
    await signIn(person, 'nat');
    await person.sees('Choose a new password');
    await submit(person, { 'New password': chosen });
    await person.sees('Set up a second step');
    search.nothingIsSeen(person, { kept: [] });
    await person.activate('Authenticator app An app on your phone shows a code whenever you sign in.');
    await person.sees('Set up your authenticator app');
    const [key = ''] = network.answers.flatMap((answer) => /"SecretCode":"(\w+)"/.exec(answer)?.[1] ?? []);
    expect(key.length).to.be.at.least(32);
    search.nothingIsSeen(person, { kept: [], shown: key });
    await submitKeyCode(person, key);
    await person.hears('login-success');
    search.nothingIsSeen(person, { kept: sessionKeys(person.pool.clientId, 'nat') });
  });

  /** The key is still shown while the code is typed. */
  async function submitKeyCode(person: Person, key: string): Promise<void> {
    const code = await person.pool.authenticatorCode('nat');
    person.paste('Code', code);
    search.nothingIsSeen(person, { kept: [], except: [code], shown: key });
    await person.press('Enter');
  }

  it('the answer to a question of the pool’s own', async () => {
    const answers = ['Canary-Medlar', 'Canary-Loquat'];
    const customChallenges = answers.map((answer, round) => ({ parameters: { question: `Number ${round}?` }, answer }));
    const pool = await openScenario('custom', { customChallenges });
    const person = await visit({ pool, set: { fetch: network.fetch, storage: 'session', authFlow: 'custom' } });
    for (const answer of answers) search.secrets.add(answer);
    await submit(person, { 'User name': 'kim' });
    await person.sees('One more question');
    await submit(person, { Answer: answers[0]! });
    await until(() => person.form.textContent.includes('Number 1?'));
    await submit(person, { Answer: answers[1]! });
    await person.hears('login-success');
    search.nothingIsSeen(person, { kept: sessionKeys(person.pool.clientId, 'kim') });
  });

  it('the password of a remembered device, its own item in the storage aside', async () => {
    const person = await arrive('device-always');
    await signIn(person, 'dot');
    await person.sees('Check your phone');
    await submit(person, { Code: await person.pool.lastCode() });
    await person.hears('login-success');
    const own = sessionKeys(person.pool.clientId, 'dot').map((key) => key.replace(/clockDrift$/, 'randomPasswordKey'));
    const key = own.at(-1)!;
    search.secrets.add(sessionStorage.getItem(key)!);
    const kept = [...sessionKeys(person.pool.clientId, 'dot'), key];
    search.nothingIsSeen(person, { kept });
    await person.activate('Sign out');
    await person.hears('login-signed-out');
    search.nothingIsSeen(person, { kept });
    await signIn(person, 'dot', kept);
    await person.hears('login-success', 2);
    search.nothingIsSeen(person, { kept });
  });

  it('the Session of a code step that outlives a reload, its own item aside', async () => {
    const pool = await openPool();
    const person = await visit({ pool, set: { fetch: network.fetch, authFlow: 'password', resume: 'session' } });
    await signIn(person, 'ann');
    await person.sees('Check your phone');
    const kept = [`cognito-mfa-login.${pool.clientId}.attempt`];
    const code = await pool.lastCode();
    search.nothingIsSeen(person, { kept });
    expect([...search.secrets].some((secret) => sessionStorage.getItem(kept[0]!)!.includes(secret))).to.equal(true);
    for (const secret of [code, password]) expect(sessionStorage.getItem(kept[0]!)).not.to.contain(secret);
    await submit(person, { Code: code }, kept);
    await person.hears('login-success');
    search.nothingIsSeen(person, { kept: [] });
  });
});

describe('seen nowhere is what a passkey proves itself with', () => {
  before(async function () {
    if (!(await addAuthenticator())) this.skip();
  });
  after(removeAuthenticator);

  it('when it is made, and when it signs in', async () => {
    const person = await arrive('passkey', { passkeys: 'offer' });
    const kept = sessionKeys(person.pool.clientId, 'pat');
    await signIn(person, 'pat');
    await person.sees('Add a passkey?');
    await person.activate('Add a passkey');
    await person.hears('login-success');
    await person.activate('Sign out');
    await person.hears('login-signed-out');
    person.paste('User name', 'pat');
    await person.activate('Use a passkey');
    await person.hears('login-success', 2);
    const proofs = sent(['attestationObject', 'signature', 'authenticatorData', 'clientDataJSON']);
    expect(proofs.length).to.be.at.least(5);
    for (const proof of proofs) search.secrets.add(proof);
    search.nothingIsSeen(person, { kept });
  });
});
