import type { Command } from '../../../src/flow/command.js';
import { firstStep, type CodeState } from '../../../src/flow/state.js';
import { at, drop, forget, secretCode, secretPassword, wrongCode } from '../samples.js';
import { states, waiting } from '../standing.js';
import { arrived, codeSent, expired, failure, nothing, type Row, type Rows } from '../table.js';

const { code } = states;

/** The state with its resend changed. */
const withResend = (state: CodeState, change: Partial<NonNullable<CodeState['resend']>>): CodeState => ({
  ...state,
  resend: state.resend && { ...state.resend, ...change },
});

/** What cannot be pressed, or opened, here; the code can always be typed. */
const codeRow = (state: CodeState) =>
  ({
    ...nothing('request-code', 'submit-password', 'use-another-method'),
    'submit-code': [
      { ...state, busy: 'confirm', error: null },
      [{ type: 'answer', answer: { kind: 'code', code: secretCode } }],
    ],
    'dismiss-request': [withResend({ ...state, error: null }, { asking: false }), []],
    hide: [withResend(state, { mode: 'ask' }), [forget]],
  }) as const;

const requestable = (state: CodeState) =>
  ({
    ...codeRow(state),
    'request-code': [
      withResend({ ...state, busy: 'resend', error: null }, { left: 4 }),
      [{ type: 'reauthenticate', username: 'ann', to: 'code' }],
    ],
  }) as const;

const toChoice: Command = { type: 'reauthenticate', username: 'ann', to: 'choice' };

/** While something is under way: whatever follows takes over how many codes are left. */
const underWay = (state: CodeState, left: number): Partial<Row> => ({
  'answer: code-needed': [arrived(left), [codeSent(6 - left)]],
  hide: [withResend(state, { mode: 'ask' }), [forget]],
});

/** What goes on across "Use another method". */
const earlier = { availableAt: { sms: at }, left: 5 } as const;

const asking = withResend(code['that asks'], {});

export const codeRows = {
  waiting: requestable(code.waiting),
  refused: requestable(code.refused),
  'cooling down': codeRow(code['cooling down']),
  spent: codeRow(code.spent),
  'for an app': codeRow(code['for an app']),
  'without a password': {
    ...requestable(code['without a password']),
    'use-another-method': [{ ...code['without a password'], busy: 'choose' }, [toChoice]],
    hide: [code['without a password'], [forget]],
  },
  'among others': {
    ...requestable(code['among others']),
    'use-another-method': [code['going back'], [toChoice]],
    hide: [code['among others, to be asked'], [forget]],
  },
  'among others, to be asked': {
    ...codeRow(code['among others, to be asked']),
    'request-code': [withResend(code['among others, to be asked'], { asking: true }), []],
    'use-another-method': [{ ...firstStep('ann'), notice: 'another' }, drop],
  },
  'that would ask': { ...codeRow(code['that would ask']), 'request-code': [asking, []] },
  'that asks': {
    ...codeRow(code['that asks']),
    'request-code': [asking, []],
    'submit-password': [
      code['resending after asking'],
      [{ type: 'authenticate', username: 'ann', password: secretPassword, to: 'code' }],
    ],
  },
  expired: { ...requestable(code.expired), tick: expired('code') },
  confirming: underWay(code.confirming, 5),
  resending: {
    ...underWay(code.resending, 4),
    'answer: failed': [
      withResend({ ...waiting, error: wrongCode }, { left: 4, availableAt: at + 30_000 }),
      [failure('code')],
    ],
  },
  'resending after asking': {
    ...underWay(code['resending after asking'], 4),
    'answer: failed': [
      withResend({ ...asking, error: wrongCode }, { left: 4, availableAt: at + 30_000, asking: false }),
      [forget, failure('code')],
    ],
  },
  'going back': {
    ...underWay(code['going back'], 4),
    'answer: code-needed': [{ ...arrived(4), earlier }, [codeSent(2)]],
    'answer: mfa-choice': [{ ...states['choose-mfa'].idle, earlier }, []],
    'answer: set-up-choice': [{ ...states['choose-set-up'].idle, earlier }, []],
    'answer: email-needed': [{ ...states['set-up-email'].idle, earlier }, []],
    'answer: factor-choice': [{ ...states['choose-factor'].idle, earlier }, [forget]],
    'answer: password-needed': [{ ...states.password['without an alternative'], earlier }, [forget]],
    'answer: passkey-needed': [
      { ...states.passkey.prompting, earlier },
      [forget, { type: 'answer', answer: { kind: 'passkey' } }],
    ],
    hide: [{ ...withResend(code['going back'], { mode: 'ask' }), another: 'ask' }, [forget]],
  },
} satisfies Rows<'code'>;
