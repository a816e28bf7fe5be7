import { toBase64url } from './base64url.js';
import { type Ceremony, PasskeyError } from './passkey-error.js';

/** What the service cannot do without. */
const needed: Readonly<Record<Ceremony, readonly string[]>> = {
  get: ['clientDataJSON', 'authenticatorData', 'signature'],
  create: ['clientDataJSON', 'attestationObject'],
};

/**
 * AuthenticationResponseJSON after `get`, RegistrationResponseJSON after `create` (WebAuthn Level 3, section 5.1).
 *
 * Password managers answer with look-alikes whose methods throw "Illegal invocation" or are missing (dotnet/aspnetcore#62916,
 * bitwarden/clients#12060), so the browser's conversion is tried, and the members are read one by one where it fails.
 * @throws PasskeyError
 */
export function credentialToJson(credential: Credential, ceremony: Ceremony): object {
  const answer = credential as PublicKeyCredential;
  const own = ceremony === 'get' ? assertionJson : attestationJson;
  const conversions: readonly (() => object)[] = [() => answer.toJSON(), () => own(answer)];
  const json = conversions.map((convert) => attempt(convert)).find((converted) => isWhole(converted, ceremony));
  if (!json) throw new PasskeyError('malformed-answer', 'What the browser gave is no passkey’s answer');
  return json;
}

/** The answer, or undefined where there is none to be had. */
function attempt<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function isWhole(json: unknown, ceremony: Ceremony): boolean {
  const { id, response } = Object(json) as { id?: unknown; response?: unknown };
  const members = Object(response) as Readonly<Record<string, unknown>>;
  return isFilled(id) && needed[ceremony].every((name) => isFilled(members[name]));
}

const isFilled = (value: unknown): boolean => typeof value === 'string' && value !== '';

function assertionJson(credential: PublicKeyCredential) {
  const { authenticatorData, signature, userHandle } = credential.response as AuthenticatorAssertionResponse;
  return commonJson(credential, {
    authenticatorData: toBase64url(authenticatorData),
    signature: toBase64url(signature),
    ...(userHandle && { userHandle: toBase64url(userHandle) }),
  });
}

function attestationJson(credential: PublicKeyCredential) {
  const response = credential.response as AuthenticatorAttestationResponse;
  const authenticatorData = attempt(() => response.getAuthenticatorData());
  const publicKey = attempt(() => response.getPublicKey());
  const publicKeyAlgorithm = attempt(() => response.getPublicKeyAlgorithm());
  return commonJson(credential, {
    attestationObject: toBase64url(response.attestationObject),
    transports: attempt(() => response.getTransports()) ?? [],
    ...(authenticatorData && { authenticatorData: toBase64url(authenticatorData) }),
    ...(publicKey && { publicKey: toBase64url(publicKey) }),
    ...(publicKeyAlgorithm !== undefined && { publicKeyAlgorithm }),
  });
}

function commonJson(credential: PublicKeyCredential, response: object) {
  const { id, rawId, type, authenticatorAttachment } = credential;
  return {
    id,
    rawId: toBase64url(rawId),
    type,
    response: { clientDataJSON: toBase64url(credential.response.clientDataJSON), ...response },
    ...(authenticatorAttachment && { authenticatorAttachment }),
    // Of what is asked for here (`credProps`) the results hold no buffers, and are their own JSON.
    clientExtensionResults: attempt(() => credential.getClientExtensionResults()) ?? {},
  };
}
