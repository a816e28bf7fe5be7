/** An answer of the service that is an error. The message goes over the wire as it stands. */
export class CognitoError extends Error {
  constructor(
    /** The exception's name, as in `__type`. */
    override readonly name: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

export const notAuthorized = (message: string) => new CognitoError('NotAuthorizedException', message);
export const incorrectPassword = () => notAuthorized('Incorrect username or password.');
export const attemptsExceeded = () => notAuthorized('Password attempts exceeded');
export const userDisabled = () => notAuthorized('User is disabled.');
export const invalidSession = (why = '.') => notAuthorized(`Invalid session for the user${why}`);
export const sessionSpent = () => invalidSession(', session can only be used once.');
export const sessionExpired = () => invalidSession(', session is expired.');
export const secretHashUnverified = (clientId: string) =>
  notAuthorized(`Unable to verify secret hash for client ${clientId}`);

export const limitExceeded = () =>
  new CognitoError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
export const tooManyFailedAttempts = () =>
  new CognitoError('TooManyFailedAttemptsException', 'Attempt limit exceeded, please try after some time.');
export const wrongVerificationCode = () => codeMismatch('Invalid verification code provided, please try again.');
export const expiredVerificationCode = () =>
  new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
export const nowhereToSend = () =>
  invalidParameter('Cannot reset password for the user as there is no registered/verified email or phone_number');
export const deviceNotFound = () => new CognitoError('ResourceNotFoundException', 'Device does not exist.');

export const userNotFound = () => new CognitoError('UserNotFoundException', 'User does not exist.');
export const userNotConfirmed = () => new CognitoError('UserNotConfirmedException', 'User is not confirmed.');
export const passwordResetRequired = () =>
  new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
export const clientNotFound = (clientId: string) =>
  new CognitoError('ResourceNotFoundException', `User pool client ${clientId} does not exist.`);

export const codeMismatch = (message = 'Invalid code or auth state for the user.') =>
  new CognitoError('CodeMismatchException', message);
export const softwareTokenReused = () =>
  new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
export const refreshTokenReused = () => new CognitoError('RefreshTokenReuseException', 'Refresh Token has been reused');
export const softwareTokenMismatch = () =>
  new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA');
export const softwareTokenNotAssociated = () =>
  new CognitoError('SoftwareTokenMFANotFoundException', 'Software token MFA has not been associated for the user');
export const passwordRefused = (why: string) =>
  new CognitoError('InvalidPasswordException', `Password did not conform with policy: ${why}`);
export const passwordUsedBefore = () =>
  new CognitoError('PasswordHistoryPolicyViolationException', 'Password has previously been used');
export const aliasExists = (attribute: string) =>
  new CognitoError('AliasExistsException', `An account with the given ${attribute} already exists.`);
export const unsupportedTokenType = () => new CognitoError('UnsupportedTokenTypeException', 'Unsupported token type');

export const invalidParameter = (message: string) => new CognitoError('InvalidParameterException', message);
export const missingParameter = (name: string) => invalidParameter(`Missing required parameter ${name}`);
export const softwareTokenUnverified = () => invalidParameter('User has not verified software token mfa');
export const mfaWithoutDestination = (name: string) =>
  invalidParameter(`User does not have delivery config set to turn on ${name}`);
export const emailMalformed = () => invalidParameter('Invalid email address format.');
export const triggersMissing = () =>
  invalidParameter('Custom auth lambda trigger is not configured for the user pool.');
export const attributeMissing = (name: string) => invalidParameter(`Invalid attributes given, ${name} is missing`);
export const attributeUnwritable = (name: string) =>
  invalidParameter(`Cannot modify the non-mutable attribute ${name}`);
export const attributeUnknown = (name: string) =>
  invalidParameter(`Attributes did not conform to the schema: ${name}: Attribute does not exist in the schema.`);
export const attributeProvided = (name: string) => notAuthorized(`Cannot modify an already provided ${name}`);
export const flowNotEnabled = (flow: string) => invalidParameter(`${flow} is not enabled for the client.`);
/** The sentence AWS's model validation makes; `member` begins with a small letter there. */
export const validationError = (member: string, value: string, constraint: string) =>
  invalidParameter(
    `1 validation error detected: Value ${value} at '${member}' failed to satisfy constraint: Member must ${constraint}`,
  );

/** The control surface's own refusal: what it was given describes no pool. */
export const invalidDefinition = (message: string) => new CognitoError('InvalidDefinition', message);

export const serialization = (message: string) => new CognitoError('SerializationException', message);
export const unknownOperation = () => new CognitoError('UnknownOperationException', 'Unknown operation');
export const bodyTooLarge = () =>
  new CognitoError('RequestEntityTooLargeException', 'Request body is larger than 64 KB', 413);
export const internalError = () => new CognitoError('InternalErrorException', 'Internal error', 500);
