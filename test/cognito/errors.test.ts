import { expect } from '@open-wc/testing';
import { type Submission, toLoginError } from '../../src/cognito/errors.js';
import { WireFailure } from '../../src/cognito/wire.js';
import type { ErrorCode } from '../../src/flow/error.js';

const now = Date.UTC(2026, 0, 1);

const errorFor = (name: string, message = '', submission: Submission = 'credentials') =>
  toLoginError(new WireFailure(name, message, { status: 400 }), { submission, now });

/** What the service says; what it means for a password, and for a code where that is something else. */
const rows: [name: string, message: string, password: string, code?: string][] = [
  ['NotAuthorizedException', 'Incorrect username or password.', 'invalid-credentials', 'session-expired'],
  ['UserNotFoundException', 'User does not exist.', 'invalid-credentials', 'session-expired'],
  ['NotAuthorizedException', 'User is disabled.', 'invalid-credentials', 'session-expired'],
  ['NotAuthorizedException', 'Something new.', 'invalid-credentials', 'session-expired'],
  ['CodeMismatchException', 'Invalid code or auth state for the user.', 'wrong-code'],
  ['CodeMismatchException', 'Invalid code received for user', 'wrong-code'],
  ['ExpiredCodeException', 'Your software token has already been used once.', 'wrong-code'],
  ['EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA', 'wrong-code'],
  ['NotAuthorizedException', 'Invalid session for the user, session can only be used once.', 'session-spent'],
  ['NotAuthorizedException', 'Invalid session for the user, session is expired.', 'session-expired'],
  ['NotAuthorizedException', 'Invalid session for the user.', 'session-expired'],
  ['InvalidParameterException', 'Missing required parameter Session', 'session-expired'],
  ['NotAuthorizedException', 'Password attempts exceeded', 'locked'],
  [
    'NotAuthorizedException',
    'Temporary password has expired and must be reset by an administrator.',
    'password-expired',
  ],
  ['NotAuthorizedException', 'User account has expired, it must be reset by an administrator.', 'password-expired'],
  ['NotAuthorizedException', 'Unable to login because of security reasons.', 'blocked'],
  ['NotAuthorizedException', 'Request not allowed due to security reasons.', 'blocked'],
  ['CodeMismatchException', 'Invalid verification code provided, please try again.', 'wrong-code'],
  ['ExpiredCodeException', 'Invalid code provided, please request a code again.', 'code-expired'],
  ['PasswordResetRequiredException', 'Password reset required for the user', 'reset-required'],
  ['UserNotConfirmedException', 'User is not confirmed.', 'confirm-required'],
  ['UsernameExistsException', 'User already exists', 'account-conflict'],
  ['InvalidPasswordException', 'Password did not conform with policy: Password not long enough', 'password-policy'],
  ['PasswordHistoryPolicyViolationException', 'Password has previously been used', 'password-policy'],
  ['NotAuthorizedException', 'Auth flow not enabled for this client', 'config-error flow-disabled'],
  ['InvalidParameterException', 'Auth flow not enabled for this client', 'config-error flow-disabled'],
  ['InvalidParameterException', 'USER_SRP_AUTH is not enabled for the client.', 'config-error flow-disabled'],
  ['InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client', 'config-error flow-disabled'],
  ['InvalidParameterException', 'USER_AUTH is not enabled for the client.', 'config-error flow-disabled'],
  ['InvalidParameterException', 'CUSTOM_AUTH is not enabled for the client.', 'config-error flow-disabled'],
  [
    'InvalidParameterException',
    'Custom auth lambda trigger is not configured for the user pool.',
    'config-error triggers-missing',
  ],
  ['WebAuthnNotEnabledException', '', 'config-error'],
  ['WebAuthnConfigurationMissingException', '', 'config-error'],
  ['WebAuthnOriginNotAllowedException', '', 'config-error'],
  ['WebAuthnRelyingPartyMismatchException', '', 'config-error'],
  ['WebAuthnClientMismatchException', '', 'config-error'],
  ['WebAuthnChallengeNotFoundException', '', 'passkey-failed'],
  ['WebAuthnCredentialNotSupportedException', '', 'passkey-failed'],
  ['NotAuthorizedException', 'Unable to verify secret hash for client 4example', 'config-error client-secret'],
  [
    'NotAuthorizedException',
    'Client 4example is configured with secret but SECRET_HASH was not received',
    'config-error client-secret',
  ],
  ['ResourceNotFoundException', 'User pool client 4example does not exist.', 'config-error client-unknown'],
  ['ResourceNotFoundException', 'User pool eu-west-1_x does not exist.', 'config-error user-pool-id'],
  ['LimitExceededException', 'Attempt limit exceeded, please try after some time.', 'rate-limited'],
  ['TooManyRequestsException', 'Rate exceeded', 'busy'],
  ['TooManyFailedAttemptsException', '', 'rate-limited'],
  ['UserLambdaValidationException', 'PreAuthentication failed with error No.', 'refused-by-policy'],
  ['UnexpectedLambdaException', '', 'service-unavailable'],
  ['InvalidLambdaResponseException', '', 'service-unavailable'],
  ['InternalErrorException', '', 'service-unavailable'],
  ['ForbiddenException', '', 'blocked'],
  ['InternalServerException', '', 'service-unavailable'],
  ['ServiceUnavailableException', '', 'service-unavailable'],
  ['ThrottlingException', 'Rate exceeded', 'busy'],
  ['ConcurrentModificationException', '', 'busy'],
  ['CodeDeliveryFailureException', '', 'delivery-failed'],
  ['InvalidSmsRoleAccessPolicyException', '', 'delivery-failed'],
  ['InvalidSmsRoleTrustRelationshipException', '', 'delivery-failed'],
  ['InvalidEmailRoleAccessPolicyException', '', 'delivery-failed'],
  ['MFAMethodNotFoundException', '', 'mfa-unavailable'],
  ['SoftwareTokenMFANotFoundException', '', 'mfa-unavailable'],
  ['AliasExistsException', '', 'account-conflict'],
  ['UnsupportedUserStateException', '', 'refused-by-policy'],
  ['UnauthorizedException', '', 'refused-by-policy'],
  ['InvalidUserPoolConfigurationException', '', 'config-error'],
  ['UserPoolAddOnNotEnabledException', '', 'config-error'],
  ['UnsupportedOperationException', '', 'config-error'],
  ['OperationNotEnabledException', '', 'config-error'],
  ['FeatureUnavailableInTierException', '', 'config-error'],
  ['NotAuthorizedException', 'User is temporarily locked', 'locked'],
  ['NotAuthorizedException', 'User temporarily locked', 'locked'],
  ['NotAuthorizedException', 'Refresh Token has expired', 'session-expired'],
  ['InvalidParameterException', 'Missing required parameter SECRET_HASH', 'config-error client-secret'],
  ['DeviceForgotten', '', 'session-expired'],
  ['InvalidParameterException', 'Something new.', 'client-error'],
  ['SomethingNewException', 'Something new.', 'client-error'],
  ['hasOwnProperty', '', 'client-error'],
  ['Offline', '', 'offline'],
  ['Timeout', '', 'timeout'],
  ['BadResponse', '', 'bad-response'],
];

