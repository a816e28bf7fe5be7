/**
 * Messages that say more than their exception's name, as captures of the service show them, with what they mean; and messages that look
 * as if they said more.
 */
import type { ErrorCode } from '../../../src/flow/error.js';

export interface Variant {
  readonly exception: string;
  readonly message: string;
  /** `refused`: no more than the name says. */
  readonly code: ErrorCode | 'refused';
}

type Row = readonly [message: string, code: Variant['code']];

const of = (exception: string, ...rows: readonly Row[]): Variant[] =>
  rows.map(([message, code]) => ({ exception, message, code }));

const policy = 'Password did not conform with policy: ';
const prefixed = (start: string, code: ErrorCode, ...ends: readonly string[]): Row[] =>
  ends.map((end) => [start + end, code]);

export const variants: readonly Variant[] = [
  ...of(
    'NotAuthorizedException',
    ['Incorrect username or password.', 'refused'],
    ['User is disabled.', 'refused'],
    ['Access Token has been revoked', 'refused'],
    ['', 'refused'],
    ['No, password attempts exceeded is not what it begins with', 'refused'],
    ['Password attempts exceeded', 'locked'],
    ['User is temporarily locked. Try again later.', 'locked'],
    ['Invalid session for the user, session can only be used once.', 'session-spent'],
    ['Invalid session for the user, session is expired.', 'session-expired'],
    ['Invalid session for the user.', 'session-expired'],
    ['Unable to verify secret hash for client 4example23client', 'config-error'],
    ['Client 4example23client is configured with secret but SECRET_HASH was not received', 'config-error'],
    ['Auth flow not enabled for this client', 'config-error'],
    ['Temporary password has expired and must be reset by an administrator.', 'password-expired'],
    ['User account has expired, it must be reset by an administrator.', 'password-expired'],
    ['Unable to login because of security reasons.', 'blocked'],
    ['Request not allowed due to security reasons.', 'blocked'],
    ['Refresh Token has expired', 'session-expired'],
    ['Refresh Token has been revoked', 'session-expired'],
  ),
  ...of(
    'UserNotFoundException',
    ['User does not exist.', 'refused'],
    ['Username/client id combination not found.', 'refused'],
  ),
  ...of(
    'CodeMismatchException',
    ['Invalid code or auth state for the user.', 'wrong-code'],
    ['Invalid code received for user', 'wrong-code'],
    ['Invalid verification code provided, please try again.', 'wrong-code'],
    ['Incorrect username or password.', 'wrong-code'],
  ),
  ...of('EnableSoftwareTokenMFAException', ['Code mismatch and fail enable Software Token MFA', 'wrong-code']),
  ...of(
    'ExpiredCodeException',
    ['Your software token has already been used once.', 'wrong-code'],
    ['Invalid code provided, please request a code again.', 'code-expired'],
  ),
  ...of('PasswordResetRequiredException', ['Password reset required for the user', 'reset-required']),
  ...of('UserNotConfirmedException', ['User is not confirmed.', 'confirm-required']),
  ...of(
    'InvalidPasswordException',
    ...prefixed(policy, 'password-policy', 'Password not long enough', 'Password must have lowercase characters'),
    ...prefixed(policy, 'password-policy', 'Password must have uppercase characters', 'Something new'),
    ...prefixed(
      policy,
      'password-policy',
      'Password must have numeric characters',
      'Password must have symbol characters',
    ),
  ),
  ...of('PasswordHistoryPolicyViolationException', ['Password has previously been used', 'password-policy']),
  ...of('LimitExceededException', ['Attempt limit exceeded, please try after some time.', 'rate-limited']),
  ...of('TooManyRequestsException', ['Rate exceeded', 'busy']),
  ...of('AliasExistsException', ['An account with the given email already exists.', 'account-conflict']),
  ...of(
    'UserLambdaValidationException',
    ['PreAuthentication failed with error Password attempts exceeded.', 'refused-by-policy'],
    ['PostConfirmation failed with error <b>No.</b>', 'refused-by-policy'],
  ),
  ...of('UnexpectedLambdaException', [
    'DefineAuthChallenge invocation failed due to error AccessDeniedException.',
    'service-unavailable',
  ]),
  ...of('InvalidLambdaResponseException', ['Unrecognizable lambda output', 'service-unavailable']),
  ...of(
    'ResourceNotFoundException',
    ['User pool client 4example23client does not exist.', 'config-error'],
    ['User pool eu-west-1_Ab12Cd34E does not exist.', 'config-error'],
  ),
  ...of(
    'InvalidParameterException',
    ['Missing required parameter Session', 'session-expired'],
    ['Missing required parameter SECRET_HASH', 'config-error'],
    ['USER_SRP_AUTH is not enabled for the client.', 'config-error'],
    ['USER_PASSWORD_AUTH flow not enabled for this client', 'config-error'],
    ['USER_AUTH is not enabled for the client.', 'config-error'],
    ['CUSTOM_AUTH is not enabled for the client.', 'config-error'],
    ['Custom auth lambda trigger is not configured for the user pool.', 'config-error'],
    [
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy",
      'password-policy',
    ],
    ["1 validation error detected: Value 'x' at 'userCode' failed to satisfy constraint: Member must", 'client-error'],
    ['User does not have delivery config set to turn on SMS_MFA', 'client-error'],
  ),
];
