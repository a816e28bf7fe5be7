import { expect } from '@open-wc/testing';
import { readFile } from '@web/test-runner-commands';
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
  ['CodeMismatchException', 'Invalid verification code provided, please try again.', 'wrong-code'],
  ['ExpiredCodeException', 'Invalid code provided, please request a code again.', 'code-expired'],
  ['PasswordResetRequiredException', 'Password reset required for the user', 'reset-required'],
  ['UserNotConfirmedException', 'User is not confirmed.', 'confirm-required'],
  ['UsernameExistsException', 'User already exists', 'account-conflict'],
  ['InvalidPasswordException', 'Password did not conform with policy: Password not long enough', 'password-policy'],
  ['PasswordHistoryPolicyViolationException', 'Password has previously been used', 'password-policy'],
  ['InvalidParameterException', 'USER_SRP_AUTH is not enabled for the client.', 'config-error flow-disabled'],
  ['InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client', 'config-error flow-disabled'],
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
        expect(meaning(errorFor(name, text, 'code'))).to.equal(forCode);
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
    expect(toLoginError(failure, { submission: 'code', now })).to.deep.equal({
      code: 'wrong-code',
      retryable: false,
      requestId: 'r-1',
      cause: { name: 'CodeMismatchException', message: 'No.', status: 400 },
    });
  });

  it('does not repeat what was typed, which the service’s validation quotes', () => {
    const message = "1 validation error detected: Value 'Blue-Lagoon-7' at 'code' failed to satisfy constraint";
    const failure = new WireFailure('InvalidParameterException', message, { status: 400 });
    const error = toLoginError(failure, { submission: 'code', now });
    expect(JSON.stringify(error)).not.to.include('Blue-Lagoon-7');
    expect(error.cause?.name).to.equal('InvalidParameterException');
  });

  it('that is no answer of the service is this side’s', () => {
    for (const thrown of [new TypeError('x is undefined'), 'text', undefined, null])
      expect(toLoginError(thrown, { submission: 'code', now })).to.deep.equal({
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
    const also: ErrorCode[] = ['bad-response', 'delivery-failed', 'client-error'];
    for (const [name, message] of rows) {
      const { code, retryable: again } = errorFor(name, message);
      expect(again, code).to.equal([...retryable, ...also].includes(code));
    }
  });
});

describe('a refused proof', () => {
  const minute = 60_000;
  const refused = (minutes: number, submission: Submission = 'credentials') => {
    const circumstances = { serverTime: now + minutes * minute };
    const failure = new WireFailure('NotAuthorizedException', 'Incorrect username or password.', circumstances);
    return toLoginError(failure, { submission, now });
  };
  for (const minutes of [4.5, -4.5, 10, -10, 1440, -1440])
    it(`with a clock ${-minutes} minutes off is blamed on the clock`, () => {
      expect(refused(minutes)).to.deep.equal({
        code: 'clock-skew',
        retryable: false,
        minutes: Math.round(Math.abs(minutes)),
      });
    });

  for (const minutes of [0, 3.9, -3.9])
    it(`with a clock ${-minutes} minutes off is blamed on the password`, () => {
      expect(refused(minutes)).to.deep.equal({ code: 'invalid-credentials', retryable: false });
    });

  it('is never blamed on the clock where no time was sent: with a code, or with the password itself', () => {
    expect(refused(10, 'code').code).to.equal('session-expired');
    const failure = new WireFailure('NotAuthorizedException', 'No.', { serverTime: now + 10 * minute });
    expect(toLoginError(failure, { submission: 'credentials' }).code).to.equal('invalid-credentials');
  });
});

/** The names in the installed AWS client's own documentation of a command. */
async function exceptionsOf(command: string): Promise<string[]> {
  const folder = '../../node_modules/@aws-sdk/client-cognito-identity-provider/dist-types/commands';
  const text = (await readFile({ path: `${folder}/${command}Command.d.ts` })) ?? '';
  return [...text.matchAll(/@throws \{@link (\w+Exception)\}/g)]
    .map(([, name]) => name ?? '')
    .filter((name) => !name.endsWith('ServiceException'));
}

describe('the service model', () => {
  const commands = ['InitiateAuth', 'RespondToAuthChallenge'];
  for (const command of commands)
    it(`has no exception of ${command} that the table lacks`, async () => {
      const names = await exceptionsOf(command);
      expect(names).to.include.members(['TooManyRequestsException', 'InternalErrorException', 'ForbiddenException']);
      // A name that the table lacks falls back to “client-error” at status 400; in the table, InvalidParameter alone means that.
      const unmapped = names.filter(
        (name) => errorFor(name).code === 'client-error' && name !== 'InvalidParameterException',
      );
      expect(unmapped).to.deep.equal([]);
    });
});
