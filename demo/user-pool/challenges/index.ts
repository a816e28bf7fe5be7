import type { Challenge } from './challenge.js';
import { customChallenge } from './custom-challenge.js';
import { devicePasswordVerifier, deviceSrpAuth } from './device.js';
import { emailOtp } from './email-otp.js';
import { mfaSetup } from './mfa-setup.js';
import { newPasswordRequired } from './new-password-required.js';
import { password, passwordSrp } from './password.js';
import { passwordVerifier } from './password-verifier.js';
import { selectChallenge } from './select-challenge.js';
import { selectMfaType } from './select-mfa-type.js';
import { smsMfa } from './sms-mfa.js';
import { smsOtp } from './sms-otp.js';
import { softwareTokenMfa } from './software-token-mfa.js';
import { webAuthn } from './web-authn.js';

/** The challenges of the pool. */
export const challenges: ReadonlyMap<string, Challenge> = new Map(
  [
    passwordVerifier,
    smsMfa,
    softwareTokenMfa,
    emailOtp,
    selectMfaType,
    mfaSetup,
    newPasswordRequired,
    customChallenge,
    deviceSrpAuth,
    devicePasswordVerifier,
    selectChallenge,
    password,
    passwordSrp,
    smsOtp,
    webAuthn,
  ].map((challenge: Challenge) => [challenge.name, challenge]),
);
