import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Mfa } from '../users.js';
import type { MfaChallenge, UserCall } from './challenge.js';
import { emailOtp } from './email-otp.js';
import { signedIn } from './signed-in.js';
import { smsMfa } from './sms-mfa.js';
import { softwareTokenMfa } from './software-token-mfa.js';

const secondFactors: Record<Mfa, MfaChallenge> = { sms: smsMfa, totp: softwareTokenMfa, email: emailOtp };

/** What comes once the password is proved: the user's second factor, or the end. */
export async function afterPassword(call: UserCall): Promise<RespondToAuthChallengeResponse> {
  const { mfa } = call.user;
  return mfa ? secondFactors[mfa].begin(call) : signedIn(call);
}
