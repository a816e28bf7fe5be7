/** One sample of every way in which a state can stand, for the tables. */
import type { LoginError } from '../../src/flow/error.js';
import {
  firstStep,
  type CodeState,
  type ConfirmSignUpState,
  type CustomChallengeState,
  type LoginState,
  type NewPasswordState,
  type Resend,
  type SetUpTotpState,
  type StepName,
} from '../../src/flow/state.js';
import { at, codeNeeded, outcomes, question, sessionLength, totpSecret, wrongCode } from './samples.js';

/** Can be pressed now. */
export const ready: Resend = { mode: 'keep', asking: false, availableAt: at, left: 5 };

const step = <Name extends StepName>(name: Name) => ({ name, username: 'ann', busy: null, error: null }) as const;
const clock = { expiresAt: at + sessionLength, warned: null } as const;
const offline: LoginError = { code: 'offline', retryable: true };
const { channel, destination } = codeNeeded;

export const waiting: CodeState = {
  ...step('code'),
  ...clock,
  ...{ channel, destination, resend: ready, another: null, passwordless: false, earlier: null },
};
const withResend = (change: Partial<Resend>): CodeState => ({ ...waiting, resend: { ...ready, ...change } });
/** Where the person chose the text message among others. */
const chosen: CodeState = { ...waiting, another: 'keep' };

const chooseFactor = { ...step('choose-factor'), ...clock, factors: outcomes['factor-choice'].factors, earlier: null };
const password = { ...step('password'), alternatives: true, earlier: null };
const passkey = { ...step('passkey'), ...clock, alternatives: true, earlier: null };
const chooseMfa = { ...step('choose-mfa'), ...clock, channels: outcomes['mfa-choice'].channels, earlier: null };
const chooseSetUp = { ...step('choose-set-up'), ...clock, factors: outcomes['set-up-choice'].factors, earlier: null };
const setUpTotp: SetUpTotpState = { ...step('set-up-totp'), ...clock, secret: totpSecret, kept: true };
const voided: SetUpTotpState = { ...setUpTotp, secret: null, expiresAt: at };
const setUpEmail = { ...step('set-up-email'), ...clock, email: '', earlier: null };
const newPassword: NewPasswordState = {
  ...step('new-password'),
  ...clock,
  attributes: outcomes['new-password-needed'].attributes,
};
const customChallenge: CustomChallengeState = {
  ...{ ...step('custom-challenge'), ...clock, challenge: question.name, parameters: question.parameters },
  ...{ shownBy: 'element', again: false, round: 1, by: 'password' },
};
const reset = { ...step('reset-password'), forced: false, resend: ready };
const confirmSignUp: ConfirmSignUpState = {
  ...step('confirm-sign-up'),
  destination: null,
  resend: ready,
  by: 'password',
  kept: true,
  keptUntil: at + 180_000,
};
const spent = { ...ready, left: 4 };

