/** RespondToAuthChallenge, by the challenge, and what sets up an authenticator app on the way. */
import { inAttempt, inPassword, inSetUp, inSignIn } from '../../../flow/ways.js';
import { challenge, choice, handshake } from '../../../support/scripted-service.js';
import type { OpenLogin } from '../../../controller/open-login.js';
import { keyPrefix } from '../../../cognito/open-scripted.js';
import { acts, passkeys, secret, setUp, sms, verified } from './parts.js';
import { arrives, type Refusal, type Situation } from './situation.js';

const respond = { operation: 'RespondToAuthChallenge', refused: 'session-expired', ways: inAttempt } as const;

const codes = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'SMS_OTP'].map((name): Situation => ({
  ...{ ...respond, name, step: 'code' },
  before: [challenge(name)],
  acts: [acts.credentials, acts.code],
}));

const passwords: readonly Situation[] = [
  {
    ...{
      ...respond,
      name: 'PASSWORD_VERIFIER',
      reckons: true,
      step: 'sign-in',
      refused: 'invalid-credentials',
      ways: inSignIn,
    },
    ...{ options: { authFlow: 'srp' }, before: [handshake()], acts: [acts.credentials] },
  },
  // The step asks for the password, and begins anew with it.
  ...[choice('PASSWORD', 'EMAIL_OTP'), handshake()].map((answer, index): Situation => ({
    ...{ ...respond, name: ['SELECT_CHALLENGE, PASSWORD', 'PASSWORD_VERIFIER, chosen'][index]!, step: 'password' },
    ...{ refused: 'invalid-credentials', ways: inPassword, options: { authFlow: 'choice' }, reckons: true },
    before: [choice('PASSWORD', 'EMAIL_OTP'), answer],
    acts: [acts.name, { type: 'choose-factor', factor: 'password' }, acts.password],
  })),
];

/** The question of this round. */
function answerQuestion({ controller }: OpenLogin): Promise<void> {
  const { state } = controller;
  if (state.name !== 'custom-challenge') throw new Error(`No question: ${state.name}`);
  return Promise.resolve(controller.act({ type: 'respond', answers: { ANSWER: 'blue' }, round: state.round }));
}

const choices: readonly Situation[] = [
  {
    ...{ ...respond, name: 'SELECT_MFA_TYPE', step: 'choose-mfa' },
    before: [challenge('SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' })],
    acts: [acts.credentials, { type: 'choose-mfa', channel: 'sms' }],
  },
  {
    ...{ ...respond, name: 'SELECT_CHALLENGE', step: 'choose-factor', options: { authFlow: 'choice' } },
    before: [choice('SMS_OTP', 'EMAIL_OTP')],
    acts: [acts.name, { type: 'choose-factor', factor: 'sms' }],
  },
  {
    ...{ ...respond, name: 'NEW_PASSWORD_REQUIRED', step: 'new-password' },
    before: [challenge('NEW_PASSWORD_REQUIRED', { requiredAttributes: '[]', userAttributes: '{}' })],
    acts: [acts.credentials, { type: 'submit-new-password', password: 'New-Lagoon-8', attributes: [] }],
  },
  {
    ...{ ...respond, name: 'CUSTOM_CHALLENGE', step: 'custom-challenge', refused: 'invalid-credentials' },
    before: [challenge('CUSTOM_CHALLENGE')],
    acts: [acts.credentials, answerQuestion],
  },
  {
    ...{ ...respond, name: 'WEB_AUTHN', step: 'passkey', refused: 'passkey-failed' },
    options: { authFlow: 'choice', ...passkeys },
    before: [challenge('WEB_AUTHN', { CREDENTIAL_REQUEST_OPTIONS: '{"challenge":"AAAA"}' })],
    acts: [acts.passkey],
  },
];

const setUps: readonly Situation[] = [
  {
    ...{ ...respond, operation: 'AssociateSoftwareToken', name: 'for an app', step: 'choose-set-up' },
    ...{ before: [setUp('SOFTWARE_TOKEN_MFA', 'EMAIL_OTP')], acts: [acts.credentials, acts.app] },
  },
  {
    ...{ ...respond, operation: 'VerifySoftwareToken', name: 'with an app’s first code', step: 'set-up-totp' },
    ...{ ways: inSetUp, before: [setUp('SOFTWARE_TOKEN_MFA'), secret], acts: [acts.credentials, acts.app, acts.code] },
  },
  {
    ...{ ...respond, name: 'MFA_SETUP, an app', step: 'set-up-totp', ways: inSetUp },
    before: [setUp('SOFTWARE_TOKEN_MFA'), secret, verified],
    acts: [acts.credentials, acts.app, acts.code],
  },
  {
    ...{ ...respond, name: 'MFA_SETUP, an e-mail address', step: 'set-up-email' },
    before: [setUp('EMAIL_OTP')],
    acts: [acts.credentials, { type: 'submit-email', email: 'ann@example.org' }],
  },
];

const remembered = {
  [`${keyPrefix}.ann.deviceKey`]: 'key-0',
  [`${keyPrefix}.ann.randomPasswordKey`]: 'device-secret',
  [`${keyPrefix}.ann.deviceGroupKey`]: 'group-0',
};
const deviceProof = JSON.stringify({
  ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
  ChallengeParameters: { SRP_B: 'abcdef0123456789', SALT: '7', SECRET_BLOCK: 'c2VjcmV0', DEVICE_KEY: 'key-0' },
});
const device = {
  operation: 'RespondToAuthChallenge',
  reckons: true,
  step: 'sign-in',
  refused: 'invalid-credentials',
  ways: inSignIn,
  stored: remembered,
  acts: [acts.credentials],
  after: [sms()],
  // The device's own proof was refused: the sign-in is made again without it, and asks for the code.
  except: ({ code, message }: Refusal) => (code === 'refused' && /^incorrect/i.test(message) ? arrives('code') : null),
} as const;

const devices: readonly Situation[] = [
  { ...device, name: 'DEVICE_SRP_AUTH', before: [challenge('DEVICE_SRP_AUTH')] },
  { ...device, name: 'DEVICE_PASSWORD_VERIFIER', before: [challenge('DEVICE_SRP_AUTH'), deviceProof] },
];

export const challenges: readonly Situation[] = [...codes, ...passwords, ...choices, ...setUps, ...devices];
