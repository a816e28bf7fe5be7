/** A code step that outlives a reload: another port with the same options is the page after it. */
import { expect } from '@open-wc/testing';
import type { CognitoOptions } from '../../src/cognito/config.js';
import { FakeClock } from '../support/fake-clock.js';
import { challenge, handshake, heldBack, refusal, type Reply, silence, tokens } from '../support/scripted-service.js';
import {
  clientId,
  never,
  openScripted,
  openShelf,
  rejection,
  storedSession,
  userPoolId,
  wordOf,
} from './open-scripted.js';

const key = `cognito-mfa-login.${clientId}.attempt`;
const code = { kind: 'code', code: '123456' } as const;
const sent = () => challenge('SMS_MFA', { CODE_DELIVERY_DESTINATION: '+********0114', USER_ID_FOR_SRP: 'ann-id' });
const needed = {
  kind: 'code-needed',
  channel: 'sms',
  destination: '+********0114',
  again: 'password',
  alternatives: false,
};
const wrong = () => refusal('CodeMismatchException', 'Invalid code or auth state for the user.');
const resume = { resume: 'session' } as const;

const open = (script: readonly Reply[], options: Partial<CognitoOptions> = {}) =>
  openScripted(script, { ...resume, ...options });

/** At the code step, with what is stored of it. */
async function arrive(options: Partial<CognitoOptions> = {}, script: readonly Reply[] = []) {
  const opened = open([sent(), ...script], options);
  await opened.signIn();
  return opened;
}

const record = () => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Record<string, unknown> | null;

