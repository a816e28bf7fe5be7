import type { ConfigHint, ErrorCode, LoginError } from '../flow/error.js';
import { WireFailure } from './wire.js';

/** What was submitted: the same refusal means another thing for a password than for a code. */
export type Submission = 'credentials' | 'code' | 'session';

interface Circumstances {
  readonly submission: Submission;
  /** This device's clock, in milliseconds since 1970; absent where no proof with a time in it was sent. */
  readonly now?: number | undefined;
}

/** More than this and the proof is refused: the service allows about five minutes. In milliseconds. */
const tolerableSkew = 4 * 60_000;

interface Meaning {
  readonly code: ErrorCode;
  readonly hint?: ConfigHint;
  /** Refinements by the start of the message, in lower case. */
  readonly when?: readonly (readonly [start: string, code: ErrorCode, hint?: ConfigHint])[];
}

/**
 * The one table of failures: the exception's name decides, its message refines. Names from the service model of
 * `@aws-sdk/client-cognito-identity-provider`; messages as public captures show them.
 */
const meanings: Readonly<Record<string, Meaning>> = {
  Offline: { code: 'offline' },
  Timeout: { code: 'timeout' },
  BadResponse: { code: 'bad-response' },
  NotAuthorizedException: {
    code: 'invalid-credentials',
    when: [
      ['invalid session for the user, session can only be used once', 'session-spent'],
      ['invalid session', 'session-expired'],
      ['password attempts exceeded', 'locked'],
      ['user is temporarily locked', 'locked'],
      ['user temporarily locked', 'locked'],
      ['unable to verify secret hash', 'config-error', 'client-secret'],
      ['client ', 'config-error', 'client-secret'],
      ['refresh token', 'session-expired'],
    ],
  },
  UserNotFoundException: { code: 'invalid-credentials' },
  CodeMismatchException: { code: 'wrong-code' },
  EnableSoftwareTokenMFAException: { code: 'wrong-code' },
  ExpiredCodeException: {
    code: 'code-expired',
    // The session still counts, and the app shows another code within 30 seconds.
    when: [['your software token has already been used', 'wrong-code']],
  },
  InvalidPasswordException: { code: 'password-policy' },
  PasswordHistoryPolicyViolationException: { code: 'password-policy' },
  PasswordResetRequiredException: { code: 'reset-required' },
  UserNotConfirmedException: { code: 'confirm-required' },
  LimitExceededException: { code: 'rate-limited' },
  TooManyFailedAttemptsException: { code: 'rate-limited' },
  TooManyRequestsException: { code: 'busy' },
  ThrottlingException: { code: 'busy' },
  ConcurrentModificationException: { code: 'busy' },
  InternalErrorException: { code: 'service-unavailable' },
  InternalServerException: { code: 'service-unavailable' },
  ServiceUnavailableException: { code: 'service-unavailable' },
  UnexpectedLambdaException: { code: 'service-unavailable' },
  InvalidLambdaResponseException: { code: 'service-unavailable' },
  ForbiddenException: { code: 'blocked' },
  CodeDeliveryFailureException: { code: 'delivery-failed' },
  InvalidSmsRoleAccessPolicyException: { code: 'delivery-failed' },
  InvalidSmsRoleTrustRelationshipException: { code: 'delivery-failed' },
  InvalidEmailRoleAccessPolicyException: { code: 'delivery-failed' },
  MFAMethodNotFoundException: { code: 'mfa-unavailable' },
  SoftwareTokenMFANotFoundException: { code: 'mfa-unavailable' },
  AliasExistsException: { code: 'account-conflict' },
  UsernameExistsException: { code: 'account-conflict' },
  UserLambdaValidationException: { code: 'refused-by-policy' },
  UnsupportedUserStateException: { code: 'refused-by-policy' },
  UnauthorizedException: { code: 'refused-by-policy' },
  InvalidUserPoolConfigurationException: { code: 'config-error' },
  UserPoolAddOnNotEnabledException: { code: 'config-error' },
  UnsupportedOperationException: { code: 'config-error' },
  OperationNotEnabledException: { code: 'config-error' },
  FeatureUnavailableInTierException: { code: 'config-error' },
  ResourceNotFoundException: {
    code: 'config-error',
    hint: 'user-pool-id',
    when: [['user pool client', 'config-error', 'client-unknown']],
  },
  InvalidParameterException: {
    code: 'client-error',
    when: [
      ['missing required parameter session', 'session-expired'],
      ['missing required parameter secret_hash', 'config-error', 'client-secret'],
      ['user_srp_auth', 'config-error', 'flow-disabled'],
      ['user_password_auth', 'config-error', 'flow-disabled'],
    ],
  },
};

const worthRetrying: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'locked',
  'rate-limited',
  'busy',
  'offline',
  'timeout',
  'service-unavailable',
  'bad-response',
  'delivery-failed',
  'client-error',
]);

/** The failure of a submission in our words. */
export function toLoginError(failure: unknown, { submission, now }: Circumstances): LoginError {
  if (!(failure instanceof WireFailure)) return { code: 'client-error', retryable: true };
  const { code: meant, hint } = meaningOf(failure);
  const code = meant === 'invalid-credentials' && submission !== 'credentials' ? 'session-expired' : meant;
  const base = { retryable: worthRetrying.has(code), ...(failure.requestId && { requestId: failure.requestId }) };
  if (code !== 'invalid-credentials') return { code, ...base, ...(hint && { hint }), cause: causeOf(failure) };
  const skew = Math.abs((failure.serverTime ?? NaN) - (now ?? NaN));
  return skew > tolerableSkew ? { code: 'clock-skew', ...base, minutes: Math.round(skew / 60_000) } : { code, ...base };
}

function meaningOf(failure: WireFailure): { code: ErrorCode; hint?: ConfigHint | undefined } {
  if (!Object.hasOwn(meanings, failure.code)) return { code: byStatus(failure) };
  const meaning = meanings[failure.code]!;
  const message = failure.message.toLowerCase();
  const refined = meaning.when?.find(([start]) => message.startsWith(start));
  return refined ? { code: refined[1], hint: refined[2] } : meaning;
}

/** For answers that name no exception, and for exceptions newer than this table. */
function byStatus({ code, status = 0 }: WireFailure): ErrorCode {
  if (status === 511) return 'bad-response'; // a captive portal (RFC 6585, section 6)
  if (status === 403) return 'blocked';
  if (status === 429) return 'busy';
  if (status >= 500) return 'service-unavailable';
  return code === 'HttpError' ? 'bad-response' : 'client-error';
}

/** The service's validation quotes the value that failed it, which may be what the person typed. */
const quotesInput = /validation error/i;

const causeOf = ({ code, message, status }: WireFailure) => ({
  name: code === 'HttpError' ? String(status) : code,
  message: quotesInput.test(message) ? 'The request did not pass the service’s validation.' : message,
  ...(status && { status }),
});
