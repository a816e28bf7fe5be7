/**
 * The rows of the matrix: every request that the product sends, named as `requestName` names it. Pure, so that a script can hold it
 * against `src/cognito`.
 */

/** What a request's answer can be, and what can befall it. */
export interface OperationKind {
  /** What stands behind the request and can be over: a challenge's Session, an access token, a refresh token; or nothing. */
  readonly by: 'session' | 'access-token' | 'refresh-token' | null;
  readonly namesChallenge: boolean;
  readonly givesTokens: boolean;
  /** Whether an answer without content is the service's own. */
  readonly emptyAnswer: boolean;
}

const kind = (by: OperationKind['by'], more: Partial<OperationKind> = {}): OperationKind => ({
  ...{ by, namesChallenge: false, givesTokens: false, emptyAnswer: false },
  ...more,
});

const steps = { namesChallenge: true, givesTokens: true };
const begins = kind(null, steps);
const answers = kind('session', steps);
const setsUp = kind('session');
const around = kind(null);
const aroundWithoutAnswer = kind(null, { emptyAnswer: true });
const signedIn = kind('access-token');
const signedInWithoutAnswer = kind('access-token', { emptyAnswer: true });

/** What stands in brackets tells two ways to the same request apart. */
export const operations = {
  USER_SRP_AUTH: begins,
  USER_PASSWORD_AUTH: begins,
  CUSTOM_AUTH: begins,
  'CUSTOM_AUTH SRP_A': begins,
  USER_AUTH: begins,
  'USER_AUTH PASSWORD_SRP': begins,
  'USER_AUTH EMAIL_OTP': begins,
  'USER_AUTH SMS_OTP': begins,
  'USER_AUTH WEB_AUTHN': begins,
  PASSWORD_VERIFIER: answers,
  'PASSWORD_VERIFIER (choice)': answers,
  SMS_MFA: answers,
  SOFTWARE_TOKEN_MFA: answers,
  EMAIL_OTP: answers,
  'EMAIL_OTP (first factor)': answers,
  SMS_OTP: answers,
  SELECT_MFA_TYPE: answers,
  NEW_PASSWORD_REQUIRED: answers,
  CUSTOM_CHALLENGE: answers,
  RETINA_SCAN: answers,
  MFA_SETUP: answers,
  'MFA_SETUP (e-mail)': answers,
  AssociateSoftwareToken: setsUp,
  VerifySoftwareToken: setsUp,
  'SELECT_CHALLENGE EMAIL_OTP': answers,
  'SELECT_CHALLENGE SMS_OTP': answers,
  'SELECT_CHALLENGE WEB_AUTHN': answers,
  'SELECT_CHALLENGE PASSWORD_SRP': answers,
  'SELECT_CHALLENGE PASSWORD': answers,
  PASSWORD_SRP: answers,
  PASSWORD: answers,
  WEB_AUTHN: answers,
  DEVICE_SRP_AUTH: answers,
  DEVICE_PASSWORD_VERIFIER: answers,
  ConfirmDevice: signedInWithoutAnswer,
  UpdateDeviceStatus: signedInWithoutAnswer,
  ForgetDevice: signedInWithoutAnswer,
  ForgotPassword: around,
  ConfirmForgotPassword: aroundWithoutAnswer,
  ResendConfirmationCode: around,
  ConfirmSignUp: aroundWithoutAnswer,
  GetTokensFromRefreshToken: kind('refresh-token', { givesTokens: true }),
  RevokeToken: aroundWithoutAnswer,
  GlobalSignOut: signedInWithoutAnswer,
  ListWebAuthnCredentials: signedIn,
  StartWebAuthnRegistration: signedIn,
  CompleteWebAuthnRegistration: signedInWithoutAnswer,
} as const satisfies Readonly<Record<string, OperationKind>>;

export type OperationName = keyof typeof operations;

export const operationNames = Object.keys(operations) as readonly OperationName[];

/** The request of a row. */
export const requestOf = (name: OperationName): string => name.replace(/ \(.*\)$/, '');

/** Those that a browser's authenticator has a part in. */
export const byPasskey: ReadonlySet<OperationName> = new Set<OperationName>([
  'USER_AUTH WEB_AUTHN',
  'SELECT_CHALLENGE WEB_AUTHN',
  'WEB_AUTHN',
  'ListWebAuthnCredentials',
  'StartWebAuthnRegistration',
  'CompleteWebAuthnRegistration',
]);
