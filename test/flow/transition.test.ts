import type { StepName } from '../../src/flow/state.js';
import { signInRows, chooseFactorRows, passwordRows, passkeyRows } from './rows/first.js';
import { codeRows } from './rows/code.js';
import {
  chooseMfaRows,
  chooseSetUpRows,
  setUpTotpRows,
  setUpEmailRows,
  newPasswordRows,
  customChallengeRows,
} from './rows/challenges.js';
import {
  forgotPasswordRows,
  resetPasswordRows,
  confirmSignUpRows,
  rememberDeviceRows,
  addPasskeyRows,
  signedInRows,
} from './rows/around.js';
import { checkRows, type Rows } from './table.js';

/** A new step, a new way to stand in one and a new event do not compile before they have their row, and their line in it. */
const table = {
  'sign-in': signInRows,
  'choose-factor': chooseFactorRows,
  password: passwordRows,
  passkey: passkeyRows,
  code: codeRows,
  'choose-mfa': chooseMfaRows,
  'choose-set-up': chooseSetUpRows,
  'set-up-totp': setUpTotpRows,
  'set-up-email': setUpEmailRows,
  'new-password': newPasswordRows,
  'custom-challenge': customChallengeRows,
  'forgot-password': forgotPasswordRows,
  'reset-password': resetPasswordRows,
  'confirm-sign-up': confirmSignUpRows,
  'remember-device': rememberDeviceRows,
  'add-passkey': addPasskeyRows,
  'signed-in': signedInRows,
} satisfies { readonly [Name in StepName]: Rows<Name> };

for (const name of Object.keys(table) as StepName[]) checkRows(name, table[name]);
