import { expect } from '@open-wc/testing';
import { readSmsCode } from '../../src/element/web-otp.js';
import { visit, type Person } from '../support/person.js';
import { ann, eve, openPool } from '../support/pool.js';
import { until } from './until.js';

type Request = CredentialRequestOptions & { otp?: { transport: string[] } };

/** A credentials container that answers when the test says so. */
function fakeCredentials() {
  const requests: Request[] = [];
  let answer: (code: string) => void = () => {};
  return {
    requests,
    answer: (code: string) => answer(code),
    get(request: Request = {}): Promise<Credential | null> {
      requests.push(request);
      return new Promise((resolve, reject) => {
        answer = (code) => resolve({ id: '', type: 'otp', code } as Credential);
        request.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    },
  };
}

describe('reading the code from a text message', () => {
  it('asks for a message bound to this site', async () => {
    const credentials = fakeCredentials();
    const { signal } = new AbortController();
    const code = readSmsCode(credentials, signal);
    expect(credentials.requests[0]!.otp).to.deep.equal({ transport: ['sms'] });
    expect(credentials.requests[0]!.signal).to.equal(signal);
    credentials.answer('123456');
    expect(await code).to.equal('123456');
  });

  it('gives nothing when it is aborted, and that is no error', async () => {
    const credentials = fakeCredentials();
    const wait = new AbortController();
    const code = readSmsCode(credentials, wait.signal);
    wait.abort();
    expect(await code).to.equal(null);
  });

  it('gives nothing when the message comes after the abort', async () => {
    const wait = new AbortController();
    const late = { get: () => Promise.resolve({ id: '', type: 'otp', code: '1234' } as Credential) };
    wait.abort();
    expect(await readSmsCode(late, wait.signal)).to.equal(null);
  });

  it('gives nothing when the person refuses', async () => {
    const refusing = { get: () => Promise.reject(new DOMException('', 'NotAllowedError')) };
    expect(await readSmsCode(refusing, new AbortController().signal)).to.equal(null);
  });
});

describe('the code step', () => {
  const container = Object.getOwnPropertyDescriptor(Navigator.prototype, 'credentials')!;
  const known = 'OTPCredential' in globalThis;
  let credentials: ReturnType<typeof fakeCredentials>;

  // The browser itself is what is played here: the element reads it from the page.
  beforeEach(() => {
    credentials = fakeCredentials();
    Object.defineProperty(navigator, 'credentials', { configurable: true, value: credentials });
    if (!known) Object.assign(globalThis, { OTPCredential: Object });
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'credentials');
    if (!known) Reflect.deleteProperty(globalThis, 'OTPCredential');
    expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'credentials')).to.deep.equal(container);
  });

  async function atCodeStep(username = 'ann'): Promise<Person> {
    const person = await visit({ pool: await openPool({ users: [ann, eve] }), set: { authFlow: 'password' } });
    await person.signIn(username);
    await person.hears('login-code-sent');
    return person;
  }
  const aborted = () => credentials.requests[0]?.signal?.aborted;

  it('fills in the code from the message, and leaves it to the person to send it', async () => {
    const person = await atCodeStep();
    await until(() => credentials.requests.length === 1);
    credentials.answer(await person.pool.lastCode());
    await until(() => person.field('Code').value !== '');
    expect(person.heading).to.equal('Check your phone');
    await person.press('Enter');
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
  });

  it('waits for no text message when the code comes by e-mail', async () => {
    const person = await atCodeStep('eve');
    expect(credentials.requests).to.be.empty;
    expect(await person.messages()).to.equal(1);
  });

  it('stops waiting when the person goes back', async () => {
    const person = await atCodeStep();
    await until(() => aborted() === false);
    await person.activate('Back');
    await until(aborted);
    expect(await person.messages()).to.equal(1);
  });

  it('stops waiting when the person is signed in', async () => {
    const person = await atCodeStep();
    await person.enterSentCode();
    await person.hears('login-success');
    await until(aborted);
    expect(await person.messages()).to.equal(1);
  });

  it('stops waiting when the element leaves the page', async () => {
    const person = await atCodeStep();
    await until(() => aborted() === false);
    person.element.remove();
    await until(() => aborted() === true, 'the wait goes on without the element');
    expect(await person.messages()).to.equal(1);
  });

  it('waits anew for the message of a code that was asked for anew', async () => {
    const { FakeClock } = await import('../support/fake-clock.js');
    const clock = new FakeClock();
    const person = await visit({ pool: await openPool({ users: [ann] }), set: { authFlow: 'password', clock } });
    await person.signIn('ann');
    await person.hears('login-code-sent');
    credentials.answer('0000');
    await until(() => person.field('Code').value === '0000');
    clock.advance(30_000);
    await person.element.updateComplete;
    await person.activate('Send a new code');
    await person.hears('login-code-sent', 2);
    await until(() => credentials.requests.length === 2, 'no wait for the second message');
    expect(await person.messages()).to.equal(2);
  });
});
