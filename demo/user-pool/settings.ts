import type { ExplicitAuthFlowsType } from '@aws-sdk/client-cognito-identity-provider';

/** The settings of a pool and its one app client, by Cognito's names. */
export interface PoolSettings {
  /** Minutes that a challenge may be answered in; Cognito takes 3 to 15. */
  authSessionValidity: number;
  /** Cognito's ENABLED (true) and LEGACY (false). */
  preventUserExistenceErrors: boolean;
  explicitAuthFlows: ExplicitAuthFlowsType[];
  /** Whether the client has a secret; no browser can keep one, so every request of such a client is refused. */
  clientSecret: boolean;
  /** On: GetTokensFromRefreshToken gives a new refresh token each time, and REFRESH_TOKEN_AUTH is refused. */
  refreshTokenRotation: boolean;
  /** Digits of an e-mail code; eight were seen on a real pool. */
  emailCodeLength: number;
  /** Minutes; also the validity of the ID token. */
  accessTokenValidity: number;
  /** Days. */
  refreshTokenValidity: number;
}

export const defaultSettings: PoolSettings = {
  authSessionValidity: 3,
  preventUserExistenceErrors: true,
  explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  clientSecret: false,
  refreshTokenRotation: false,
  emailCodeLength: 6,
  accessTokenValidity: 60,
  refreshTokenValidity: 30,
};
