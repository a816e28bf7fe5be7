import { addPasskey } from './add-passkey.js';
import { chooseFactor } from './choose-factor.js';
import { chooseMfa } from './choose-mfa.js';
import { chooseSetUp } from './choose-set-up.js';
import { code } from './code.js';
import { confirmSignUp } from './confirm-sign-up.js';
import { customChallenge } from './custom-challenge.js';
import { newPassword } from './new-password.js';
import { passkey } from './passkey.js';
import { password } from './password.js';
import { rememberDevice } from './remember-device.js';
import { resetPassword } from './reset-password.js';
import { setUpEmail } from './set-up-email.js';
import { setUpTotp } from './set-up-totp.js';
import type { LaterViews } from './show-step.js';
import { signedIn } from './signed-in.js';

/** The views of the steps that an answer of the service's leads to. */
export const laterViews: LaterViews = {
  'choose-factor': chooseFactor,
  password,
  passkey,
  code,
  'choose-mfa': chooseMfa,
  'choose-set-up': chooseSetUp,
  'set-up-totp': setUpTotp,
  'set-up-email': setUpEmail,
  'new-password': newPassword,
  'custom-challenge': customChallenge,
  'reset-password': resetPassword,
  'confirm-sign-up': confirmSignUp,
  'remember-device': rememberDevice,
  'add-passkey': addPasskey,
  'signed-in': signedIn,
};
