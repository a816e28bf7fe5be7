/** How tests call a request: finer than by its operation, since two operations of the service do most of the work. */

interface Body {
  readonly AuthFlow?: string;
  readonly AuthParameters?: Readonly<Record<string, string>>;
  readonly ChallengeName?: string;
  readonly ChallengeResponses?: Readonly<Record<string, string>>;
}

function read(body: string): Body {
  try {
    return JSON.parse(body) as Body;
  } catch {
    return {};
  }
}

/**
 * The challenge that a request answers and, where it is a choice, with what; the flow that it begins and with what; else its operation.
 * For example `SMS_MFA`, `SELECT_CHALLENGE EMAIL_OTP`, `USER_AUTH WEB_AUTHN`, `ForgotPassword`.
 */
export function requestName(operation: string, text: string): string {
  const { AuthFlow, AuthParameters = {}, ChallengeName, ChallengeResponses = {} } = read(text);
  const first = AuthParameters.PREFERRED_CHALLENGE ?? AuthParameters.CHALLENGE_NAME;
  if (AuthFlow) return first ? `${AuthFlow} ${first}` : AuthFlow;
  if (ChallengeName === 'SELECT_CHALLENGE') return `${ChallengeName} ${ChallengeResponses.ANSWER}`;
  return ChallengeName ?? operation;
}
