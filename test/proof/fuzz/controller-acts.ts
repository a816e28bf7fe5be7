/** What a person can do in each step, as the events that a view sends. */
import type { PersonEvent } from '../../../src/flow/event.js';
import type { LoginState } from '../../../src/flow/state.js';
import { beginsWithPassword } from '../../../src/flow/sign-in-by.js';
import type { Wit } from './acts.js';
import { wordFor, type Kind } from './words.js';
import type { World } from './world.js';

/** The answer to what the step asks. */
export function answersFor(state: LoginState, wit: Wit, world: World): PersonEvent | null {
  const word = (kind: Kind, asked = '') => wordFor(kind, wit, world, asked);
  const accepted = wit === 'right';
  switch (state.name) {
    case 'sign-in':
      return beginsWithPassword(world.start.attributes['auth-flow'] ?? '')
        ? { type: 'submit-credentials', username: word('username'), password: word('password') }
        : { type: 'submit-username', username: word('username') };
    case 'choose-factor':
      return { type: 'choose-factor', factor: state.factors[0]! };
    case 'password':
      return { type: 'submit-password', password: word('password') };
    case 'passkey':
      return { type: 'answer-passkey' };
    case 'code':
      if (state.resend?.asking) return { type: 'submit-password', password: word('password') };
      return { type: 'submit-code', code: word('code', state.channel) };
    case 'choose-mfa':
      return { type: 'choose-mfa', channel: state.channels[0]! };
    case 'choose-set-up':
      return { type: 'choose-set-up', factor: state.factors.at(accepted ? 0 : -1)! };
    case 'set-up-totp':
      return state.secret === null ? { type: 'restart' } : { type: 'submit-code', code: word('code', 'totp') };
    case 'set-up-email':
      return { type: 'submit-email', email: word('email') };
    case 'new-password':
      return newPassword(state.attributes, word);
    case 'custom-challenge':
      return {
        type: 'respond',
        answers: { ANSWER: word('answer', JSON.stringify(state.parameters)) },
        round: state.round,
      };
    case 'forgot-password':
      return { type: 'request-reset', username: word('username') };
    case 'reset-password':
      return { type: 'submit-reset', code: word('code'), password: word('new-password') };
    case 'confirm-sign-up':
      return { type: 'submit-code', code: word('code') };
    case 'remember-device':
    case 'add-passkey':
      return { type: 'answer-offer', accepted };
    case 'signed-in':
      return null;
    default:
      return state satisfies never;
  }
}

const attributeKinds: Readonly<Record<string, Kind>> = { email: 'email', phone_number: 'phone' };

const newPassword = (attributes: readonly { name: string }[], word: (kind: Kind) => string): PersonEvent => ({
  type: 'submit-new-password',
  password: word('new-password'),
  attributes: attributes.map(({ name }) => ({ name, value: word(attributeKinds[name] ?? 'text') })),
});

/** The buttons beside the main one. */
export function buttonsOf(state: LoginState): readonly PersonEvent[] {
  const { username } = state;
  const back: PersonEvent = { type: 'start-over' };
  switch (state.name) {
    case 'sign-in':
      return [
        { type: 'forgot-password', username },
        { type: 'use-passkey', username },
        { type: 'sign-out', global: false },
      ];
    case 'password':
      return [{ type: 'use-another-method' }, { type: 'forgot-password', username }, back];
    case 'code':
      return [
        { type: 'request-code' },
        { type: 'request-code' },
        { type: 'use-another-method' },
        { type: 'dismiss-request' },
        back,
      ];
    case 'choose-factor':
      return [...state.factors.map((factor) => ({ type: 'choose-factor', factor }) as const), back];
    case 'choose-mfa':
      return [...state.channels.map((channel) => ({ type: 'choose-mfa', channel }) as const), back];
    case 'choose-set-up':
      return [...state.factors.map((factor) => ({ type: 'choose-set-up', factor }) as const), back];
    case 'reset-password':
    case 'confirm-sign-up':
      return [{ type: 'request-code' }, { type: 'request-code' }, back];
    case 'remember-device':
    case 'add-passkey':
      return [{ type: 'answer-offer', accepted: false }];
    case 'signed-in':
      return [
        { type: 'sign-out', global: false },
        { type: 'sign-out', global: true },
      ];
    default:
      return [back, { type: 'use-another-method' }];
  }
}

/** One of each, whatever the step. */
export function strays(wit: Wit, world: World): readonly PersonEvent[] {
  const word = (kind: Kind) => wordFor(kind, wit, world);
  const username = word('username');
  return [
    { type: 'submit-credentials', username, password: word('password') },
    { type: 'submit-username', username },
    { type: 'use-passkey', username },
    ...(['password', 'sms', 'email', 'passkey'] as const).map((factor) => ({ type: 'choose-factor', factor }) as const),
    ...(['sms', 'totp', 'email'] as const).map((channel) => ({ type: 'choose-mfa', channel }) as const),
    ...(['totp', 'email'] as const).map((factor) => ({ type: 'choose-set-up', factor }) as const),
    { type: 'submit-code', code: word('code') },
    { type: 'request-code' },
    { type: 'submit-password', password: word('password') },
    { type: 'dismiss-request' },
    { type: 'use-another-method' },
    { type: 'restart' },
    { type: 'submit-email', email: word('email') },
    { type: 'submit-new-password', password: word('new-password'), attributes: [] },
    { type: 'respond', answers: { ANSWER: word('answer') }, round: 1 },
    { type: 'answer-passkey' },
    { type: 'forgot-password', username },
    { type: 'request-reset', username },
    { type: 'submit-reset', code: word('code'), password: word('new-password') },
    { type: 'answer-offer', accepted: wit === 'right' },
  ];
}