export const states = {
  'sign-in': {
    idle: firstStep('ann'),
    refused: firstStep('ann', { code: 'invalid-credentials', retryable: false }),
    'after a confirmation': { ...firstStep('ann'), notice: 'confirmed' },
    'under way': { ...firstStep('ann'), busy: 'authenticate' },
    'ending an earlier session': { ...firstStep('ann'), busy: 'sign-out' },
  },
  'choose-factor': {
    idle: chooseFactor,
    expired: { ...chooseFactor, expiresAt: at },
    choosing: { ...chooseFactor, busy: 'choose' },
  },
  password: {
    idle: password,
    'without an alternative': { ...password, alternatives: false },
    'under way': { ...password, busy: 'authenticate' },
    'going back': { ...password, busy: 'choose' },
  },
  passkey: {
    idle: passkey,
    'without an alternative': { ...passkey, alternatives: false },
    expired: { ...passkey, expiresAt: at },
    prompting: { ...passkey, busy: 'answer' },
    'going back': { ...passkey, busy: 'choose' },
  },
  code: {
    waiting,
    refused: { ...waiting, error: wrongCode },
    'cooling down': withResend({ availableAt: at + 1 }),
    spent: withResend({ left: 0 }),
    'for an app': { ...waiting, channel: 'totp', destination: null, resend: null },
    'without a password': { ...chosen, passwordless: true },
    'among others': chosen,
    'among others, to be asked': { ...withResend({ mode: 'ask' }), another: 'ask' },
    'that would ask': withResend({ mode: 'ask' }),
    'that asks': withResend({ mode: 'ask', asking: true }),
    expired: { ...waiting, expiresAt: at },
    confirming: { ...waiting, busy: 'confirm' },
    resending: { ...withResend({ left: 4 }), busy: 'resend' },
    'resending after asking': { ...withResend({ mode: 'ask', asking: true, left: 4 }), busy: 'resend' },
    'going back': { ...chosen, busy: 'choose' },
  },
  'choose-mfa': {
    idle: chooseMfa,
    expired: { ...chooseMfa, expiresAt: at },
    choosing: { ...chooseMfa, busy: 'choose' },
  },
  'choose-set-up': {
    idle: chooseSetUp,
    expired: { ...chooseSetUp, expiresAt: at },
    choosing: { ...chooseSetUp, busy: 'choose' },
  },
  'set-up-totp': {
    idle: setUpTotp,
    expired: { ...setUpTotp, expiresAt: at },
    void: voided,
    'void, to be asked': { ...voided, kept: false },
    confirming: { ...setUpTotp, busy: 'confirm' },
    restarting: { ...voided, busy: 'restart' },
  },
  'set-up-email': {
    idle: setUpEmail,
    expired: { ...setUpEmail, expiresAt: at },
    submitting: { ...setUpEmail, email: 'ann@example.org', busy: 'submit' },
  },
  'new-password': {
    idle: newPassword,
    expired: { ...newPassword, expiresAt: at },
    submitting: { ...newPassword, busy: 'submit' },
  },
  'custom-challenge': {
    idle: customChallenge,
    'shown by the page': { ...customChallenge, shownBy: 'page' },
    'another question': { ...customChallenge, round: 2 },
    expired: { ...customChallenge, expiresAt: at },
    answering: { ...customChallenge, busy: 'answer' },
  },
  'forgot-password': {
    idle: step('forgot-password'),
    requesting: { ...step('forgot-password'), busy: 'request' },
  },
  'reset-password': {
    idle: reset,
    'cooling down': { ...reset, resend: { ...ready, availableAt: at + 1 } },
    resetting: { ...reset, busy: 'reset' },
    resending: { ...reset, resend: spent, busy: 'resend' },
    'signing in': { ...reset, busy: 'authenticate' },
  },
  'confirm-sign-up': {
    idle: confirmSignUp,
    'cooling down': { ...confirmSignUp, resend: { ...ready, availableAt: at + 1 } },
    confirming: { ...confirmSignUp, busy: 'confirm' },
    'confirming, to be asked': { ...confirmSignUp, kept: false, busy: 'confirm' },
    'confirming, by the name': { ...confirmSignUp, by: 'username', kept: false, busy: 'confirm' },
    'confirming, by a passkey': { ...confirmSignUp, by: 'passkey', kept: false, busy: 'confirm' },
    resending: { ...confirmSignUp, resend: spent, busy: 'resend' },
    'signing in': { ...confirmSignUp, busy: 'authenticate' },
  },
  'remember-device': {
    idle: { ...step('remember-device'), offers: ['passkey'] },
    remembering: { ...step('remember-device'), offers: ['passkey'], busy: 'remember' },
    skipping: { ...step('remember-device'), offers: ['passkey'], busy: 'skip' },
  },
  'add-passkey': {
    idle: { ...step('add-passkey'), offers: [] },
    adding: { ...step('add-passkey'), offers: [], busy: 'add' },
    skipping: { ...step('add-passkey'), offers: [], busy: 'skip' },
  },
  'signed-in': {
    idle: step('signed-in'),
    refused: { ...step('signed-in'), error: offline },
    'signing out': { ...step('signed-in'), busy: 'sign-out' },
  },
} as const satisfies { [Name in StepName]: Record<string, Extract<LoginState, { name: Name }>> };

export type States = typeof states;
