import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { issuer } from '../pool.js';
import type { UserCall } from './challenge.js';

/** The end of every sign-in: the tokens, and the keys of a device that the pool did not know. */
export async function signedIn(call: UserCall): Promise<RespondToAuthChallengeResponse> {
  const { pool, user, passed } = call;
  pool.lockout.clear(user);
  const { device, isNew } = pool.devices.signIn(user, passed.device);
  const tokens = await pool.tokens.signIn(user, pool.clientId, issuer(call), device);
  const news = isNew && { NewDeviceMetadata: { DeviceKey: device.key, DeviceGroupKey: device.groupKey } };
  return { ChallengeParameters: {}, AuthenticationResult: { ...tokens, ...news } };
}
