import type { Command } from '../../../src/flow/command.js';
import { type ConfirmSignUpState, firstStep } from '../../../src/flow/state.js';
import { at, drop, forget, outcomes, secretCode, secretPassword, wrongCode } from '../samples.js';
import { ready, states } from '../standing.js';
import { failure, nothing, type Result, type Rows, signedOut, success } from '../table.js';

const {
  'forgot-password': forgot,
  'reset-password': reset,
  'confirm-sign-up': confirm,
  'remember-device': device,
  'add-passkey': passkey,
  'signed-in': signedIn,
} = states;

const resting = (left: number) => ({ ...ready, availableAt: at + 30_000, left });
const again: Command = { type: 'reauthenticate', username: 'ann', to: 'code' };
/** A sign-in that follows something else, and is refused. */
const refused = (step: 'reset-password' | 'confirm-sign-up'): Result => [
  firstStep('ann', wrongCode),
  [...drop, failure(step)],
];

export const forgotPasswordRows = {
  idle: { 'request-reset': [forgot.requesting, [{ type: 'request-reset', username: 'ann' }]] },
  requesting: {},
} satisfies Rows<'forgot-password'>;

const submitReset: Command = { type: 'reset', username: 'ann', code: secretCode, password: secretPassword };
/** Another code goes to the same step, and says nothing that would tell whether there is such a user. */
const resetSent = (left: number): Result => [{ ...reset.idle, resend: resting(left) }, []];
const refusedReset: Result = [{ ...reset.idle, error: wrongCode }, [forget, failure('reset-password')]];

export const resetPasswordRows = {
  idle: {
    'submit-reset': [reset.resetting, [submitReset]],
    'request-code': [reset.resending, [{ type: 'request-reset', username: 'ann' }]],
  },
  'cooling down': {
    'submit-reset': [{ ...reset['cooling down'], busy: 'reset' }, [submitReset]],
    ...nothing('request-code'),
  },
  resetting: {
    'answer: password-reset': [reset['signing in'], [again]],
    'answer: failed': refusedReset,
  },
  resending: {
    'answer: reset-sent': resetSent(4),
    'answer: password-reset': [{ ...reset.resending, busy: 'authenticate' }, [again]],
    'answer: failed': [{ ...reset.idle, error: wrongCode, resend: resting(4) }, [forget, failure('reset-password')]],
  },
  'signing in': {
    'answer: password-reset': [reset['signing in'], [again]],
    'answer: failed': refused('reset-password'),
  },
} satisfies Rows<'reset-password'>;

const submitCode: Command = { type: 'confirm-sign-up', username: 'ann', code: secretCode };
const { channel, destination } = outcomes['confirmation-sent'];
const sentAgain = (left: number): Result => [
  { ...confirm.idle, destination, resend: resting(left) },
  [{ type: 'code-sent', channel, destination, count: 5 - left }],
];
/** No port answers so where none was asked for. */
const sentUnasked = (change: Partial<ConfirmSignUpState>): Result => [
  { ...confirm.idle, ...change, destination, resend: resting(5) },
  [{ type: 'code-sent', channel, destination, count: 0 }],
];
const byName = { type: 'authenticate', username: 'ann', password: null } as const;
const forgotten = (state: (typeof confirm)[keyof typeof confirm]): Result => [{ ...state, kept: false }, [forget]];

export const confirmSignUpRows = {
  idle: {
    'submit-code': [confirm.confirming, [submitCode]],
    'request-code': [confirm.resending, [{ type: 'request-confirmation', username: 'ann' }]],
    hide: forgotten(confirm.idle),
  },
  'cooling down': {
    'submit-code': [{ ...confirm['cooling down'], busy: 'confirm' }, [submitCode]],
    ...nothing('request-code'),
    hide: forgotten(confirm['cooling down']),
  },
  confirming: {
    'answer: confirmed': [confirm['signing in'], [again]],
    'answer: confirmation-sent': sentAgain(5),
    hide: forgotten(confirm.confirming),
  },
  'confirming, to be asked': {
    'answer: confirmed': [{ ...firstStep('ann'), notice: 'confirmed' }, []],
    'answer: confirmation-sent': sentUnasked({ kept: false }),
  },
  'confirming, by the name': {
    'answer: confirmed': [{ ...confirm['confirming, by the name'], busy: 'authenticate' }, [byName]],
    'answer: confirmation-sent': sentUnasked({ by: 'username', kept: false }),
  },
  'confirming, by a passkey': {
    'answer: confirmed': [
      { ...confirm['confirming, by a passkey'], busy: 'authenticate' },
      [{ ...byName, factor: 'passkey' }],
    ],
    'answer: confirmation-sent': sentUnasked({ by: 'passkey', kept: false }),
  },
  resending: {
    'answer: confirmed': [{ ...confirm.resending, busy: 'authenticate' }, [again]],
    'answer: confirmation-sent': sentAgain(4),
    'answer: failed': [{ ...confirm.idle, error: wrongCode, resend: resting(4) }, [failure('confirm-sign-up')]],
    hide: forgotten(confirm.resending),
  },
  'signing in': {
    'answer: confirmed': [confirm['signing in'], [again]],
    'answer: confirmation-sent': sentAgain(5),
    'answer: failed': refused('confirm-sign-up'),
    hide: forgotten(confirm['signing in']),
  },
} satisfies Rows<'confirm-sign-up'>;

/** Another tab has signed this person out. */
const gone: Result = [
  { ...firstStep(), notice: 'signed-out' },
  [{ type: 'signed-out', username: 'ann', global: false }],
];

export const rememberDeviceRows = {
  idle: {
    'answer-offer': [device.remembering, [{ type: 'remember-device' }]],
    'answer-offer: no': [device.skipping, [{ type: 'skip-offer' }]],
    'restored: nothing': gone,
  },
  remembering: {
    'answer: done': [passkey.idle, [forget]],
    'answer: failed': [passkey.idle, [forget]],
  },
  skipping: {
    'answer: done': [passkey.idle, [forget]],
    'answer: failed': [passkey.idle, [forget]],
  },
} satisfies Rows<'remember-device'>;

export const addPasskeyRows = {
  idle: {
    'answer-offer': [passkey.adding, [{ type: 'add-passkey' }]],
    'answer-offer: no': [passkey.skipping, [{ type: 'skip-offer' }]],
    'restored: nothing': gone,
  },
  adding: {
    'answer: done': [signedIn.idle, [forget, success]],
    'answer-offer: no': [passkey.skipping, [{ type: 'abandon' }, { type: 'skip-offer' }]],
  },
  skipping: {
    'answer: done': [signedIn.idle, [forget, success]],
    'answer: failed': [signedIn.idle, [forget, success]],
  },
} satisfies Rows<'add-passkey'>;

const signOut: Result = [{ ...signedIn.idle, busy: 'sign-out' }, [...drop, { type: 'sign-out', global: true }]];
export const signedInRows = {
  idle: { 'restored: nothing': gone, leave: [signedIn.idle, drop], 'sign-out': signOut },
  refused: { 'restored: nothing': gone, leave: [signedIn.refused, drop], 'sign-out': signOut },
  'signing out': { 'answer: signed-out': signedOut },
} satisfies Rows<'signed-in'>;
