import { expect } from '@open-wc/testing';
import type { CognitoOptions } from '../../src/cognito/config.js';
import { challenge, choice, refusal, type Reply, session, silence, tokens } from '../support/scripted-service.js';
import { errorOf, never, openScripted, openShelf, rejection, settled, until, wordOf } from './open-scripted.js';

const options = { challenge: 'AAAA', rpId: 'example.com' };
const asked = challenge('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) });
const assertion = '{"id":"key","response":{"signature":"c2ln"}}';
const credential = { id: 'key', type: 'public-key' };
const creation = '{"CredentialCreationOptions":{"challenge":"BBBB"}}';
const passkey = { kind: 'passkey' } as const;

type Got = string | null | Error;

/** The browser's prompts, answered as a test says; it notes what it was asked for. */
function openPrompt({ got = [assertion], made = credential, autofill = true }: Partial<PromptScript> = {}) {
  const calls: [options: unknown, autofill?: boolean][] = [];
  const gets = [...got];
  const answer = <Value>(value: Value | Error | undefined) =>
    value instanceof Error ? Promise.reject(value) : Promise.resolve(value as Value);
  const prompt = {
    canAutofill: () => Promise.resolve(autofill),
    get: (given: unknown, listed: boolean) => {
      calls.push([given, listed]);
      return answer(gets.shift() ?? null);
    },
    create: (given: unknown) => {
      calls.push([given]);
      return answer(made);
    },
  };
  return { prompt, calls };
}

interface PromptScript {
  readonly got: readonly Got[];
  readonly made: object | null | Error;
  readonly autofill: boolean;
}

const closed = new DOMException('No relying party.', 'SecurityError');
const preferred = { authFlow: 'choice', preferredFactor: 'passkey' } as const;

function open(script: readonly Reply[], given: Partial<PromptScript> = {}, more: Partial<CognitoOptions> = {}) {
  const { prompt, calls } = openPrompt(given);
  return { ...openScripted(script, { ...preferred, passkeyPrompt: prompt, ...more }), calls };
}

describe('a sign-in by passkey', () => {
  it('asks the browser for what the service asks, and sends its answer with the Session', async () => {
    const { port, service, calls } = open([asked, tokens()]);
    expect(await port.signIn({ username: 'ann', password: null }, never)).to.include({ kind: 'passkey-needed' });
    expect(calls).to.have.lengthOf(0);
    expect(wordOf(await port.answer(passkey, never))).to.equal('signed-in');
    expect(calls).to.deep.equal([[options, false]]);
    const { ChallengeName, ChallengeResponses, Session } = service.sent[1]!.params;
    expect([ChallengeName, Session]).to.deep.equal(['WEB_AUTHN', session]);
    expect(ChallengeResponses).to.deep.equal({ USERNAME: 'ann', CREDENTIAL: assertion });
  });

  it('whose prompt was closed waits for another try with the same Session, and has sent nothing', async () => {
    const { port, service } = open([asked, tokens()], { got: [null, assertion] });
    await port.signIn({ username: 'ann', password: null }, never);
    expect(await port.answer(passkey, never)).to.deep.equal({ kind: 'cancelled' });
    expect(service.sent).to.have.lengthOf(1);
    expect(wordOf(await port.answer(passkey, never))).to.equal('signed-in');
    expect(service.sent[1]!.params.Session).to.equal(session);
  });

  it('whose prompt failed says so, and why to the developer', async () => {
    const { port, service } = open([asked, tokens()], { got: [closed, assertion] });
    await port.signIn({ username: 'ann', password: null }, never);
    const error = errorOf(await port.answer(passkey, never));
    const cause = { name: 'SecurityError', message: 'No relying party.' };
    expect(error).to.deep.equal({ code: 'passkey-failed', retryable: true, cause });
    expect(service.sent).to.have.lengthOf(1);
    expect(wordOf(await port.answer(passkey, never))).to.equal('signed-in');
  });

  it('that the service refuses is the passkey’s fault', async () => {
    const { port } = open([asked, refusal('NotAuthorizedException', 'Invalid passkey credential.')]);
    await port.signIn({ username: 'ann', password: null }, never);
    expect(errorOf(await port.answer(passkey, never)).code).to.equal('passkey-failed');
  });

  it('that was left while the browser asked sends nothing', async () => {
    const controller = new AbortController();
    const passkeyPrompt = { ...openPrompt().prompt, get: () => (controller.abort(), Promise.resolve(assertion)) };
    const { port, service } = openScripted([asked, tokens()], { ...preferred, passkeyPrompt });
    await port.signIn({ username: 'ann', password: null }, never);
    expect(await rejection(port.answer(passkey, controller.signal))).to.equal(controller.signal.reason);
    expect(service.sent).to.have.lengthOf(1);
  });
});

describe('a passkey in the browser’s list', () => {
  it('is sent once it was picked, without another prompt', async () => {
    const { port, service, calls } = open([asked, tokens()]);
    expect(await port.offerPasskey('ann', never)).to.equal(true);
    expect(calls).to.deep.equal([[options, true]]);
    const { AuthFlow, AuthParameters } = service.sent[0]!.params;
    expect([AuthFlow, AuthParameters]).to.deep.equal([
      ...['USER_AUTH', { USERNAME: 'ann', PREFERRED_CHALLENGE: 'WEB_AUTHN' }],
    ]);
    expect(wordOf(await port.answer(passkey, never))).to.equal('signed-in');
    expect(calls).to.have.lengthOf(1);
    expect(service.sent[1]!.params.ChallengeResponses!.CREDENTIAL).to.equal(assertion);
  });

  it('serves once: after a failure the browser is asked', async () => {
    const { port, calls } = open([asked, new TypeError('Failed to fetch'), tokens()], { got: [assertion, assertion] });
    await port.offerPasskey('ann', never);
    expect(wordOf(await port.answer(passkey, never))).to.equal('offline');
    expect(wordOf(await port.answer(passkey, never))).to.equal('signed-in');
    expect(calls.map(([, listed]) => listed)).to.deep.equal([true, false]);
  });

  const none: [name: string, script: Reply[], given: Partial<PromptScript>, sent: number][] = [
    ['the browser has no list', [], { autofill: false }, 0],
    ['the user has none', [choice('PASSWORD')], {}, 1],
    ['the service asks for something else', [challenge('EMAIL_OTP')], {}, 1],
    ['the service refuses', [refusal('InvalidParameterException', 'USER_AUTH is not enabled for the client.')], {}, 1],
    ['the service is not there', [new TypeError('Failed to fetch')], {}, 1],
    ['the options cannot be read', [challenge('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: '{' })], {}, 1],
    ['the list was closed', [asked], { got: [null] }, 1],
    ['the browser fails', [asked], { got: [closed] }, 1],
  ];
  for (const [name, script, given, sent] of none)
    it(`is not offered, and nothing is to be answered, where ${name}`, async () => {
      const { port, service } = open(script, given);
      expect(await port.offerPasskey('ann', never)).to.equal(false);
      expect(service.sent).to.have.lengthOf(sent);
      expect(wordOf(await port.answer(passkey, never))).to.equal('session-expired');
    });

  it('is not offered where passkeys are not in use', async () => {
    const { port, service } = openScripted([]);
    expect(await port.offerPasskey('ann', never)).to.equal(false);
    expect(service.sent).to.have.lengthOf(0);
  });

  it('is not waited for any longer once the signal is aborted', async () => {
    const controller = new AbortController();
    const { port } = open([silence]);
    const offered = rejection(port.offerPasskey('ann', controller.signal));
    controller.abort(new Error('Gone.'));
    expect(await offered).to.equal(controller.signal.reason);
  });

  it('that is picked by somebody who has left is not sent', async () => {
    const controller = new AbortController();
    const { prompt } = openPrompt();
    const passkeyPrompt = { ...prompt, get: () => (controller.abort(), Promise.resolve(assertion)) };
    const { port } = openScripted([asked], { ...preferred, passkeyPrompt });
    expect(await rejection(port.offerPasskey('ann', controller.signal))).to.equal(controller.signal.reason);
    expect(wordOf(await port.answer(passkey, never))).to.equal('session-expired');
  });

  it('that is picked by somebody who leaves in the same moment takes no attempt’s place', async () => {
    const controller = new AbortController();
    const get = () => {
      const picked = Promise.resolve(assertion);
      // After the prompt’s answer was looked at, before the attempt is kept.
      void picked.then(() => undefined).then(() => controller.abort());
      return picked;
    };
    const passkeyPrompt = { ...openPrompt().prompt, get };
    const { port, signIn } = openScripted([challenge('SMS_MFA'), asked, tokens()], { passkeyPrompt });
    await signIn();
    expect(await rejection(port.offerPasskey('ann', controller.signal))).to.equal(controller.signal.reason);
    expect(wordOf(await port.answer({ kind: 'code', code: '123456' }, never))).to.equal('signed-in');
  });

  it('leaves an attempt alone that goes on meanwhile', async () => {
    const { port, service } = open([challenge('SMS_MFA'), asked, tokens()], { got: [null] }, { authFlow: 'password' });
    await port.signIn({ username: 'ann', password: 'Blue-Lagoon-7' }, never);
    await port.offerPasskey('ann', never);
    expect(wordOf(await port.answer({ kind: 'code', code: '123456' }, never))).to.equal('signed-in');
    expect(service.operations()).to.deep.equal(['InitiateAuth', 'InitiateAuth', 'SMS_MFA']);
  });
});

describe('the offer of a passkey', () => {
  const offering = { authFlow: 'password', offerPasskey: true } as const;
  const list = (...Credentials: object[]) => JSON.stringify({ Credentials });

  it('is made to whoever has none', async () => {
    const { signIn, service } = open([tokens(), list()], {}, offering);
    expect(await signIn()).to.deep.equal({ kind: 'signed-in', offers: ['passkey'] });
    const { operation, params } = service.sent[1]!;
    expect(operation).to.equal('ListWebAuthnCredentials');
    const { AccessToken, ...rest } = params;
    expect(AccessToken).to.match(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(rest).to.deep.equal({ MaxResults: 1 });
  });

  const nots: [name: string, reply: Reply][] = [
    ['has one', list({ CredentialId: 'key' })],
    ['cannot be known about', refusal('WebAuthnNotEnabledException')],
    ['cannot be asked about', new TypeError('Failed to fetch')],
    ['is answered for by a stranger', '{}'],
  ];
  for (const [name, reply] of nots)
    it(`is not made to whoever ${name}, and the sign-in stands`, async () => {
      const { signIn, port } = open([tokens(), reply], {}, offering);
      expect(await signIn()).to.deep.equal({ kind: 'signed-in', offers: [] });
      expect(await port.getSession()).not.to.equal(null);
    });

  it('is waited for two seconds', async () => {
    const { signIn, service, clock } = open([tokens(), silence], {}, offering);
    let outcome = 'none';
    const submission = signIn().then((result) => (outcome = result.kind));
    await until(() => service.sent.length === 2);
    clock.advance(1999);
    await settled();
    expect(outcome).to.equal('none');
    clock.advance(1);
    expect(await submission).to.equal('signed-in');
    expect(clock.pending).to.equal(0);
  });

  it('that somebody leaves meanwhile stores nothing', async () => {
    const shelf = openShelf();
    const controller = new AbortController();
    const { signIn, service } = open([tokens(), silence], {}, { ...offering, storage: shelf.storage });
    const left = rejection(signIn(controller.signal));
    await until(() => service.sent.length === 2);
    controller.abort(new Error('Gone.'));
    expect(await left).to.equal(controller.signal.reason);
    expect(shelf.content()).to.deep.equal({});
  });

  const unasked: [name: string, more: Partial<CognitoOptions>][] = [
    ['the page does not offer it', { offerPasskey: false }],
    ['the browser has none', { passkeyPrompt: null }],
    ['somebody is only confirmed', { mode: 'reauth' }],
  ];
  for (const [name, more] of unasked)
    it(`is not thought of where ${name}`, async () => {
      const { signIn, service } = open([tokens()], {}, { ...offering, ...more });
      expect(await signIn()).to.deep.equal({ kind: 'signed-in', offers: [] });
      expect(service.sent).to.have.lengthOf(1);
    });

  it('is not thought of after a sign-in by passkey', async () => {
    const { port, service } = open([asked, tokens()], {}, { offerPasskey: true });
    await port.signIn({ username: 'ann', password: null }, never);
    expect(await port.answer(passkey, never)).to.deep.equal({ kind: 'signed-in', offers: [] });
    expect(service.sent).to.have.lengthOf(2);
  });
});

describe('adding a passkey', () => {
  async function openSignedIn(script: readonly Reply[], given: Partial<PromptScript> = {}, more = {}) {
    const setting = open([tokens(), ...script], given, { authFlow: 'password', ...more });
    await setting.signIn();
    return setting;
  }

  it('asks the service how, the browser for one, and registers it', async () => {
    const { port, service, calls } = await openSignedIn([creation, '{}']);
    expect(await port.addPasskey(never)).to.deep.equal({ kind: 'done' });
    expect(calls).to.deep.equal([[{ challenge: 'BBBB' }]]);
    expect(service.operations().slice(1)).to.deep.equal(['StartWebAuthnRegistration', 'CompleteWebAuthnRegistration']);
    const [start, complete] = service.sent.slice(1).map(({ params }) => params);
    expect(complete).to.deep.equal({ AccessToken: start!.AccessToken, Credential: credential });
  });

  it('may be thought better of', async () => {
    const { port, service } = await openSignedIn([creation], { made: null });
    expect(await port.addPasskey(never)).to.deep.equal({ kind: 'cancelled' });
    expect(service.sent).to.have.lengthOf(2);
  });

  const failures: [code: string, script: Reply[], given?: Partial<PromptScript>][] = [
    ['passkey-failed', [creation], { made: new DOMException('There is one.', 'InvalidStateError') }],
    ['passkey-failed', [creation, refusal('WebAuthnCredentialNotSupportedException')]],
    ['config-error', [refusal('WebAuthnNotEnabledException')]],
    ['session-expired', [refusal('NotAuthorizedException', 'Access Token has been revoked')]],
    ['bad-response', ['{}']],
    ['offline', [new TypeError('Failed to fetch')]],
  ];
  for (const [code, script, given] of failures)
    it(`may fail with ${code}, and nobody is signed out by it`, async () => {
      const { port } = await openSignedIn(script, given);
      expect(wordOf(await port.addPasskey(never))).to.equal(code);
      expect(await port.getSession()).not.to.equal(null);
    });

  it('takes somebody who is signed in, and a browser that has passkeys', async () => {
    expect(wordOf(await open([]).port.addPasskey(never))).to.equal('session-expired');
    const { port } = await openSignedIn([], {}, { passkeyPrompt: null });
    expect(wordOf(await port.addPasskey(never))).to.equal('passkey-failed');
  });
});
