import { flowNotEnabled } from '../errors.js';
import { required } from '../parameters.js';
import { refuseByStatus } from '../users.js';
import type { Flow } from './flow.js';

export const refreshTokenAuth: Flow = {
  allowedBy: 'REFRESH_TOKEN_AUTH',
  async begin(parameters, { pool }) {
    // A client with rotation cannot have this flow; it uses GetTokensFromRefreshToken.
    if (pool.settings.refreshTokenRotation) throw flowNotEnabled('REFRESH_TOKEN_AUTH');
    const grant = pool.tokens.refreshable(required(parameters, 'REFRESH_TOKEN'), parameters?.['DEVICE_KEY']);
    refuseByStatus(grant.user);
    return { ChallengeParameters: {}, AuthenticationResult: await pool.tokens.renew(grant) };
  },
};
