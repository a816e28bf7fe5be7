/** InitiateAuth: a sign-in begins, or the same is made again. */
import { inAttempt, inPassword, inSignIn } from '../../../flow/ways.js';
import { challenge, choice, refusal } from '../../../support/scripted-service.js';
import { acts, delivered, passkeys, rest, secret, setUp, sms, unconfirmed } from './parts.js';
import type { Situation } from './situation.js';

const initiate = { operation: 'InitiateAuth', refused: 'invalid-credentials' } as const;
const first = { ...initiate, step: 'sign-in', ways: inSignIn } as const;
const again = { ...initiate, step: 'code', ways: inAttempt } as const;
const sessionOver = () => refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.');

export const signIns: readonly Situation[] = [
  { ...first, name: 'by the password itself', acts: [acts.credentials] },
  { ...first, name: 'by SRP', acts: [acts.credentials], options: { authFlow: 'srp' }, reckons: true },
  { ...first, name: 'by the user name alone', acts: [acts.name], options: { authFlow: 'choice' } },
  { ...first, name: 'by a passkey', acts: [acts.passkey], options: { authFlow: 'choice', ...passkeys } },
  { ...again, name: 'for a new code', before: [sms()], acts: [acts.credentials, rest, acts.newCode] },
  {
    ...{ ...again, name: 'for a new code, with the password typed again', resend: 'ask', before: [sms()] },
    acts: [acts.credentials, rest, acts.newCode, acts.password],
    ways: { ...inAttempt, 'invalid-credentials': 'stays' },
  },
  {
    ...{ ...again, name: 'for another method', options: { authFlow: 'choice' } },
    before: [choice('EMAIL_OTP', 'SMS_OTP'), challenge('EMAIL_OTP')],
    acts: [acts.name, { type: 'choose-factor', factor: 'email' }, acts.anotherMethod],
  },
  {
    ...{ ...initiate, name: 'by the password, chosen', step: 'password', ways: inPassword },
    ...{ options: { authFlow: 'choice' }, before: [choice('PASSWORD', 'EMAIL_OTP')], reckons: true },
    acts: [acts.name, { type: 'choose-factor', factor: 'password' }, acts.password],
  },
  {
    ...{ ...initiate, name: 'to start a set-up again', step: 'set-up-totp', ways: inAttempt },
    before: [setUp('SOFTWARE_TOKEN_MFA'), secret, sessionOver()],
    acts: [acts.credentials, acts.app, acts.code, acts.restart],
  },
  {
    ...{ ...initiate, name: 'with a password that was reset', step: 'reset-password', ways: inSignIn },
    before: [delivered, '{}'],
    acts: [acts.forgotPassword, acts.askForReset, acts.reset],
  },
  {
    ...{ ...initiate, name: 'with an account that was confirmed', step: 'confirm-sign-up', ways: inSignIn },
    before: [unconfirmed(), '{}'],
    acts: [acts.credentials, acts.code],
  },
];
