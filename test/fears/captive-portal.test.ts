import { aTimeout, expect } from '@open-wc/testing';
import en from '../../src/i18n/en.js';
import { listenToAccidents, Network, sessionKeys, storedFor } from '../support/faults.js';
import { visit, type Person } from '../support/person.js';
import { ann, openPool } from '../support/pool.js';

const page = '<!doctype html><title>Hotel Wi-Fi</title><h1>Room number?</h1>';
const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/x-amz-json-1.1' };

/** What answers in the service's place, and what the person is told of it. */
const answers: Record<string, { answer: () => Response | Promise<Response>; code: keyof typeof en.errors }> = {
  'a page with status 200': { answer: () => new Response(page, { headers: html }), code: 'bad-response' },
  'a page that calls itself JSON': { answer: () => new Response(page, { headers: json }), code: 'bad-response' },
  'a page with status 302': { answer: () => new Response(page, { status: 302, headers: html }), code: 'bad-response' },
  'a page with status 404': { answer: () => new Response(page, { status: 404, headers: html }), code: 'bad-response' },
  // What fetch does of itself with a redirect, since the request forbids to follow one.
  'a redirect': { answer: () => Promise.reject(new TypeError('Failed to fetch')), code: 'offline' },
  // RFC 6585, section 6: the status that exists for captive portals.
  'a page with status 511': { answer: () => new Response(page, { status: 511, headers: html }), code: 'bad-response' },
  'a gateway’s page with status 502': {
    answer: () => new Response(page, { status: 502, headers: html }),
    code: 'service-unavailable',
  },
  'truncated JSON': { answer: () => new Response('{"ChallengeName":"SMS_M', { headers: json }), code: 'bad-response' },
  'an empty body': { answer: () => new Response('', { headers: json }), code: 'bad-response' },
  'an empty object': { answer: () => new Response('{}', { headers: json }), code: 'bad-response' },
  'a list': { answer: () => new Response('[]', { headers: json }), code: 'bad-response' },
  null: { answer: () => new Response('null', { headers: json }), code: 'bad-response' },
};

describe('a captive portal that answers in the service’s place', () => {
  let network: Network;
  let person: Person;
  let accidents: readonly string[];

  beforeEach(async () => {
    accidents = listenToAccidents();
    network = new Network();
    const { fetch } = network;
    const pool = await openPool({ users: [ann], settings: { accessTokenValidity: 0 } });
    person = await visit({ pool, set: { fetch, authFlow: 'password', storage: 'session' } });
  });

  async function signIn(): Promise<void> {
    const before = person.heard('login-code-sent').length;
    await person.type('User name', 'ann');
    await person.type('Password', ann.password);
    await person.press('Enter');
    await person.hears('login-code-sent', before + 1);
    await person.enterSentCode();
    await person.sees('You are signed in');
  }

  for (const [name, { answer, code }] of Object.entries(answers)) {
    it(`with ${name} is told in one sentence, and trying again works`, async () => {
      const { clientId } = person.pool;
      const earlier = Object.fromEntries(sessionKeys(clientId, 'ann').map((key) => [key, 'an earlier session’s']));
      network.replace(() => {
        // Not before: what is stored when the element looks for a session is taken up.
        Object.assign(sessionStorage, earlier);
        return answer();
      });
      await person.signIn('ann');
      expect(await person.hears('login-failure')).to.include({ code, step: 'sign-in', retryable: true });
      expect(person.hint('Password')).to.equal(en.errors[code]);
      expect(person.status).to.equal(en.errors[code]);
      expect(storedFor(clientId)).to.deep.equal(earlier);
      expect(network.requests, 'nothing is sent twice').to.have.length(1);
      network.replace();
      await person.type('Password', ann.password);
      await person.press('Enter');
      await person.sees('Check your phone');
      expect(person.heard('login-failure')).to.have.length(1);
      expect(await person.messages()).to.equal(1);
      expect(accidents).to.deep.equal([]);
    });
  }

  it('leaves the code step as it is, and the same code works afterwards', async () => {
    await person.signIn('ann');
    await person.sees('Check your phone');
    network.replace(answers['a page with status 200']!.answer);
    await person.enterSentCode();
    expect(await person.hears('login-failure')).to.include({ code: 'bad-response', step: 'code', retryable: true });
    expect(person.hint('Code')).to.equal(en.errors['bad-response']);
    expect(storedFor(person.pool.clientId)).to.deep.equal({});
    network.replace();
    await person.enterSentCode();
    await person.hears('login-success');
    expect(await person.messages()).to.equal(1);
  });

  it('leaves a stored session whole, whether a refresh or a new sign-in meets it', async () => {
    await signIn();
    // The element looks at the session that ends at once, and refreshes it: what is stored is then left alone.
    await person.element.getSession();
    const stored = storedFor(person.pool.clientId);
    expect(Object.keys(stored)).to.have.length(5);
    network.replace(answers['a page with status 200']!.answer);
    await aTimeout(1100); // until the tokens have ended, which the SDK reckons in whole seconds
    const refusal: unknown = await person.element.getSession().catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(Error);
    expect(storedFor(person.pool.clientId)).to.deep.equal(stored);
    person.element.startOver();
    await person.element.updateComplete;
    await person.signIn('ann');
    await person.hears('login-failure');
    expect(storedFor(person.pool.clientId)).to.deep.equal(stored);
    expect(accidents).to.deep.equal([]);
  });
});
