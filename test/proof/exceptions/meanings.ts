/** What each exception means, as the API reference describes it: written down apart from src, which the proof holds against it. */
import type { ErrorCode } from '../../../src/flow/error.js';

/**
 * `refused`: its message may say more, and otherwise what was submitted says what it means. `unseen`: it comes only where nobody is told
 * of a failure.
 */
type Meaning = ErrorCode | 'refused' | 'unseen';

const byCode: Readonly<Partial<Record<Meaning, readonly string[]>>> = {
  refused: ['NotAuthorizedException', 'UserNotFoundException'],
  unseen: ['DeviceKeyExistsException', 'RefreshTokenReuseException', 'UnsupportedTokenTypeException'],
  'wrong-code': ['CodeMismatchException', 'EnableSoftwareTokenMFAException'],
  'code-expired': ['ExpiredCodeException'],
  'password-policy': ['InvalidPasswordException', 'PasswordHistoryPolicyViolationException'],
  'reset-required': ['PasswordResetRequiredException'],
  'confirm-required': ['UserNotConfirmedException'],
  'rate-limited': ['LimitExceededException', 'TooManyFailedAttemptsException'],
  busy: ['TooManyRequestsException', 'ConcurrentModificationException'],
  'service-unavailable': ['InternalErrorException', 'UnexpectedLambdaException', 'InvalidLambdaResponseException'],
  blocked: ['ForbiddenException'],
  'delivery-failed': [
    ...['CodeDeliveryFailureException', 'InvalidEmailRoleAccessPolicyException'],
    ...['InvalidSmsRoleAccessPolicyException', 'InvalidSmsRoleTrustRelationshipException'],
  ],
  'mfa-unavailable': ['MFAMethodNotFoundException', 'SoftwareTokenMFANotFoundException'],
  'account-conflict': ['AliasExistsException', 'UsernameExistsException'],
  'refused-by-policy': ['UserLambdaValidationException', 'UnauthorizedException'],
  'config-error': [
    ...['InvalidUserPoolConfigurationException', 'OperationNotEnabledException', 'UnsupportedOperationException'],
    ...['ResourceNotFoundException', 'FeatureUnavailableInTierException', 'WebAuthnNotEnabledException'],
    ...['WebAuthnConfigurationMissingException', 'WebAuthnOriginNotAllowedException'],
    ...['WebAuthnClientMismatchException', 'WebAuthnRelyingPartyMismatchException'],
  ],
  'passkey-failed': ['WebAuthnChallengeNotFoundException', 'WebAuthnCredentialNotSupportedException'],
  'client-error': ['InvalidParameterException'],
};

const meanings = new Map(
  Object.entries(byCode).flatMap(([code, names]) => names.map((name) => [name, code as Meaning] as const)),
);

/** @throws for an exception that is not here: the model may be newer */
export function meaningOf(exception: string): Meaning {
  const meaning = meanings.get(exception);
  if (!meaning) throw new Error(`test/proof/exceptions/meanings.ts does not say what ${exception} means`);
  return meaning;
}

/** An exception that no model has, by the status that it came with. */
export const unknown: readonly (readonly [status: number, code: ErrorCode])[] = [
  [400, 'client-error'],
  [403, 'blocked'],
  [429, 'busy'],
  [500, 'service-unavailable'],
  [503, 'service-unavailable'],
];