describe('resume="session"', () => {
  beforeEach(() => sessionStorage.clear());
  after(() => sessionStorage.clear());

  it('keeps names, challenge and Session in one item, and neither password nor code', async () => {
    const { port, clock } = await arrive({ sessionMinutes: 5 }, [wrong()]);
    const stored = record();
    expect(stored).to.deep.include({ user: 'ann', session: 'S'.repeat(40), userPoolId });
    expect(stored!.expiresAt).to.equal(clock.now() + 300_000);
    await port.answer(code, never);
    expect(record(), 'a wrong code leaves the Session to be used').to.deep.equal(stored);
    expect(Object.keys(sessionStorage)).to.deep.equal([key]);
    expect(sessionStorage.getItem(key)).not.to.match(/Blue-Lagoon-7|123456/);
  });

  const spared: [name: string, reply: Response, kept: boolean][] = [
    ['is back once the service spared it', wrong(), true],
    ['is not once it is used', new Response(tokens()), false],
  ];
  for (const [name, reply, kept] of spared)
    it(`offers no Session to a reload while an answer uses it, and ${name}`, async () => {
      const held = heldBack();
      const { port, clock } = await arrive({}, [held.reply]);
      const stored = record();
      const answered = port.answer(code, never);
      expect(record()).to.equal(null);
      expect(await port.restore(never)).to.equal(null);
      clock.advance(1000);
      held.answer(reply);
      await answered;
      expect(record()).to.deep.equal(kept ? stored : null);
    });

  it('is gone when an answer was given up: nobody knows what became of its Session', async () => {
    const { port } = await arrive({}, [silence]);
    const left = new AbortController();
    const answered = rejection(port.answer(code, left.signal));
    left.abort('left');
    expect([await answered, record()]).to.deep.equal(['left', null]);
  });

  it('goes on after a reload, in the name that SRP found, before any session that is stored', async () => {
    const shelf = openShelf(storedSession('eve'));
    const [first, clock] = [openScripted([handshake(), sent()], { ...resume, authFlow: 'srp' }), new FakeClock()];
    await first.signIn();
    const { port, service } = open([wrong(), tokens()], { storage: shelf.storage, authFlow: 'srp' });
    const expiresAt = clock.now() + 180_000;
    expect(await port.restore(never)).to.deep.equal({ kind: 'attempt', username: 'ann', expiresAt, needed });
    expect(wordOf(await port.answer(code, never))).to.equal('wrong-code');
    expect(wordOf(await port.answer(code, never))).to.equal('signed-in');
    expect(service.sent[1]!.params).to.deep.include({
      ChallengeName: 'SMS_MFA',
      Session: 'S'.repeat(40),
      ChallengeResponses: { USERNAME: 'ann-id', SMS_MFA_CODE: '123456' },
    });
    expect(Object.keys(shelf.content()).filter((name) => name.includes('ann-id'))).to.have.lengthOf(4);
    expect(record()).to.equal(null);
    expect(await port.restore(never)).to.deep.equal({ kind: 'session', username: 'ann' });
  });

  const endings: [name: string, reply: Reply][] = [
    ['success', tokens()],
    ['another question', challenge('NEW_PASSWORD_REQUIRED')],
    ['a Session that ran out', refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.')],
    ['a code that ran out', refusal('ExpiredCodeException', 'Your code has expired.')],
  ];
  for (const [name, reply] of endings)
    it(`keeps nothing after ${name}`, async () => {
      const { port } = await arrive({}, [reply]);
      await port.answer(code, never);
      expect(record()).to.equal(null);
    });

  it('keeps nothing once the person started over, or began with something else after a reload', async () => {
    const { port } = await arrive();
    port.abandon();
    expect(record()).to.equal(null);
    await arrive();
    await open([refusal('NotAuthorizedException', 'Incorrect username or password.')]).signIn();
    expect(record()).to.equal(null);
  });

  it('is kept while a new code is asked for in vain, and then belongs to the newest', async () => {
    const { signIn, port } = await arrive({}, [
      new TypeError('Failed to fetch'),
      challenge('SMS_MFA', {}, 'T'.repeat(40)),
    ]);
    await signIn();
    expect(record()).to.have.property('session', 'S'.repeat(40));
    await signIn();
    expect(record()).to.have.property('session', 'T'.repeat(40));
    expect(await port.restore(never), 'the step is there already').to.equal(null);
  });

  it('can be taken up twice, as by an element that is put into the page again', async () => {
    await arrive();
    const { port } = open([tokens()]);
    const found = await port.restore(never);
    expect(await port.restore(never), 'the same attempt').to.equal(found);
    expect(wordOf(await port.answer(code, never))).to.equal('signed-in');
  });

  it('does not outlive the Session', async () => {
    await arrive();
    const clock = new FakeClock();
    clock.sleep(180_000);
    expect(await open([], { clock }).port.restore(never)).to.equal(null);
    expect(record()).to.equal(null);
  });

  const strange: [name: string, change: (stored: Record<string, unknown>) => unknown][] = [
    ['of another pool', (stored) => ({ ...stored, userPoolId: 'eu-west-1_Other' })],
    ['of another endpoint', (stored) => ({ ...stored, endpoint: 'https://else.example/' })],
    ['without a Session', ({ session: _, ...rest }) => rest],
    [
      'with a challenge that asks for no code',
      (stored) => ({ ...stored, challenge: { name: 'X', parameters: {}, available: [] } }),
    ],
    [
      'with parameters that are no texts',
      (stored) => ({ ...stored, challenge: { name: 'SMS_MFA', parameters: { a: 1 }, available: [] } }),
    ],
    [
      'with one parameter that is no text',
      (stored) => ({ ...stored, challenge: { name: 'SMS_MFA', parameters: { a: 'b', c: 1 }, available: [] } }),
    ],
    ['without a user', (stored) => ({ ...stored, user: '' })],
    ['without an end', (stored) => ({ ...stored, expiresAt: null })],
    ['whose end is a text', (stored) => ({ ...stored, expiresAt: '9999999999999' })],
    ['that is no object', () => 7],
  ];
  for (const [name, change] of strange)
    it(`removes a record ${name}`, async () => {
      await arrive();
      sessionStorage.setItem(key, JSON.stringify(change(record()!)));
      expect(await open([]).port.restore(never)).to.equal(null);
      expect(sessionStorage.getItem(key)).to.equal(null);
    });

  it('is gone once somebody signs out, before anything was taken up', async () => {
    await arrive();
    await open([]).port.signOut(false, never);
    expect(record()).to.equal(null);
  });

  it('is left to whom it belongs by an element that looks for a session alone', async () => {
    const { port } = await arrive();
    const other = open([]);
    expect(await other.port.restore(never, true)).to.equal(null);
    expect(await other.port.answer(code, never)).to.have.nested.property('error.code', 'session-expired');
    expect(await port.restore(never)).to.equal(null);
    expect(record()).not.to.equal(null);
  });

  it('removes what is no JSON', async () => {
    sessionStorage.setItem(key, '{"user":');
    expect(await open([]).port.restore(never)).to.equal(null);
    expect(sessionStorage.getItem(key)).to.equal(null);
  });

  it('is off unless asked for, and for who is only confirmed: nothing is written or read', async () => {
    for (const options of [{ resume: 'off' }, { mode: 'reauth' }] as const) {
      await arrive(options);
      expect(Object.keys(sessionStorage)).to.be.empty;
    }
    await arrive();
    const stored = sessionStorage.getItem(key);
    const { port } = open([], { resume: 'off' });
    expect(await port.restore(never)).to.equal(null);
    port.abandon();
    expect(sessionStorage.getItem(key)).to.equal(stored);
  });
});
