import { expect } from '@open-wc/testing';
import type { PasskeyPrompt } from '../../src/flow/ports.js';
import { openPasskeyPrompt, type PasskeyBrowser } from '../../src/passkey/open-passkey-prompt.js';
import { PasskeyError, type PasskeyErrorCode } from '../../src/passkey/passkey-error.js';
import { creation, lookAlike, request, scriptedBrowser } from './scripted-browser.js';

const forever = new AbortController().signal;
const open = (browser: PasskeyBrowser): PasskeyPrompt => openPasskeyPrompt(browser)!;

/** The code of the PasskeyError that a promise rejects with; anything else fails the test. */
async function refusal(promise: Promise<unknown>): Promise<PasskeyErrorCode> {
  const thrown: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(thrown).to.be.instanceOf(PasskeyError);
  return (thrown as PasskeyError).code;
}

describe('openPasskeyPrompt', () => {
  const without: readonly [what: string, changes: object][] = [
    ['no WebAuthn', { PublicKeyCredential: undefined }],
    ['no navigator.credentials', { navigator: {} }],
    ['an insecure page', { isSecureContext: false }],
    ['a frame without permission', { document: { featurePolicy: { allowsFeature: () => false } } }],
  ];
  for (const [what, changes] of without) {
    it(`has none with ${what}`, () => {
      const { browser } = scriptedBrowser();
      expect(openPasskeyPrompt({ ...browser, ...changes })).to.equal(null);
      expect(openPasskeyPrompt(browser)).not.to.equal(null);
    });
  }

  it('asks with a dialog, or for the list of saved user names, and there without a time limit', () => {
    const { browser, calls } = scriptedBrowser();
    void open(browser).get(request, false, forever);
    void open(browser).get(request, true, forever);
    expect(calls.map(({ options }) => [options.mediation, options.publicKey!.timeout])).to.deep.equal([
      [undefined, 60_000],
      ['conditional', undefined],
    ]);
  });

  it('asks at once, while the press still counts, whichever container is there by then', () => {
    const { browser } = scriptedBrowser();
    const prompt = open(browser);
    const late = scriptedBrowser();
    Object.assign(browser, { navigator: late.browser.navigator });
    void prompt.create(creation, forever);
    expect(late.calls).to.have.length(1);
  });

  it('takes the place of the ceremony before, of another element too', async () => {
    const { browser, calls } = scriptedBrowser();
    const list = open(browser).get(request, true, forever);
    const dialog = open(browser).get(request, false, forever);
    expect(calls[0]!.options.signal!.aborted).to.equal(true);
    expect(await list).to.equal(null);
    calls[1]!.answer(lookAlike());
    expect(JSON.parse((await dialog)!)).to.have.property('id', 'AQI');
  });

  it('ends with its signal, even where nobody heeds it, and drops the late answer', async () => {
    const { browser, calls } = scriptedBrowser({ deaf: true });
    const control = new AbortController();
    const passkey = open(browser).get(request, false, control.signal);
    control.abort('a reason that is no error');
    expect(await passkey).to.equal(null);
    calls[0]!.refuse(new Error('late'));
  });

  it('does not ask when its signal is aborted already, and leaves the ceremony before alone', async () => {
    const { browser, calls } = scriptedBrowser();
    void open(browser).get(request, true, forever);
    expect(await open(browser).create(creation, AbortSignal.abort())).to.equal(null);
    expect(calls.map(({ options }) => options.signal!.aborted)).to.deep.equal([false]);
  });

  describe('when the browser refuses', () => {
    const dom = (name: string) => new DOMException('', name);
    const refusing = (reason: unknown) => {
      const fail = () => Promise.reject(reason as Error);
      return open(scriptedBrowser({ navigator: { credentials: { get: fail, create: fail } } }).browser);
    };
    const codes: readonly [
      what: string,
      reason: unknown,
      get: PasskeyErrorCode | null,
      create: PasskeyErrorCode | null,
    ][] = [
      ['a closed prompt', dom('NotAllowedError'), null, null],
      ['another script’s abort', dom('AbortError'), null, null],
      ['a passkey that is there already', dom('InvalidStateError'), 'failed', 'already-registered'],
      ['a foreign relying party', dom('SecurityError'), 'wrong-site', 'wrong-site'],
      ['no fitting authenticator', dom('NotSupportedError'), 'unsupported', 'unsupported'],
      ['another script’s ceremony', dom('OperationError'), 'busy', 'busy'],
      ['anything else', dom('UnknownError'), 'failed', 'failed'],
      ['a password manager’s cancel', Object.assign(new Error(), { name: 'NotAllowedError' }), null, null],
      ['a password manager’s fault', new TypeError('Illegal invocation'), 'failed', 'failed'],
      ['a text', 'no', 'failed', 'failed'],
      ['nothing', undefined, 'failed', 'failed'],
      ['what cannot be read', new Proxy({}, { get: () => expect.fail('denied') }), 'failed', 'failed'],
    ];
    for (const [what, reason, get, create] of codes) {
      it(what, async () => {
        const prompt = refusing(reason);
        const asked = prompt.get(request, false, forever);
        expect(get ? await refusal(asked) : await asked).to.equal(get);
        const made = prompt.create(creation, forever);
        expect(create ? await refusal(made) : await made).to.equal(create);
      });
    }

    it('before there is a promise', async () => {
      const get = () => expect.fail('at once');
      const { browser } = scriptedBrowser({ navigator: { credentials: { get, create: get } } });
      expect(await refusal(open(browser).get(request, false, forever))).to.equal('failed');
    });
  });

  describe('canAutofill', () => {
    const answers: readonly [what: string, PublicKeyCredential: object, can: boolean][] = [
      ['yes', { isConditionalMediationAvailable: () => Promise.resolve(true) }, true],
      ['no', { isConditionalMediationAvailable: () => Promise.resolve(false) }, false],
      ['an old browser', {}, false],
      ['a fault', { isConditionalMediationAvailable: () => Promise.reject(new TypeError()) }, false],
    ];
    for (const [what, PublicKeyCredential, can] of answers) {
      it(what, async () =>
        expect(await open(scriptedBrowser({ PublicKeyCredential }).browser).canAutofill()).to.equal(can),
      );
    }
  });
});
