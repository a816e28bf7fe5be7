/** Scenarios of the ways around a challenge and of the ways in: remembered devices, a choice of first factors, recovery. */
import { defaultSettings, type PoolSettings } from '../settings.js';
import { type Scenario, scenarioUser } from './scenario.js';

/** Of Ofcom's range for films, which rings nowhere. */
const phone = (digits: string) => ({ phoneNumber: `+447700900${digits}` });
const email = (name: string) => ({ email: `${name}@example.com` });

const withUserAuth: PoolSettings['explicitAuthFlows'] = [...defaultSettings.explicitAuthFlows, 'ALLOW_USER_AUTH'];

const choice = (...signInFactors: PoolSettings['signInFactors']): Partial<PoolSettings> => ({
  explicitAuthFlows: withUserAuth,
  signInFactors,
});

const devices: Scenario[] = [
  {
    name: 'device',
    title: 'A device that is remembered if you wish',
    settings: { deviceTracking: 'opt-in' },
    user: scenarioUser('dee', 'gets a code by SMS, until the browser is remembered', { mfa: 'sms', ...phone('130') }),
    attributes: {},
    hint: 'Have the browser remembered, sign out and in again: no code is sent.',
  },
  {
    name: 'device-always',
    title: 'Every device is remembered',
    settings: { deviceTracking: 'always' },
    user: scenarioUser('dot', 'gets a code by SMS at the first sign-in only', { mfa: 'sms', ...phone('131') }),
    attributes: {},
    hint: 'Sign out and in again: no code is sent, and nobody asks.',
  },
  {
    name: 'choose-then-device',
    title: 'Choose a second factor, and be remembered',
    settings: { deviceTracking: 'opt-in' },
    user: scenarioUser('des', 'may choose between SMS and e-mail, until the browser is remembered', {
      ...{ mfas: ['sms', 'email'], ...phone('132'), ...email('des') },
    }),
    attributes: {},
    hint: 'Choose one, have the browser remembered, sign out and in again: nothing is asked.',
  },
];

const choices: Scenario[] = [
  {
    name: 'choice',
    title: 'Choose how to sign in',
    settings: choice('PASSWORD', 'SMS_OTP', 'EMAIL_OTP'),
    user: scenarioUser('cho', 'signs in with a password, or a code by SMS or e-mail', {
      ...{ ...phone('133'), ...email('cho') },
    }),
    attributes: { 'auth-flow': 'choice' },
    hint: 'A code takes the place of the password.',
  },
  {
    name: 'choice-otp',
    title: 'A code by e-mail, and no password',
    settings: choice('EMAIL_OTP'),
    user: scenarioUser('coe', 'signs in with a code by e-mail', email('coe')),
    attributes: { 'auth-flow': 'choice' },
    hint: 'There is nothing else to choose.',
  },
  {
    name: 'passkey',
    title: 'A passkey in place of the password',
    settings: choice('PASSWORD', 'WEB_AUTHN'),
    user: scenarioUser('pat', 'signs in with a password first, then with a passkey', email('pat')),
    attributes: { 'auth-flow': 'choice', passkeys: 'offer' },
    hint: 'Create a passkey after the first sign-in; it works where this page is at localhost.',
  },
];

const recovery: Scenario[] = [
  {
    name: 'forgot-password',
    title: 'A forgotten password',
    settings: {},
    user: scenarioUser('flo', 'has forgotten the password', email('flo')),
    attributes: {},
    hint: 'The code comes by e-mail.',
  },
  {
    name: 'reset-required',
    title: 'A password that has to be reset',
    settings: {},
    user: scenarioUser('rob', 'has to reset the password', { status: 'reset-required', ...email('rob') }),
    attributes: {},
    hint: 'The code has been sent already, by the administrator.',
  },
  {
    name: 'confirm-sign-up',
    title: 'A sign-up that is not confirmed yet',
    settings: {},
    user: scenarioUser('ivy', 'has to confirm the sign-up', { status: 'unconfirmed', ...email('ivy') }),
    attributes: {},
    hint: 'The code has been sent already, by the sign-up.',
  },
];

const waysIn: Scenario[] = [
  {
    name: 'login-with-phone',
    title: 'The phone number as the name',
    settings: {},
    user: scenarioUser('pia', 'signs in with the number +44 7700 900134', { mfa: 'sms', ...phone('134') }),
    attributes: { 'login-with': 'phone' },
    hint: 'The number is 07700 900134 in the United Kingdom.',
  },
  {
    name: 'login-with-email',
    title: 'The e-mail address as the name',
    settings: {},
    user: scenarioUser('mia', 'signs in with mia@example.com', { mfa: 'email', ...email('mia') }),
    attributes: { 'login-with': 'email' },
    hint: 'The address is mia@example.com.',
  },
  {
    name: 'reauth',
    title: 'The same person once more',
    settings: {},
    user: scenarioUser('ray', 'is asked to prove once more who they are', email('ray')),
    attributes: { mode: 'reauth', username: 'ray' },
    hint: 'The name is fixed, and a stored session stays as it is.',
  },
  {
    name: 'resume',
    title: 'A reload in the middle of the sign-in',
    settings: {},
    user: scenarioUser('rea', 'gets a code by SMS and reloads the page', { mfa: 'sms', ...phone('135') }),
    attributes: { resume: 'session' },
    hint: 'Reload the page once the code is there, and type it then.',
  },
  {
    name: 'rotation',
    title: 'A refresh token of one use',
    settings: { refreshTokenRotation: true },
    user: scenarioUser('rio', 'gets a new refresh token with each renewal', email('rio')),
    attributes: {},
    hint: 'The pool log shows GetTokensFromRefreshToken.',
  },
];

export const wayScenarios: readonly Scenario[] = [...devices, ...choices, ...recovery, ...waysIn];
