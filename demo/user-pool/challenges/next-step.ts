import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { activeMfa, type Mfa } from '../users.js';
import type { NextChallenge, UserCall } from './challenge.js';
import { customChallenge, hasRoundLeft } from './custom-challenge.js';
import { deviceSrpAuth } from './device.js';
import { emailOtp } from './email-otp.js';
import { mfaSetup } from './mfa-setup.js';
import { newPasswordRequired } from './new-password-required.js';
import { selectMfaType } from './select-mfa-type.js';
import { signedIn } from './signed-in.js';
import { smsMfa } from './sms-mfa.js';
import { softwareTokenMfa } from './software-token-mfa.js';
import { unknownChallenge } from './unknown-challenge.js';

type Response = RespondToAuthChallengeResponse;

/** Undefined where it has nothing to ask of this sign-in, or has asked already. */
type Step = (call: UserCall) => Response | undefined | Promise<Response | undefined>;

const codes: Record<Mfa, NextChallenge> = { sms: smsMfa, totp: softwareTokenMfa, email: emailOtp };

const askUnknown: Step = (call) =>
  call.pool.settings.unknownChallenge && !call.passed.unknownChallenge ? unknownChallenge.begin(call) : undefined;

const askNewPassword: Step = (call) =>
  call.user.status === 'force-change-password' ? newPasswordRequired.begin(call) : undefined;

const askCustomRound: Step = (call) => (hasRoundLeft(call) ? customChallenge.begin(call) : undefined);

/**
 * CUSTOM_AUTH has a second factor only where the trigger asks for one: DefineAuthChallenge ends the sign-in with `issueTokens`, or names
 * SMS_MFA, SOFTWARE_TOKEN_MFA or EMAIL_OTP as the next challenge. `mfaAfterCustomChallenge` stands for the trigger that does the latter.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html
 */
const askSecondFactor: Step = (call) => {
  const { user, passed, pool } = call;
  const { mfaConfiguration, mfaAfterCustomChallenge, challengeRequiredOnNewDevice } = pool.settings;
  if (passed.secondFactor || mfaConfiguration === 'OFF') return undefined;
  if (passed.customAuth && !mfaAfterCustomChallenge) return undefined;
  if (challengeRequiredOnNewDevice && passed.device?.remembered) return undefined;
  const mfa = passed.newEmail ? 'email' : (passed.chosenMfa ?? activeMfa(user));
  if (mfa) return codes[mfa].begin(call);
  if (user.mfas.length) return selectMfaType.begin(call);
  return mfaConfiguration === 'ON' ? mfaSetup.begin(call) : undefined;
};

const askDevice: Step = (call) =>
  call.passed.device?.remembered && !call.passed.deviceProved ? deviceSrpAuth.begin(call) : undefined;

/** In the order in which a pool asks. Each that is due gets a session of its own. */
const steps: readonly Step[] = [askUnknown, askNewPassword, askCustomRound, askSecondFactor, askDevice];

/** What comes after the password, the SRP proof or the answer to a challenge: the next question, or the tokens. */
export async function nextStep(call: UserCall): Promise<Response> {
  for (const step of steps) {
    const response = await step(call);
    if (response) return response;
  }
  return signedIn(call);
}
