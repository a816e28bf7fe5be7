import type { Command } from '../../../src/flow/command.js';
import { forget, secretAnswer, secretCode, secretPassword, wrongCode } from '../samples.js';
import { states } from '../standing.js';
import { expired, failure, nothing, type Rows } from '../table.js';
import { firstStep } from '../../../src/flow/state.js';

const {
  'choose-mfa': chooseMfa,
  'choose-set-up': chooseSetUp,
  'set-up-totp': setUpTotp,
  'set-up-email': setUpEmail,
  'new-password': newPassword,
  'custom-challenge': custom,
} = states;

/** The state once its clock has run out: the service decides what is sent all the same. */
const late = <State extends object>(state: State) => ({ ...state, expiresAt: chooseMfa.expired.expiresAt });

const mfa: Command = { type: 'answer', answer: { kind: 'mfa', channel: 'sms' } };
export const chooseMfaRows = {
  idle: { 'choose-mfa': [chooseMfa.choosing, [mfa]] },
  expired: { 'choose-mfa': [late(chooseMfa.choosing), [mfa]], tick: expired('choose-mfa') },
  choosing: {},
} satisfies Rows<'choose-mfa'>;

const setUp: Command = { type: 'answer', answer: { kind: 'set-up', factor: 'totp' } };
export const chooseSetUpRows = {
  idle: { 'choose-set-up': [chooseSetUp.choosing, [setUp]] },
  expired: { 'choose-set-up': [late(chooseSetUp.choosing), [setUp]], tick: expired('choose-set-up') },
  choosing: {},
} satisfies Rows<'choose-set-up'>;

const code: Command = { type: 'answer', answer: { kind: 'code', code: secretCode } };
const ended = { code: 'session-expired', retryable: false } as const;
export const setUpTotpRows = {
  idle: {
    ...nothing('restart'),
    'submit-code': [setUpTotp.confirming, [code]],
    hide: [{ ...setUpTotp.idle, kept: false }, [forget]],
  },
  expired: {
    ...nothing('restart'),
    'submit-code': [late(setUpTotp.confirming), [code]],
    hide: [{ ...setUpTotp.expired, kept: false }, [forget]],
    tick: [{ ...setUpTotp.void, error: ended }, [{ type: 'abandon' }, failure('set-up-totp', ended)]],
  },
  void: {
    ...nothing('submit-code'),
    restart: [setUpTotp.restarting, [{ type: 'reauthenticate', username: 'ann', to: 'code' }]],
    hide: [setUpTotp['void, to be asked'], [forget]],
  },
  'void, to be asked': { ...nothing('submit-code'), restart: [firstStep('ann'), [forget]] },
  confirming: { hide: [{ ...setUpTotp.confirming, kept: false }, [forget]] },
  restarting: { hide: [{ ...setUpTotp.restarting, kept: false }, [forget]] },
} satisfies Rows<'set-up-totp'>;

const email: Command = { type: 'answer', answer: { kind: 'email', email: 'ann@example.org' } };
export const setUpEmailRows = {
  idle: { 'submit-email': [setUpEmail.submitting, [email]] },
  expired: { 'submit-email': [late(setUpEmail.submitting), [email]], tick: expired('set-up-email') },
  submitting: {},
} satisfies Rows<'set-up-email'>;

const attributes = [{ name: 'email', value: 'ann@example.org' }];
const password: Command = { type: 'answer', answer: { kind: 'new-password', password: secretPassword, attributes } };
const typed = { ...newPassword.submitting, attributes };
export const newPasswordRows = {
  idle: { 'submit-new-password': [typed, [password]] },
  expired: { 'submit-new-password': [late(typed), [password]], tick: expired('new-password') },
  submitting: { 'answer: failed': [{ ...newPassword.idle, error: wrongCode }, [forget, failure('new-password')]] },
} satisfies Rows<'new-password'>;

const answers: Command = { type: 'answer', answer: { kind: 'challenge', answers: { ANSWER: secretAnswer } } };
export const customChallengeRows = {
  idle: { respond: [custom.answering, [answers]] },
  'shown by the page': { respond: [{ ...custom.answering, shownBy: 'page' }, [answers]] },
  'another question': nothing('respond'),
  expired: { respond: [late(custom.answering), [answers]], tick: expired('custom-challenge') },
  answering: {},
} satisfies Rows<'custom-challenge'>;
