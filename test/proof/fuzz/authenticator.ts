/** An authenticator whose person confirms: its passkeys are of the platform's RSA, and last as long as the sequence. */
import { isoBase64URL, isoCBOR } from '@simplewebauthn/server/helpers';

type Bytes = Uint8Array<ArrayBuffer>;

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: Uint8Array.of(1, 0, 1),
};
const makeKeys = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
/** One pair for all, since to make one takes longer than many a sequence. */
let keys: Promise<CryptoKeyPair> | null = null;

/** Flags of authenticator data (WebAuthn Level 3, section 6.1): user present, user verified, attested credential data. */
const flags = { present: 0x01, verified: 0x04, attested: 0x40 } as const;

const join = (...parts: readonly (Bytes | readonly number[])[]): Bytes =>
  Uint8Array.from(parts.flatMap((one) => [...one]));
const sha256 = async (data: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', data));
const utf8 = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text));
const base64url = (data: Bytes): string => isoBase64URL.fromBuffer(data);
const bytesOf = (source: BufferSource): Bytes =>
  ArrayBuffer.isView(source)
    ? Uint8Array.from(new Uint8Array(source.buffer, source.byteOffset, source.byteLength))
    : new Uint8Array(source);

/** An RSA key in COSE's numbers (RFC 8230, section 4): kty 3, alg RS256, n and e. */
async function coseKey({ publicKey }: CryptoKeyPair): Promise<Bytes> {
  const { n, e } = await crypto.subtle.exportKey('jwk', publicKey);
  const [modulus, exponent] = [isoBase64URL.toBuffer(n!), isoBase64URL.toBuffer(e!)];
  const members = new Map<number, number | Uint8Array>([
    [1, 3],
    [3, -257],
    [-1, modulus],
    [-2, exponent],
  ]);
  return Uint8Array.from(isoCBOR.encode(members));
}

const clientData = (type: 'webauthn.create' | 'webauthn.get', challenge: BufferSource): Bytes =>
  utf8(JSON.stringify({ type, challenge: base64url(bytesOf(challenge)), origin: location.origin, crossOrigin: false }));

const authenticatorData = async (rpId: string, flag: number, attested: readonly number[] = []): Promise<Bytes> =>
  join(await sha256(utf8(rpId)), [flag, 0, 0, 0, 0], attested);

function credential(id: Bytes, response: object): Credential {
  const shared = { id: base64url(id), type: 'public-key', authenticatorAttachment: 'platform' };
  const json = { ...shared, rawId: base64url(id), response, clientExtensionResults: {} };
  return { ...shared, toJSON: () => json } as Credential;
}

interface Passkey {
  readonly id: Bytes;
  readonly rpId: string;
  readonly user: Bytes;
}

export class Authenticator {
  readonly #passkeys: Passkey[] = [];

  /** @throws DOMException where there is one for the account already */
  async create({
    challenge,
    rp,
    user,
    excludeCredentials = [],
  }: PublicKeyCredentialCreationOptions): Promise<Credential> {
    const { id: rpId = location.hostname } = rp;
    if (excludeCredentials.some((one) => this.#find(one.id))) throw new DOMException('', 'InvalidStateError');
    const pair = await (keys ??= makeKeys());
    const passkey = { id: Uint8Array.of(7, this.#passkeys.length), rpId, user: bytesOf(user.id) };
    this.#passkeys.push(passkey);
    const attested = join(new Uint8Array(16), [0, passkey.id.length], passkey.id, await coseKey(pair));
    const authData = await authenticatorData(rpId, flags.present | flags.verified | flags.attested, [...attested]);
    const object = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]) as never,
    );
    return credential(passkey.id, {
      clientDataJSON: base64url(clientData('webauthn.create', challenge)),
      attestationObject: base64url(Uint8Array.from(object)),
      transports: ['internal'],
    });
  }

  /** @throws DOMException where there is none that the page takes */
  async get({
    challenge,
    rpId = location.hostname,
    allowCredentials = [],
  }: PublicKeyCredentialRequestOptions): Promise<Credential> {
    const allowed = allowCredentials.map(({ id }) => this.#find(id));
    const passkey = (allowCredentials.length ? allowed : this.#passkeys).find((one) => one?.rpId === rpId);
    if (!passkey) throw new DOMException('', 'NotAllowedError');
    const data = await authenticatorData(rpId, flags.present | flags.verified);
    const client = clientData('webauthn.get', challenge);
    const { privateKey } = await (keys ??= makeKeys());
    const signature = await crypto.subtle.sign(algorithm.name, privateKey, join(data, await sha256(client)));
    return credential(passkey.id, {
      clientDataJSON: base64url(client),
      authenticatorData: base64url(data),
      signature: base64url(new Uint8Array(signature)),
      userHandle: base64url(passkey.user),
    });
  }

  #find(id: BufferSource): Passkey | undefined {
    const wanted = base64url(bytesOf(id));
    return this.#passkeys.find((one) => base64url(one.id) === wanted);
  }
}
