/**
 * What the service asks of passkeys, and how it checks them. The checks themselves are those of @simplewebauthn/server, which
 * needs WebCrypto only, so it runs inside a page too; it is loaded when the first passkey is spoken of.
 */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { utf8 } from './bytes.js';
import { CognitoError } from './errors.js';
import { isInput, isText } from './kinds.js';
import type { Passkey } from './passkeys.js';
import type { Call, Pool } from './pool.js';
import type { User } from './users.js';

const library = () => import('@simplewebauthn/server');
const helpers = () => import('@simplewebauthn/server/helpers');

/** COSE's numbers of ES256 and RS256, which WebAuthn recommends to every relying party. */
const ALGORITHMS = [-7, -257];

const refusal = (name: string, message: string) => new CognitoError(`WebAuthn${name}Exception`, message);

/** Throws where the pool has no passkeys; returns the relying party's id. */
export function relyingParty({ settings }: Pool): string {
  if (!settings.signInFactors.includes('WEB_AUTHN')) {
    throw refusal('NotEnabled', 'WebAuthn is not enabled for this user pool.');
  }
  const { relyingPartyId } = settings.webAuthn;
  if (!relyingPartyId) throw refusal('ConfigurationMissing', 'Relying party id is not configured for this user pool.');
  return relyingPartyId;
}

const describe = ({ id, transports }: Passkey) => ({ id, transports });

export async function creationOptions({ pool }: Call, user: User): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library();
  const rpID = relyingParty(pool);
  return generateRegistrationOptions({
    ...{ rpID, rpName: rpID, userName: user.username, userDisplayName: user.username },
    userID: utf8(user.sub),
    challenge: pool.services.random(32),
    excludeCredentials: pool.passkeys.of(user).map(describe),
    authenticatorSelection: { residentKey: 'required', userVerification: pool.settings.webAuthn.userVerification },
    supportedAlgorithmIDs: ALGORITHMS,
  });
}

export async function requestOptions({ pool }: Call, user: User): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: relyingParty(pool),
    challenge: pool.services.random(32),
    allowCredentials: pool.passkeys.of(user).map(describe),
    userVerification: pool.settings.webAuthn.userVerification,
  });
}

/** Whether the host is the relying party's, or one below it. */
const isWithin = (origin: string, relyingPartyId: string) =>
  URL.canParse(origin) && `.${new URL(origin).hostname}`.endsWith(`.${relyingPartyId}`);

/** The page that used the passkey; throws where it is none of the relying party's, or not the one that sends the request. */
async function originOf(clientDataJSON: string, relyingPartyId: string, sender: string | undefined): Promise<string> {
  const { decodeClientDataJSON } = await helpers();
  const { origin } = decodeClientDataJSON(clientDataJSON);
  const fits = isWithin(origin, relyingPartyId) && (sender === undefined || sender === origin);
  if (!fits) throw refusal('OriginNotAllowed', `Origin ${origin} is not allowed for this relying party id.`);
  return origin;
}

/** Whether it has the members that every PublicKeyCredential in JSON has; the library looks at the rest. */
const isCredential = (value: unknown): value is RegistrationResponseJSON & AuthenticationResponseJSON =>
  isInput(value) && isText(value['id']) && isInput(value['response']) && isText(value['response']['clientDataJSON']);

function whyUnsupported(error: unknown): CognitoError {
  if (error instanceof CognitoError) return error;
  const { name = '', message = '' } = error instanceof Error ? error : {};
  if (name === 'UnexpectedRPIDHash') {
    return refusal('RelyingPartyMismatch', 'The credential is for another relying party id.');
  }
  if (message.includes('response challenge')) return challengeNotFound();
  return refusal('CredentialNotSupported', 'The credential is not supported.');
}

const challengeNotFound = () => refusal('ChallengeNotFound', 'There is no such challenge, or it has expired.');

async function verifyAttestation(call: Call, credential: RegistrationResponseJSON, expectedChallenge: string) {
  const { verifyRegistrationResponse } = await library();
  const { userVerification } = call.pool.settings.webAuthn;
  const expectedRPID = relyingParty(call.pool);
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    ...{ response: credential, expectedChallenge, expectedRPID, supportedAlgorithmIDs: ALGORITHMS },
    expectedOrigin: await originOf(credential.response.clientDataJSON, expectedRPID, call.origin),
    requireUserVerification: userVerification === 'required',
  });
  if (!verified) throw new Error('The attestation does not hold.');
  return registrationInfo.credential;
}

/** Takes a new passkey of the user; throws what the service says where it cannot. */
export async function register(call: Call, user: User, credential: unknown): Promise<void> {
  const { passkeys, services } = call.pool;
  const relyingPartyId = relyingParty(call.pool);
  const challenge = passkeys.takeChallenge(user);
  if (!challenge) throw challengeNotFound();
  try {
    if (!isCredential(credential)) throw new Error('The credential is malformed.');
    const { authenticatorAttachment: attachment } = credential;
    const known = await verifyAttestation(call, credential, challenge);
    const { transports = [] } = known;
    passkeys.add(user, { ...known, transports, relyingPartyId, attachment, createdAt: services.clock() });
  } catch (error) {
    throw whyUnsupported(error);
  }
}

/** Whether the credential, JSON of an assertion, proves a passkey of the user. */
export async function provesPasskey(call: Call, user: User, credential: string, challenge: string): Promise<boolean> {
  const { verifyAuthenticationResponse } = await library();
  const { passkeys, settings } = call.pool;
  try {
    const response: unknown = JSON.parse(credential);
    const passkey = isCredential(response) && passkeys.of(user).find(({ id }) => id === response.id);
    if (!passkey) return false;
    const { relyingPartyId, userVerification } = settings.webAuthn;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      ...{ response, credential: passkey, expectedChallenge: challenge, expectedRPID: relyingPartyId },
      expectedOrigin: await originOf(response.response.clientDataJSON, relyingPartyId, call.origin),
      requireUserVerification: userVerification === 'required',
    });
    passkey.counter = authenticationInfo.newCounter;
    return verified;
  } catch {
    return false;
  }
}
