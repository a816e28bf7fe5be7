/** The answers of the service that this folder reads, and the checks they pass before anyone does. Pure. */

export interface Challenge {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What choice-based sign-in can go on with, by the service's names; empty where it does not say. */
  readonly available: readonly string[];
}

export interface ServiceAnswer {
  readonly ChallengeName?: string;
  readonly ChallengeParameters?: Record<string, string>;
  readonly AvailableChallenges?: readonly string[];
  readonly Session?: string;
  readonly AuthenticationResult?: Tokens;
  /** Of AssociateSoftwareToken: base32. */
  readonly SecretCode?: string;
  /** Of VerifySoftwareToken: `SUCCESS` or `ERROR`. */
  readonly Status?: string;
  readonly CodeDeliveryDetails?: { readonly DeliveryMedium?: unknown; readonly Destination?: unknown };
  /** Of ConfirmDevice: whether the person is to be asked if this device shall be remembered. */
  readonly UserConfirmationNecessary?: unknown;
  /** Of StartWebAuthnRegistration: PublicKeyCredentialCreationOptionsJSON. */
  readonly CredentialCreationOptions?: object;
  /** Of ListWebAuthnCredentials. */
  readonly Credentials?: readonly unknown[];
}

interface Tokens {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken?: string;
  readonly NewDeviceMetadata?: NewDevice;
}

/** A device that the pool did not know: it waits to be confirmed. */
export interface NewDevice {
  readonly DeviceKey: string;
  readonly DeviceGroupKey: string;
}

type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** A value that is absent is no text: `undefined` would pass for base64. */
const isTextOf = (pattern: RegExp, value: unknown): boolean => typeof value === 'string' && pattern.test(value);

/** By operation; one that is not here answers with nothing that is read. */
const checks: Readonly<Record<string, (body: JsonObject) => boolean>> = {
  InitiateAuth: isStep,
  RespondToAuthChallenge: isStep,
  GetTokensFromRefreshToken: (body) => isTokens(body.AuthenticationResult),
  // At least 16 characters of base32 (SecretCodeType).
  AssociateSoftwareToken: ({ SecretCode, Session }) => isTextOf(/^[A-Z2-7]{16,}=*$/i, SecretCode) && isText(Session),
  VerifySoftwareToken: ({ Status, Session }) => Status === 'ERROR' || (Status === 'SUCCESS' && isText(Session)),
  ForgotPassword: (body) => isObject(body.CodeDeliveryDetails),
  ResendConfirmationCode: (body) => isObject(body.CodeDeliveryDetails),
  StartWebAuthnRegistration: (body) => isObject(body.CredentialCreationOptions),
  ListWebAuthnCredentials: (body) => Array.isArray(body.Credentials),
};

/**
 * Whether a body is an answer to the operation. The SDK takes any 200 for one: from a captive portal's page it stored empty
 * tokens over a good session.
 */
export function isAnswer(operation: string, body: unknown): body is ServiceAnswer {
  return isObject(body) && (checks[operation]?.(body) ?? true);
}

function isStep(body: JsonObject): boolean {
  return body.AuthenticationResult ? isTokens(body.AuthenticationResult) : isChallenge(body);
}

function isChallenge(body: JsonObject): boolean {
  const { ChallengeName: name, ChallengeParameters: parameters = {}, AvailableChallenges: available } = body;
  if (!isText(name) || !isObject(parameters)) return false;
  if (!Object.values(parameters).every((value) => typeof value === 'string')) return false;
  if (!isListOfTexts(available ?? (name === 'SELECT_CHALLENGE' ? null : []))) return false;
  // SRP's handshakes alone have no Session: the service finds them again by SECRET_BLOCK.
  if (name === 'PASSWORD_VERIFIER') return isHandshake(parameters) && Boolean(parameters.USER_ID_FOR_SRP);
  return name === 'DEVICE_PASSWORD_VERIFIER' ? isHandshake(parameters) : isText(body.Session);
}

const hex = /^[0-9a-f]+$/i;
const base64 = /^[0-9a-z+/]+={0,2}$/i;

const isHandshake = ({ SRP_B, SALT, SECRET_BLOCK }: JsonObject): boolean =>
  isTextOf(hex, SRP_B) && isTextOf(hex, SALT) && isTextOf(base64, SECRET_BLOCK);

function isTokens(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { AccessToken, IdToken, RefreshToken, NewDeviceMetadata } = value;
  if (!isJwt(AccessToken) || !isJwt(IdToken)) return false;
  if (RefreshToken !== undefined && !isText(RefreshToken)) return false;
  if (NewDeviceMetadata === undefined || NewDeviceMetadata === null) return true;
  return isObject(NewDeviceMetadata) && isText(NewDeviceMetadata.DeviceKey) && isText(NewDeviceMetadata.DeviceGroupKey);
}

/** Three parts, and a payload with the two times that the SDK reckons with. The signature is the resource server's to check. */
function isJwt(value: unknown): boolean {
  if (typeof value !== 'string' || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) return false;
  try {
    const payload: unknown = JSON.parse(atob(value.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/')));
    return isObject(payload) && typeof payload.exp === 'number' && typeof payload.iat === 'number';
  } catch {
    return false;
  }
}
