import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter } from '../errors.js';
import type { Parameters } from '../parameters.js';
import type { FirstFactor } from '../settings.js';
import { isStandIn } from '../users.js';
import type { UserCall } from './challenge.js';
import { emailOtp } from './email-otp.js';
import { nextStep } from './next-step.js';
import { checkPassword, password, passwordSrp } from './password.js';
import { passwordVerifier } from './password-verifier.js';
import { smsOtp } from './sms-otp.js';
import { webAuthn } from './web-authn.js';

type Response = RespondToAuthChallengeResponse;

interface Choice {
  /** What has to be among the pool's `signInFactors`. */
  factor: FirstFactor;
  /** Whether this user has it. */
  isThere(call: UserCall): boolean;
  /** What the choice leads to; what came along with it may answer at once. */
  begin(call: UserCall, parameters: Parameters): Response | Promise<Response>;
}

async function beginPassword(call: UserCall, parameters: Parameters): Promise<Response> {
  const typed = parameters?.['PASSWORD'];
  if (!typed) return password.begin(call);
  await checkPassword(call, typed);
  return nextStep(call);
}

const beginPasswordSrp: Choice['begin'] = (call, parameters) =>
  parameters?.['SRP_A'] ? passwordVerifier.begin(parameters, call, 'with session') : passwordSrp.begin(call);

/** By the name that ANSWER and PREFERRED_CHALLENGE take. */
const choices: ReadonlyMap<string, Choice> = new Map<string, Choice>([
  ['PASSWORD_SRP', { factor: 'PASSWORD', isThere: () => true, begin: beginPasswordSrp }],
  ['PASSWORD', { factor: 'PASSWORD', isThere: () => true, begin: beginPassword }],
  ['EMAIL_OTP', { factor: 'EMAIL_OTP', isThere: ({ user }) => Boolean(user.email), begin: emailOtp.begin }],
  ['SMS_OTP', { factor: 'SMS_OTP', isThere: ({ user }) => Boolean(user.phoneNumber), begin: smsOtp.begin }],
  ['WEB_AUTHN', { factor: 'WEB_AUTHN', isThere: hasPasskey, begin: (call) => webAuthn.begin(call) }],
]);

function hasPasskey({ pool, user }: UserCall): boolean {
  return !isStandIn(user) && pool.passkeys.of(user).length > 0;
}

/** AvailableChallenges: what the pool allows and the user has. A user who does not exist seems to have all but a passkey. */
export const availableChallenges = (call: UserCall): string[] =>
  [...choices]
    .filter(([, { factor, isThere }]) => call.pool.settings.signInFactors.includes(factor) && isThere(call))
    .map(([name]) => name);

/** Begins with the first factor that was chosen. */
export async function beginFirstFactor(name: string, call: UserCall, parameters: Parameters): Promise<Response> {
  const choice = choices.get(name);
  if (!choice) throw invalidParameter(`Invalid challenge ${name}`);
  call.pool.lockout.check(call.user);
  return choice.begin(call, parameters);
}
