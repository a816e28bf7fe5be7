import type { ExplicitAuthFlowsType } from '@aws-sdk/client-cognito-identity-provider';

/** Cognito's PasswordPolicyType, by its names with a small first letter; a rule that is absent does not hold. */
export interface PasswordPolicy {
  /** 6 to 99; 6 where absent. */
  minimumLength?: number;
  requireUppercase?: boolean;
  requireLowercase?: boolean;
  requireNumbers?: boolean;
  requireSymbols?: boolean;
  /** How many of the user's last passwords, the present one included, may not be chosen again; 0 to 24. */
  passwordHistorySize?: number;
}

/** One CUSTOM_CHALLENGE: what the trigger tells the client, and the ANSWER it takes. */
export interface CustomRound {
  parameters: Record<string, string>;
  answer: string;
}

/** What a user may sign in with in USER_AUTH; AuthFactorType of the service's model. */
export type FirstFactor = 'PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN';

/** Cognito's WebAuthnConfigurationType, by its names with a small first letter. */
export interface WebAuthnSettings {
  /** The host that passkeys are for, or a domain above it; without one there are no passkeys. */
  relyingPartyId: string;
  userVerification: 'required' | 'preferred';
}

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
  /** OFF: nobody is asked for a second factor. OPTIONAL: who has one. ON: everybody; who has none has to set one up. */
  mfaConfiguration: 'OFF' | 'OPTIONAL' | 'ON';
  /** MFAS_CAN_SETUP, as it stands: SOFTWARE_TOKEN_MFA, EMAIL_OTP and SMS_MFA mean something to the service. */
  setUpFactors: string[];
  passwordPolicy: PasswordPolicy;
  /** Attributes that NEW_PASSWORD_REQUIRED asks for where the user has none, for example `given_name` or `custom:team`. */
  requiredAttributes: string[];
  /** What the pool's triggers ask in CUSTOM_AUTH, one round after another; without any, the pool has no triggers. */
  customChallenges: CustomRound[];
  /** Whether the triggers ask for the user's second factor after the last round; otherwise they end the sign-in. */
  mfaAfterCustomChallenge: boolean;
  /** Whether devices are remembered: never, all of them, or where the user says so (DeviceOnlyRememberedOnUserPrompt). */
  deviceTracking: 'off' | 'always' | 'opt-in';
  /** On: a remembered device takes the place of the second factor. Off: it proves itself after it. */
  challengeRequiredOnNewDevice: boolean;
  /** AllowedFirstAuthFactors, which USER_AUTH offers; PASSWORD stands for PASSWORD_SRP too. */
  signInFactors: FirstFactor[];
  webAuthn: WebAuthnSettings;
  /** A challenge of any name, asked first, right after the password: to see what a client makes of a name it does not know. */
  unknownChallenge: (CustomRound & { name: string }) | null;
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
  mfaConfiguration: 'OPTIONAL',
  setUpFactors: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
  passwordPolicy: {
    minimumLength: 8,
    requireUppercase: true,
    requireLowercase: true,
    requireNumbers: true,
    requireSymbols: true,
  },
  requiredAttributes: [],
  customChallenges: [],
  mfaAfterCustomChallenge: false,
  deviceTracking: 'off',
  challengeRequiredOnNewDevice: true,
  signInFactors: ['PASSWORD'],
  webAuthn: { relyingPartyId: 'localhost', userVerification: 'preferred' },
  unknownChallenge: null,
};
