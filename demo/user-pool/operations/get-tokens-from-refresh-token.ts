import type { GetTokensFromRefreshTokenRequest } from '@aws-sdk/client-cognito-identity-provider';
import { checkClient, read } from '../parameters.js';
import type { Operation } from '../pool.js';
import { refuseByStatus } from '../users.js';

export const getTokensFromRefreshToken: Operation = async (input, { pool }) => {
  const {
    RefreshToken = '',
    ClientId,
    DeviceKey,
  } = read<GetTokensFromRefreshTokenRequest>(input, {
    RefreshToken: 'string, required',
    ClientId: 'string, required',
    DeviceKey: 'string',
    ClientMetadata: 'map',
  });
  checkClient(pool, ClientId);
  const grant = pool.tokens.refreshable(RefreshToken, DeviceKey);
  refuseByStatus(grant.user);
  const rotated = pool.settings.refreshTokenRotation ? { RefreshToken: pool.tokens.rotate(grant) } : {};
  return { AuthenticationResult: { ...(await pool.tokens.renew(grant)), ...rotated } };
};
