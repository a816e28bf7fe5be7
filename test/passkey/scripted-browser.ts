import type { PasskeyBrowser } from '../../src/passkey/open-passkey-prompt.js';

export const request = { challenge: 'dGVzdA', rpId: 'localhost', timeout: 60_000, allowCredentials: [] };

export const creation = {
  challenge: 'dGVzdA',
  rp: { id: 'localhost', name: 'Example' },
  user: { id: 'dXNlcg', name: 'ann', displayName: 'Ann' },
  pubKeyCredParams: [
    { type: 'public-key', alg: -7 },
    { type: 'public-key', alg: -257 },
  ],
  timeout: 60_000,
  excludeCredentials: [],
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
};

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

/** A look-alike of a password manager's: its own conversion is missing or throws. */
export const lookAlike = (changes: object = {}) => ({
  id: 'AQI',
  rawId: bytes(1, 2),
  type: 'public-key',
  authenticatorAttachment: 'platform',
  response: {
    clientDataJSON: bytes(3),
    authenticatorData: bytes(4),
    signature: bytes(5),
    userHandle: bytes(6),
    attestationObject: bytes(7),
    getTransports: () => ['internal'],
    getPublicKey: () => illegal(),
  },
  getClientExtensionResults: () => ({}),
  toJSON: () => illegal(),
  ...changes,
});

function illegal(): never {
  throw new TypeError('Illegal invocation');
}

interface Call {
  readonly ceremony: 'get' | 'create';
  readonly options: CredentialRequestOptions & CredentialCreationOptions;
  answer(credential: unknown): void;
  refuse(reason: unknown): void;
}

/** A browser whose prompts the test answers. `deaf`: does not heed the signal, like some password managers. */
export function scriptedBrowser({ deaf = false, ...changes }: Partial<PasskeyBrowser> & { deaf?: boolean } = {}) {
  const calls: Call[] = [];
  const ask =
    (ceremony: Call['ceremony']) =>
    (options: Call['options'] = {}) =>
      new Promise<Credential | null>((resolve, reject) => {
        calls.push({ ceremony, options, answer: (one) => resolve(one as Credential), refuse: reject });
        if (!deaf) options.signal?.addEventListener('abort', () => reject(options.signal?.reason as Error));
      });
  const browser: PasskeyBrowser = {
    isSecureContext: true,
    navigator: { credentials: { get: ask('get'), create: ask('create') } },
    PublicKeyCredential: {},
    ...changes,
  };
  return { browser, calls };
}
