/** The answers of the service that this folder reads, and the checks they pass before anyone does. Pure. */

export interface Challenge {
  readonly name: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface ServiceAnswer {
  readonly ChallengeName?: string;
  readonly ChallengeParameters?: Record<string, string>;
  readonly Session?: string;
  readonly AuthenticationResult?: Tokens;
}

interface Tokens {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken?: string;
  readonly NewDeviceMetadata?: object;
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Whether a body is an answer to the operation. The SDK takes any 200 for one: from a captive portal's page it stored empty
 * tokens over a good session.
 */
export function isAnswer(operation: string, body: unknown): body is ServiceAnswer {
  if (!isObject(body)) return false;
  const asksForMore = operation === 'InitiateAuth' || operation === 'RespondToAuthChallenge';
  if (operation === 'GetTokensFromRefreshToken') return isTokens(body.AuthenticationResult);
  if (!asksForMore) return true;
  return body.AuthenticationResult ? isTokens(body.AuthenticationResult) : isChallenge(body);
}

function isChallenge(body: JsonObject): boolean {
  const { ChallengeName: name, ChallengeParameters: parameters = {}, Session: session } = body;
  if (typeof name !== 'string' || !isObject(parameters)) return false;
  if (!Object.values(parameters).every((value) => typeof value === 'string')) return false;
  // The SRP handshake alone has no Session: the service finds it again by SECRET_BLOCK.
  return name === 'PASSWORD_VERIFIER' ? isHandshake(parameters) : typeof session === 'string' && session !== '';
}

const hex = /^[0-9a-f]+$/i;
const base64 = /^[0-9a-z+/]+={0,2}$/i;

function isHandshake({ SRP_B, SALT, SECRET_BLOCK, USER_ID_FOR_SRP }: JsonObject): boolean {
  return (
    hex.test(String(SRP_B)) && hex.test(String(SALT)) && base64.test(String(SECRET_BLOCK)) && Boolean(USER_ID_FOR_SRP)
  );
}

function isTokens(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { AccessToken, IdToken, RefreshToken } = value;
  const refreshable = RefreshToken === undefined || (typeof RefreshToken === 'string' && RefreshToken !== '');
  return isJwt(AccessToken) && isJwt(IdToken) && refreshable;
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
