import { stepFailed } from './attempt.js';
import { arrive } from './arrive.js';
import type { Command, Transition } from './command.js';
import type { LoginError } from './error.js';
import type { LoginEvent, Terms } from './event.js';
import type { Outcome } from './outcome.js';
import { restored } from './restored.js';
import { signInRefused } from './refused-sign-in.js';
import { firstStep, type LoginState } from './state.js';
import { addPasskey, addPasskeyFailed } from './steps/add-passkey.js';
import { chooseFactor } from './steps/choose-factor.js';
import { chooseMfa } from './steps/choose-mfa.js';
import { chooseSetUp } from './steps/choose-set-up.js';
import { code, codeFailed } from './steps/code.js';
import { confirmSignUp, confirmSignUpFailed } from './steps/confirm-sign-up.js';
import {
  arriveAtCustomChallenge,
  customChallenge,
  customChallengeFailed,
  unsupported,
} from './steps/custom-challenge.js';
import { forgotPassword } from './steps/forgot-password.js';
import { newPassword, newPasswordFailed } from './steps/new-password.js';
import { passkey } from './steps/passkey.js';
import { password, passwordFailed } from './steps/password.js';
import { rememberDevice, rememberDeviceFailed } from './steps/remember-device.js';
import { resetPassword, resetPasswordFailed } from './steps/reset-password.js';
import { setUpEmail } from './steps/set-up-email.js';
import { setUpTotp, setUpTotpFailed } from './steps/set-up-totp.js';
import { signIn } from './steps/sign-in.js';
import { signedInFailed } from './steps/signed-in.js';

/** Drops the attempt and everything kept for it. */
const dropAttempt: readonly Command[] = [{ type: 'abandon' }, { type: 'forget-password' }];

/** The whole of what may happen: (state, event) to the next state and what is to be done. Pure. */
export function transition(state: LoginState, event: LoginEvent): Transition {
  switch (event.type) {
    case 'answer':
      return answer(state, event.outcome, event.terms);
    case 'challenge-offered':
      return challengeOffered(state, event);
    case 'restored':
      return restored(state, event);
    case 'start-over':
      return [firstStep(event.username?.trim() ?? state.username), dropAttempt];
    case 'leave':
      return leave(state);
    case 'sign-out':
      return signOut(state, event.global);
    case 'hide':
      // What is under way goes on; a step that counts on the password changes what it offers.
      return [inStep(state, event)[0], [{ type: 'forget-password' }]];
    default:
      return inStep(state, event);
  }
}

function inStep(state: LoginState, event: LoginEvent): Transition {
  switch (state.name) {
    case 'sign-in':
      return signIn(state, event);
    case 'choose-factor':
      return chooseFactor(state, event);
    case 'password':
      return password(state, event);
    case 'passkey':
      return passkey(state, event);
    case 'code':
      return code(state, event);
    case 'choose-mfa':
      return chooseMfa(state, event);
    case 'choose-set-up':
      return chooseSetUp(state, event);
    case 'set-up-totp':
      return setUpTotp(state, event);
    case 'set-up-email':
      return setUpEmail(state, event);
    case 'new-password':
      return newPassword(state, event);
    case 'custom-challenge':
      return customChallenge(state, event);
    default:
      return aroundSignIn(state, event);
  }
}

type StateAround = Extract<
  LoginState,
  { name: 'forgot-password' | 'reset-password' | 'confirm-sign-up' | 'remember-device' | 'add-passkey' | 'signed-in' }
>;

/** The steps that no challenge of the service's stands behind. */
function aroundSignIn(state: StateAround, event: LoginEvent): Transition {
  switch (state.name) {
    case 'forgot-password':
      return forgotPassword(state, event);
    case 'reset-password':
      return resetPassword(state, event);
    case 'confirm-sign-up':
      return confirmSignUp(state, event);
    case 'remember-device':
      return rememberDevice(state, event);
    case 'add-passkey':
      return addPasskey(state, event);
    case 'signed-in':
      return [state, []];
    default:
      return state satisfies never;
  }
}

/** An answer to nothing that is under way is dropped: it is late. */
function answer(state: LoginState, outcome: Outcome, terms: Terms): Transition {
  if (!state.busy) return [state, []];
  return outcome.kind === 'failed' ? failed(state, outcome.error, terms) : arrive(state, outcome, terms);
}

function failed(state: LoginState, error: LoginError, terms: Terms): Transition {
  // The service may say so at any point of a sign-in.
  if ('expiresAt' in state && (error.code === 'reset-required' || error.code === 'confirm-required')) {
    const [next, commands] = signInRefused(state, error, terms);
    return [next, [{ type: 'abandon' }, ...commands]];
  }
  switch (state.name) {
    case 'sign-in':
      return signInRefused(state, error, terms);
    case 'password':
      return passwordFailed(state, error, terms);
    case 'code':
      return codeFailed(state, error, terms.at);
    case 'set-up-totp':
      return setUpTotpFailed(state, error);
    case 'new-password':
      return newPasswordFailed(state, error);
    case 'custom-challenge':
      return customChallengeFailed(state, error);
    case 'reset-password':
      return resetPasswordFailed(state, error, terms);
    case 'confirm-sign-up':
      return confirmSignUpFailed(state, error, terms);
    case 'remember-device':
      return rememberDeviceFailed(state, error);
    case 'add-passkey':
      return addPasskeyFailed(state, error);
    case 'signed-in':
      return signedInFailed(state, error);
    default:
      return stepFailed(state, error);
  }
}

function challengeOffered(state: LoginState, event: Extract<LoginEvent, { type: 'challenge-offered' }>): Transition {
  // The page may have started over, or signed out, when it heard of it.
  if (!state.busy || state.busy === 'sign-out') return [state, []];
  const step = arriveAtCustomChallenge(state, event);
  return step ? [step, [{ type: 'forget-password' }]] : stepFailed(state, unsupported(event.challenge.name));
}

/** A sign-out goes on without the element, so the person is out. */
const leave = (state: LoginState): Transition => [
  state.name === 'signed-in' && !state.busy ? state : firstStep(state.username),
  dropAttempt,
];

function signOut(state: LoginState, global: boolean): Transition {
  if (state.busy === 'sign-out') return [state, []];
  // Also at the first step: an earlier visit's tokens may lie in the storage.
  const leaving = state.name === 'signed-in' ? { ...state, error: null } : firstStep(state.username);
  return [{ ...leaving, busy: 'sign-out' }, [...dropAttempt, { type: 'sign-out', global }]];
}
