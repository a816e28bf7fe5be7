import type { ClientMetadata } from './config.js';
import type { PortUser } from './port-user.js';
import type { CognitoUserSession } from './sdk-internals.js';
import type { Wire } from './wire.js';

/**
 * Refreshes a session; the user's transaction then holds the new tokens. The SDK asks six times within 6.4 s when the refresh token has
 * expired, and in the name of whoever signed in last on this origin. This asks once, and for this user: by the operation that serves
 * clients that rotate refresh tokens and those that do not (API reference, RefreshTokenRotationType), where REFRESH_TOKEN_AUTH, which the
 * SDK sends, serves the latter alone.
 * @param metadata for the trigger that writes claims into the new tokens as into the first ones
 * @throws WireFailure, or whatever the SDK's code threw
 */
export async function renew(
  user: PortUser,
  session: CognitoUserSession,
  metadata: ClientMetadata,
  wire: Wire,
  signal: AbortSignal,
): Promise<CognitoUserSession> {
  const RefreshToken = session.getRefreshToken().getToken();
  const ClientId = user.pool.getClientId();
  // The tokens of a sign-in on a tracked device are bound to it.
  const DeviceKey = user.stored('deviceKey');
  const params = { RefreshToken, ClientId, ClientMetadata: metadata, ...(DeviceKey && { DeviceKey }) };
  const { AuthenticationResult } = await wire('GetTokensFromRefreshToken', params, signal);
  return user.takeTokens({ RefreshToken, ...AuthenticationResult });
}
