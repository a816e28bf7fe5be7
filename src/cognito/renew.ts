import type { ServiceAnswer } from './answer.js';
import type { PortUser } from './port-user.js';
import type { CognitoUserSession } from './sdk-internals.js';
import { WireFailure, type Wire } from './wire.js';

/** How REFRESH_TOKEN_AUTH is refused by a client that does not allow it. */
const rotationRefusals: ReadonlySet<string> = new Set(['InvalidParameterException', 'UnsupportedOperationException']);

/**
 * Refreshes a session; the user's transaction then holds the new tokens. The SDK asks six times within 6.4 s when the refresh token has
 * expired, and in the name of whoever signed in last on this origin. This asks once, and for this user.
 * @throws WireFailure, or whatever the SDK's code threw
 */
export async function renew(
  user: PortUser,
  session: CognitoUserSession,
  wire: Wire,
  signal: AbortSignal,
): Promise<CognitoUserSession> {
  const RefreshToken = session.getRefreshToken().getToken();
  const { AuthenticationResult } = await ask(user, RefreshToken, wire, signal);
  if (!AuthenticationResult) throw new WireFailure('BadResponse');
  return user.takeTokens({ RefreshToken, ...AuthenticationResult });
}

async function ask(user: PortUser, RefreshToken: string, wire: Wire, signal: AbortSignal): Promise<ServiceAnswer> {
  const ClientId = user.pool.getClientId();
  // The tokens of a sign-in on a tracked device are bound to it.
  const DeviceKey = user.stored('deviceKey');
  const params = {
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    ClientId,
    AuthParameters: { REFRESH_TOKEN: RefreshToken, ...(DeviceKey && { DEVICE_KEY: DeviceKey }) },
    UserContextData: user.getUserContextData(),
  };
  try {
    return await wire('InitiateAuth', params, signal);
  } catch (failure) {
    // A client that rotates refresh tokens takes the other operation alone.
    if (!(failure instanceof WireFailure && rotationRefusals.has(failure.code))) throw failure;
    return wire('GetTokensFromRefreshToken', { RefreshToken, ClientId, ...(DeviceKey && { DeviceKey }) }, signal);
  }
}
