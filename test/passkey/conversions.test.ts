import { expect } from '@open-wc/testing';
import { fromBase64url, isBase64url, toBase64url } from '../../src/passkey/base64url.js';
import { credentialToJson } from '../../src/passkey/credential-to-json.js';
import { creationOptions, requestOptions } from '../../src/passkey/options-from-json.js';
import { PasskeyError } from '../../src/passkey/passkey-error.js';
import { creation, lookAlike, request } from './scripted-browser.js';

const malformed = (read: () => unknown, code = 'malformed-options') => {
  try {
    read();
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(PasskeyError);
    expect((thrown as PasskeyError).code).to.equal(code);
    return;
  }
  expect.fail('taken');
};

describe('base64url', () => {
  it('is there and back the same, for every byte and every length', () => {
    const all = Uint8Array.from({ length: 256 }, (_, value) => value);
    for (let length = 0; length < 5; length++) {
      const bytes = all.slice(251 - length, 256);
      expect(new Uint8Array(fromBase64url(toBase64url(bytes.buffer)))).to.deep.equal(bytes);
    }
    expect(toBase64url(all.buffer)).to.match(/^AAECAw[\w-]+-_w$/);
  });
  it('is nothing else', () => {
    for (const text of ['', 'a', 'YQ==', 'a+b/', 'a b', 'é', 5, null]) expect(isBase64url(text)).to.equal(false);
  });
});

describe('the options', () => {
  const wrongRequests = [
    ...[null, undefined, 'text', 5, [], {}, { ...request, challenge: 5 }, { ...request, challenge: 'a+b=' }],
    ...[
      { ...request, rpId: 5 },
      { ...request, timeout: '60' },
      { ...request, timeout: -1 },
    ],
    ...[
      { ...request, allowCredentials: {} },
      { ...request, allowCredentials: [null] },
    ],
    { ...request, allowCredentials: [{ type: 'public-key', id: 'a', transports: 'usb' }] },
    { ...request, allowCredentials: [{ type: 'secret', id: 'dGVzdA' }] },
  ];
  const wrongCreations = [
    ...[null, {}, { ...creation, rp: null }, { ...creation, rp: {} }, { ...creation, user: 'ann' }],
    ...[
      { ...creation, user: { ...creation.user, id: '!' } },
      { ...creation, pubKeyCredParams: [{ alg: -7 }] },
    ],
    ...[
      { ...creation, pubKeyCredParams: undefined },
      { ...creation, authenticatorSelection: 'platform' },
    ],
    { ...creation, extensions: { credProps: 'yes' } },
  ];
  it('that are not WebAuthn’s end in one kind of error', () => {
    for (const options of wrongRequests) malformed(() => requestOptions(options, false, {}));
    for (const options of wrongCreations) malformed(() => creationOptions(options, {}));
  });
  it('that the browser does not take end in the same', () => {
    const parseRequestOptionsFromJSON = () => expect.fail('no');
    malformed(() => requestOptions(request, false, { parseRequestOptionsFromJSON }));
  });

  it('lose what is null, unknown or of tomorrow', () => {
    const odd = { rpId: null, userVerification: 'tomorrow', extensions: { prf: 5 }, mediation: 'silent' };
    const { challenge, ...rest } = requestOptions({ challenge: 'dGVzdA', ...odd }, false, {});
    expect([rest, toBase64url(challenge as ArrayBuffer)]).to.deep.equal([{}, 'dGVzdA']);
    const selection = { authenticatorAttachment: null, residentKey: 'tomorrow', requireResidentKey: true };
    const made = creationOptions({ ...creation, authenticatorSelection: selection, attestation: 'tomorrow' }, {});
    expect(made.authenticatorSelection).to.deep.equal({ requireResidentKey: true });
    expect(made).not.to.have.property('attestation');
  });

  it('come out as the browser’s own conversion makes them', function () {
    if (!('PublicKeyCredential' in globalThis && 'parseRequestOptionsFromJSON' in PublicKeyCredential)) this.skip();
    const descriptors = [{ type: 'public-key', id: 'AQI_-w', transports: ['internal', 'hybrid'] }];
    const asked = { ...request, userVerification: 'preferred', allowCredentials: descriptors };
    const made = { ...creation, attestation: 'none', excludeCredentials: descriptors };
    expect(requestOptions(asked, false, {})).to.deep.equal(plain(requestOptions(asked, false, PublicKeyCredential)));
    expect(creationOptions(made, {})).to.deep.equal(plain(creationOptions(made, PublicKeyCredential)));
    const extended = { ...made, extensions: { credProps: true } };
    for (const platform of [{}, PublicKeyCredential])
      expect(creationOptions(extended, platform).extensions).to.include({ credProps: true });
  });
});

/** Without the defaults that a browser fills in where nothing was said. */
const plain = ({ hints: _, extensions: __, ...options }: object & { hints?: unknown; extensions?: unknown }) => options;

it('a credential is what it says itself', () => {
  const response = { clientDataJSON: 'Aw', authenticatorData: 'BA', signature: 'BQ', tomorrow: 'more' };
  const json = { id: 'AQI', response };
  expect(credentialToJson(lookAlike({ toJSON: () => json }), 'get')).to.equal(json);
});

describe('a credential whose own conversion fails', () => {
  const common = { id: 'AQI', rawId: 'AQI', type: 'public-key', authenticatorAttachment: 'platform' };

  it('is read member by member', () => {
    const response = { clientDataJSON: 'Aw', authenticatorData: 'BA', signature: 'BQ', userHandle: 'Bg' };
    const json = { ...common, response, clientExtensionResults: {} };
    for (const toJSON of [lookAlike().toJSON, undefined, () => ({ id: 'AQI', response: {} })]) {
      expect(credentialToJson(lookAlike({ toJSON }), 'get')).to.deep.equal(json);
    }
    const made = { clientDataJSON: 'Aw', attestationObject: 'Bw', transports: ['internal'] };
    expect(credentialToJson(lookAlike(), 'create')).to.deep.equal({ ...json, response: made });
  });

  it('is refused where it lacks what the service needs', () => {
    for (const changes of [{ response: {} }, { response: null }, { id: '' }, { rawId: null, response: 'text' }])
      for (const ceremony of ['get', 'create'] as const)
        malformed(() => credentialToJson(lookAlike(changes), ceremony), 'malformed-answer');
  });
});
