import type { ConfigHint, ErrorCode, LoginError, PasswordRule } from '../flow/error.js';
import { WireFailure } from './wire.js';

/**
 * What was submitted: the same refusal means another thing for each. `credentials`: a name, a password, an answer that stands for
 * one. `session`: whatever a challenge's Session or an access token stands behind. `passkey`: an assertion. `confirmation`: a code
 * that came without a sign-in.
 */
export type Submission = 'credentials' | 'session' | 'passkey' | 'confirmation';

/** What NotAuthorizedException and UserNotFoundException mean where their message says no more. */
const refusals: Readonly<Record<Submission, ErrorCode>> = {
  credentials: 'invalid-credentials',
  session: 'session-expired',
  passkey: 'passkey-failed',
  // Like a wrong code, so that nobody can tell who has an account.
  confirmation: 'wrong-code',
};

/** Where the service's words would tell an unknown user from any other. */
const discreet: ReadonlySet<Submission> = new Set<Submission>(['credentials', 'confirmation']);

export interface Circumstances {
  readonly submission: Submission;
  /** This device's clock, in milliseconds since 1970; absent where no proof with a time in it was sent. */
  readonly now?: number | undefined;
}

/** More than this and the proof is refused: the service allows about five minutes. In milliseconds. */
const tolerableSkew = 4 * 60_000;

/** A remembered device's proof was refused, and this device's clock is off: that says nothing of whether the pool still knows it. */
export class ClockSkew extends WireFailure {
  constructor(
    readonly minutes: number,
    refusal: WireFailure,
  ) {
    super('ClockSkew', '', refusal);
  }
}

/** By how many whole minutes the clock is off; 0 where that is no reason to refuse a proof, or the service did not tell its time. */
export function minutesOff({ serverTime = NaN }: WireFailure, now = NaN): number {
  const skew = Math.abs(serverTime - now);
  return skew > tolerableSkew ? Math.round(skew / 60_000) : 0;
}

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
      ['auth flow not enabled', 'config-error', 'flow-disabled'],
      ['refresh token', 'session-expired'],
      ['temporary password has expired', 'password-expired'],
      ['user account has expired', 'password-expired'],
      // Of threat protection: a risk that is blocked, and an address on the list of those that always are.
      ['unable to login because of security reasons', 'blocked'],
      ['request not allowed due to security reasons', 'blocked'],
    ],
  },
  UserNotFoundException: { code: 'invalid-credentials' },
  /** The pool takes this device's proof no longer, after whatever came before it: see port-user.ts. */
  DeviceForgotten: { code: 'session-expired' },
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
  WebAuthnNotEnabledException: { code: 'config-error' },
  WebAuthnConfigurationMissingException: { code: 'config-error' },
  WebAuthnOriginNotAllowedException: { code: 'config-error' },
  WebAuthnRelyingPartyMismatchException: { code: 'config-error' },
  WebAuthnClientMismatchException: { code: 'config-error' },
  WebAuthnChallengeNotFoundException: { code: 'passkey-failed' },
  WebAuthnCredentialNotSupportedException: { code: 'passkey-failed' },
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
      ['user_auth', 'config-error', 'flow-disabled'],
      ['custom_auth', 'config-error', 'flow-disabled'],
      ['auth flow not enabled', 'config-error', 'flow-disabled'],
      ['custom auth lambda trigger is not configured', 'config-error', 'triggers-missing'],
      // A new password of blanks at its ends fails the model's pattern before the pool's policy sees it.
      ["1 validation error detected: value at 'password'", 'password-policy'],
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
  'passkey-failed',
  'client-error',
]);

/** The failure of a submission in our words. */
export function toLoginError(failure: unknown, { submission, now }: Circumstances): LoginError {
  if (!(failure instanceof WireFailure)) return { code: 'client-error', retryable: true };
  if (failure instanceof ClockSkew) return clockSkew(failure, failure.minutes);
  const { code: meant, hint } = meaningOf(failure);
  const code = meant === 'invalid-credentials' ? refusals[submission] : meant;
  const base = { retryable: worthRetrying.has(code), ...requestIn(failure) };
  if (code !== refusals[submission] || !discreet.has(submission))
    return {
      ...{ code, ...base, ...(hint && { hint }), cause: causeOf(failure) },
      ...(code === 'password-policy' && { rule: ruleIn(failure) }),
    };
  const minutes = minutesOff(failure, now);
  return minutes ? clockSkew(failure, minutes) : { code, ...base };
}

const requestIn = ({ requestId }: WireFailure) => requestId && { requestId };

const clockSkew = (failure: WireFailure, minutes: number): LoginError => ({
  ...{ code: 'clock-skew', retryable: false, ...requestIn(failure) },
  minutes,
});

/** The service names one rule at a time, for example "Password must have numeric characters". */
const ruleWords: readonly (readonly [PasswordRule, RegExp])[] = [
  ['history', /previously|history/],
  ['length', /length|long enough/],
  ['lowercase', /lowercase/],
  ['uppercase', /uppercase/],
  ['number', /numeric|number/],
  ['symbol', /symbol|special/],
];

function ruleIn({ code, message }: WireFailure): PasswordRule {
  if (code === 'PasswordHistoryPolicyViolationException') return 'history';
  const text = message.toLowerCase();
  return ruleWords.find(([, words]) => words.test(text))?.[0] ?? 'other';
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
