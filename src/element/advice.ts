/**
 * What the developer reads, in development and production alike, where the person reads only that sign-in is unavailable. A chunk of its
 * own, loaded when something is set up wrongly. The settings bear the names of Cognito's API.
 */
import type { ConfigHint, LoginError } from '../flow/error.js';

/** Which setting to change. */
export const advice: Readonly<Record<ConfigHint, string>> = {
  ids: 'user-pool-id and client-id are not set, and without them nobody can sign in.',
  'user-pool-id': 'user-pool-id must be the id of an existing user pool, such as eu-west-1_Ab12Cd34E.',
  'client-id': 'client-id must be the id of an app client of the user pool: letters and digits.',
  'client-secret': 'The app client has a secret, which a page cannot keep: use an app client without one.',
  'client-unknown': 'The user pool has no app client with this client-id: check both ids and the region.',
  'flow-disabled':
    'The app client does not allow this sign-in. In its authentication flows enable ALLOW_USER_SRP_AUTH for auth-flow="srp", ALLOW_USER_PASSWORD_AUTH for "password", ALLOW_CUSTOM_AUTH for "custom" and "custom-srp" (with ALLOW_USER_SRP_AUTH), ALLOW_USER_AUTH for "choice" and for passkeys.',
  'flow-unsupported': 'auth-flow must be srp, password, custom, custom-srp or choice.',
  'triggers-missing':
    'The user pool has no challenges of its own: auth-flow="custom" and "custom-srp" need its Lambda triggers DefineAuthChallenge, CreateAuthChallenge and VerifyAuthChallengeResponse.',
  username: 'mode="reauth" confirms one person: set username.',
  endpoint: 'endpoint must be an https address, or an http address on this machine.',
};

const relyingParty =
  'The user pool’s WebAuthnConfiguration.RelyingPartyId must be this page’s host or a domain above it.';

/** By the exception's name; browsers' among them. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ['InvalidSmsRoleAccessPolicyException', 'The role of the user pool’s SmsConfiguration must allow sns:Publish.'],
  [
    'InvalidSmsRoleTrustRelationshipException',
    'The role of the user pool’s SmsConfiguration must let cognito-idp.amazonaws.com assume it, with the same ExternalId.',
  ],
  [
    'InvalidEmailRoleAccessPolicyException',
    'The SES identity of the user pool’s EmailConfiguration must allow the pool to send with it.',
  ],
  [
    'CodeDeliveryFailureException',
    'The code could not be sent. If that is so for everybody: is the account out of the SMS sandbox and within its spending limit?',
  ],
  ['UnexpectedLambdaException', 'A Lambda trigger of the user pool failed; its log is in CloudWatch.'],
  ['InvalidLambdaResponseException', 'A Lambda trigger of the user pool gave an answer that the service cannot read.'],
  [
    'WebAuthnNotEnabledException',
    'Passkeys need WEB_AUTHN among the user pool’s SignInPolicy.AllowedFirstAuthFactors.',
  ],
  ['WebAuthnConfigurationMissingException', relyingParty],
  ['WebAuthnOriginNotAllowedException', relyingParty],
  ['WebAuthnRelyingPartyMismatchException', relyingParty],
  ['SecurityError', relyingParty],
  ['FeatureUnavailableInTierException', 'The user pool’s UserPoolTier must be ESSENTIALS or above for this.'],
]);

/** What else there may be to change, with the minutes of `session-minutes`. Null where nothing is set up wrongly. */
export function explanation(error: LoginError, sessionMinutes: number): string | null {
  const { code, hint, cause, minutes } = error;
  if (hint) return hint === 'flow-disabled' ? whichFlow(cause?.message) : advice[hint];
  const known = cause && exceptions.get(cause.name);
  if (known) return known;
  switch (code) {
    case 'config-error':
    case 'client-error':
      return cause ? `The user pool refused: ${cause.name} (${cause.message}).` : null;
    case 'unsupported-challenge':
      return cause?.name === 'WEB_AUTHN'
        ? 'The user pool asks for a passkey: it takes passkeys="sign-in" or "offer", and a browser that has them.'
        : `This version has no step for ${cause?.name}.`;
    case 'offline':
      return 'No answer came. If the network is there: check the region in user-pool-id, endpoint, and connect-src in the page’s Content-Security-Policy.';
    case 'bad-response':
      return 'What answered is no user pool: the sign-in page of a network, or endpoint is wrong.';
    case 'clock-skew':
      return `This device’s clock is ${minutes} minutes off, and the service takes no SRP proof with such a time: set the clock, or use auth-flow="password".`;
    case 'session-expired':
      return endedEarly(cause?.message, sessionMinutes)
        ? `The service ended the session before session-minutes="${sessionMinutes}" were over: it is the app client’s AuthSessionValidity.`
        : null;
    default:
      return null;
  }
}

/** The service names the flow: "USER_SRP_AUTH is not enabled for the client." */
function whichFlow(message = ''): string {
  const flow = /\b(USER_SRP|USER_PASSWORD|CUSTOM|USER)_AUTH\b/.exec(message)?.[0];
  return flow
    ? `The app client does not allow this sign-in: add ALLOW_${flow} to its authentication flows (ExplicitAuthFlows).`
    : advice['flow-disabled'];
}

/** No session lasts shorter than three minutes. */
const endedEarly = (message = '', sessionMinutes: number): boolean =>
  sessionMinutes > 3 && /^invalid session.*expired/i.test(message);

/** What a property may be that a template can set to anything, and what is done without it. */
export const expected = {
  fetch: 'a function as the page’s own fetch, which is used instead',
  clientMetadata: 'an object of texts; what is none is left out',
  messages: 'an object with texts of the language’s table; the language’s own are used',
  passwordPolicy:
    'an object with any of minLength (6 to 99) and, as booleans, lowercase, uppercase, number, symbol; the rest is Cognito’s default',
  username: 'a text; the field is left empty',
  issuer: 'a text; the page’s host name is used',
  'user-pool-id': 'a text; it counts as not set',
  'client-id': 'a text; it counts as not set',
  'phone-country': 'a country’s two letters, such as DE; the browser’s region is used',
} as const;