const meaning = ({ code, hint }: { code: string; hint?: string }) => (hint ? `${code} ${hint}` : code);

describe('an error', () => {
  for (const [name, message, forPassword, forCode = forPassword] of rows)
    it(`${name} “${message}” means ${forPassword}${forCode === forPassword ? '' : `, and for a code ${forCode}`}`, () => {
      for (const text of [message, message.toUpperCase(), message.toLowerCase(), message && `${message} And more.`]) {
        expect(meaning(errorFor(name, text))).to.equal(forPassword);
        expect(meaning(errorFor(name, text, 'session'))).to.equal(forCode);
      }
    });

  it('is told by its name first, whatever its message', () => {
    expect(errorFor('LimitExceededException', 'Password attempts exceeded').code).to.equal('rate-limited');
    expect(errorFor('CodeMismatchException', 'Incorrect username or password.').code).to.equal('wrong-code');
  });

  it('is told by the start of its message, not by a word in it', () => {
    expect(errorFor('NotAuthorizedException', 'No, password attempts exceeded').code).to.equal('invalid-credentials');
  });

  it('keeps what the service said, for the developer', () => {
    const failure = new WireFailure('CodeMismatchException', 'No.', { status: 400, requestId: 'r-1' });
    expect(toLoginError(failure, { submission: 'session', now })).to.deep.equal({
      code: 'wrong-code',
      retryable: false,
      requestId: 'r-1',
      cause: { name: 'CodeMismatchException', message: 'No.', status: 400 },
    });
  });

  it('does not repeat what was typed, which the service’s validation quotes', () => {
    const message = "1 validation error detected: Value 'Blue-Lagoon-7' at 'code' failed to satisfy constraint";
    const failure = new WireFailure('InvalidParameterException', message, { status: 400 });
    const error = toLoginError(failure, { submission: 'session', now });
    expect(JSON.stringify(error)).not.to.include('Blue-Lagoon-7');
    expect(error.cause?.name).to.equal('InvalidParameterException');
    expect(error.cause?.message).to.match(/did not pass the service’s validation/);
  });

  it('that is no answer of the service is this side’s', () => {
    for (const thrown of [new TypeError('x is undefined'), 'text', undefined, null])
      expect(toLoginError(thrown, { submission: 'session', now })).to.deep.equal({
        code: 'client-error',
        retryable: true,
      });
  });

  it('is the same for an unknown user, a wrong password and a disabled user', () => {
    const [wrong, unknown, disabled] = [
      errorFor('NotAuthorizedException', 'Incorrect username or password.'),
      errorFor('UserNotFoundException', 'User does not exist.'),
      errorFor('NotAuthorizedException', 'User is disabled.'),
    ];
    expect(wrong).to.deep.equal({ code: 'invalid-credentials', retryable: false });
    expect(unknown).to.deep.equal(wrong);
    expect(disabled).to.deep.equal(wrong);
  });

  it('can be got over by the same submission only where waiting helps', () => {
    const retryable: ErrorCode[] = ['locked', 'rate-limited', 'busy', 'offline', 'timeout', 'service-unavailable'];
    const also: ErrorCode[] = ['bad-response', 'delivery-failed', 'client-error', 'passkey-failed'];
    for (const [name, message] of rows) {
      const { code, retryable: again } = errorFor(name, message);
      expect(again, code).to.equal([...retryable, ...also].includes(code));
    }
  });
});

