import { firstStep, type SignInState } from '../../../src/flow/state.js';
import { forget, secretPassword, wrongCode } from '../samples.js';
import { states } from '../standing.js';
import { expired, failure, nothing, type Result, type Rows } from '../table.js';

const { 'sign-in': signIn, password, passkey, 'choose-factor': chooseFactor } = states;

const begun = firstStep('ann');
const underWay = { ...begun, busy: 'authenticate' } as const;
const call = { type: 'authenticate', username: 'ann', password: null } as const;
const refused: Result = [firstStep('ann', wrongCode), [{ type: 'abandon' }, forget, failure('sign-in')]];

const signInRow = (state: SignInState) =>
  ({
    'submit-credentials': [underWay, [{ ...call, password: secretPassword }]],
    'submit-username': [{ ...underWay, by: 'username' }, [call]],
    'use-passkey': [{ ...underWay, by: 'passkey' }, [{ ...call, factor: 'passkey' }]],
    'passkey-picked': [{ ...underWay, by: 'passkey' }, [{ type: 'answer', answer: { kind: 'passkey' } }]],
    'forgot-password': [states['forgot-password'].idle, [{ type: 'abandon' }]],
    prefill: [{ ...state, username: 'eve' }, []],
    'restored: session': [states['signed-in'].idle, []],
  }) as const;

export const signInRows = {
  idle: signInRow(signIn.idle),
  refused: signInRow(signIn.refused),
  'after a confirmation': signInRow(signIn['after a confirmation']),
  'under way': { 'answer: failed': refused },
  'ending an earlier session': { 'answer: failed': refused },
} satisfies Rows<'sign-in'>;

export const chooseFactorRows = {
  idle: {
    'choose-factor': [chooseFactor.choosing, [{ type: 'answer', answer: { kind: 'factor', factor: 'sms' } }]],
  },
  expired: {
    'choose-factor': [
      { ...chooseFactor.choosing, expiresAt: chooseFactor.expired.expiresAt },
      [{ type: 'answer', answer: { kind: 'factor', factor: 'sms' } }],
    ],
    tick: expired('choose-factor'),
  },
  choosing: {},
} satisfies Rows<'choose-factor'>;

const toChoice = { type: 'reauthenticate', username: 'ann', to: 'choice' } as const;
const submitted = { ...call, password: secretPassword, factor: 'password' } as const;
const refusedPassword: Result = [{ ...password.idle, error: wrongCode }, [forget, failure('password')]];

export const passwordRows = {
  idle: {
    'submit-password': [password['under way'], [submitted]],
    'use-another-method': [password['going back'], [toChoice]],
    'forgot-password': [states['forgot-password'].idle, [{ type: 'abandon' }]],
  },
  'without an alternative': {
    'submit-password': [{ ...password['under way'], alternatives: false }, [submitted]],
    'forgot-password': [states['forgot-password'].idle, [{ type: 'abandon' }]],
    ...nothing('use-another-method'),
  },
  'under way': { 'answer: failed': refusedPassword },
  'going back': { 'answer: failed': refusedPassword },
} satisfies Rows<'password'>;

const prompt = { type: 'answer', answer: { kind: 'passkey' } } as const;

export const passkeyRows = {
  idle: {
    'answer-passkey': [passkey.prompting, [prompt]],
    'use-another-method': [passkey['going back'], [toChoice]],
  },
  'without an alternative': {
    'answer-passkey': [{ ...passkey.prompting, alternatives: false }, [prompt]],
    ...nothing('use-another-method'),
  },
  expired: {
    'answer-passkey': [{ ...passkey.prompting, expiresAt: passkey.expired.expiresAt }, [prompt]],
    'use-another-method': [{ ...passkey['going back'], expiresAt: passkey.expired.expiresAt }, [toChoice]],
    tick: expired('passkey'),
  },
  prompting: { 'use-another-method': [passkey['going back'], [{ type: 'abandon' }, toChoice]] },
  'going back': {},
} satisfies Rows<'passkey'>;
