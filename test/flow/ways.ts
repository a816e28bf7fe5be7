/** Where each failure leads, as it is meant: for the reducer's own tests, and for all of them together in test/proof/exceptions. */
import type { ErrorCode } from '../../src/flow/error.js';

/** Where a failure leads: the same step, the first step, or the step that mends what is wrong. */
export type Way = 'stays' | 'starts over' | 'reset-password' | 'confirm-sign-up';

/** After an answer to a challenge. */
export const inAttempt: Readonly<Record<ErrorCode, Way>> = {
  'invalid-credentials': 'starts over',
  locked: 'starts over',
  'wrong-code': 'stays',
  'code-expired': 'starts over',
  'session-expired': 'starts over',
  'session-spent': 'starts over',
  'password-policy': 'stays',
  'password-expired': 'starts over',
  'reset-required': 'reset-password',
  'confirm-required': 'confirm-sign-up',
  'rate-limited': 'stays',
  busy: 'stays',
  offline: 'stays',
  'not-loaded': 'stays',
  timeout: 'stays',
  'service-unavailable': 'stays',
  blocked: 'stays',
  'clock-skew': 'starts over',
  'unsupported-challenge': 'starts over',
  'config-error': 'starts over',
  'delivery-failed': 'stays',
  'mfa-unavailable': 'starts over',
  'account-conflict': 'stays',
  'refused-by-policy': 'stays',
  'bad-response': 'stays',
  'passkey-failed': 'stays',
  'client-error': 'stays',
};

export type Ways = Readonly<Record<ErrorCode, Way>>;

export const codes = Object.keys(inAttempt) as ErrorCode[];
export const always = (way: Way) => Object.fromEntries(codes.map((code) => [code, way])) as Record<ErrorCode, Way>;
const mending = { 'reset-required': 'reset-password', 'confirm-required': 'confirm-sign-up' } as const;

export const inSignIn = { ...always('starts over'), ...mending };
export const inPassword = {
  ...inAttempt,
  'invalid-credentials': 'stays',
  locked: 'stays',
  'clock-skew': 'stays',
} as const;
export const inSetUp = {
  ...inAttempt,
  'code-expired': 'stays',
  'session-expired': 'stays',
  'session-spent': 'stays',
} as const;
export const inRequest = { ...inAttempt, 'reset-required': 'starts over', 'confirm-required': 'starts over' } as const;
export const inReset = { ...inRequest, 'code-expired': 'stays' } as const;