describe('an answer whose exception is unknown', () => {
  const statuses: [status: number | undefined, unnamed: ErrorCode, named: ErrorCode][] = [
    [511, 'bad-response', 'bad-response'],
    [403, 'blocked', 'blocked'],
    [429, 'busy', 'busy'],
    [500, 'service-unavailable', 'service-unavailable'],
    [503, 'service-unavailable', 'service-unavailable'],
    [499, 'bad-response', 'client-error'],
    [400, 'bad-response', 'client-error'],
    [undefined, 'bad-response', 'client-error'],
  ];
  for (const [status, unnamed, named] of statuses)
    it(`with status ${status} is ${unnamed}, or ${named} where there is one`, () => {
      const codes = ['HttpError', 'SomethingNewException'].map(
        (name) => toLoginError(new WireFailure(name, '', { status }), { submission: 'session' }).code,
      );
      expect(codes).to.deep.equal([unnamed, named]);
    });

  it('is called by its status where it has no name', () => {
    const failure = new WireFailure('HttpError', '', { status: 502 });
    const { cause } = toLoginError(failure, { submission: 'session' });
    expect(cause).to.deep.equal({ name: '502', message: '', status: 502 });
  });
});

describe('a refusal that says no more', () => {
  const refused = (submission: Submission, name = 'NotAuthorizedException') => errorFor(name, 'No.', submission);

  it('of a passkey is the passkey’s', () => {
    expect(refused('passkey').code).to.equal('passkey-failed');
    const ended = errorFor('NotAuthorizedException', 'Invalid session for the user.', 'passkey');
    expect(ended.code).to.equal('session-expired');
  });

  it('of a code that came without a sign-in is a wrong code’s, so that nobody learns who has an account', () => {
    const expected = { code: 'wrong-code', retryable: false };
    expect(refused('confirmation')).to.deep.equal(expected);
    expect(refused('confirmation', 'UserNotFoundException')).to.deep.equal(expected);
    expect(errorFor('CodeMismatchException', 'Invalid code.', 'confirmation')).to.deep.equal(expected);
  });
});

describe('a new password that is refused', () => {
  const policy = 'Password did not conform with policy: ';
  const rules: [message: string, rule: string][] = [
    [`${policy}Password not long enough`, 'length'],
    [`${policy}Password must have lowercase characters`, 'lowercase'],
    [`${policy}Password must have uppercase characters`, 'uppercase'],
    [`${policy}Password must have numeric characters`, 'number'],
    [`${policy}Password must have symbol characters`, 'symbol'],
    [`${policy}Password has previously been used`, 'history'],
    [`${policy}Something new`, 'other'],
    ['', 'other'],
  ];
  for (const [message, rule] of rules)
    it(`“${message}” breaks the rule ${rule}`, () => {
      for (const submission of ['session', 'confirmation'] as const)
        expect(errorFor('InvalidPasswordException', message, submission).rule).to.equal(rule);
    });

  it('because it was used before says so, whatever the words', () => {
    expect(errorFor('PasswordHistoryPolicyViolationException', 'No.').rule).to.equal('history');
  });

  it('by the model before the policy sees it is refused by the policy all the same, without being repeated', () => {
    const message =
      "1 validation error detected: Value at 'password' failed to satisfy constraint: Member must satisfy";
    const error = errorFor('InvalidParameterException', message, 'confirmation');
    expect(error).to.include({ code: 'password-policy', rule: 'other' });
    expect(errorFor('CodeMismatchException', 'No.')).not.to.have.property('rule');
  });
});
