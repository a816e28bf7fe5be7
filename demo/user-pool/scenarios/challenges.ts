/** One scenario for each challenge that may come after the user name. */
import { type Scenario, scenarioUser, withCustomAuth } from './scenario.js';

/** Ofcom's range for films, which rings nowhere. */
const phoneNumber = '+447700900128';
const totpSecret = 'KRSXG5DTEBUW4IDUNBSSA5DFON2HG3DP';

const riddles = [
  { parameters: { question: 'What is the capital of France?' }, answer: 'Paris' },
  { parameters: { question: 'How many legs has a spider?', hint: 'a number' }, answer: '8' },
];

const chooseMfa: Scenario = {
  name: 'choose-mfa',
  title: 'Choose a second factor',
  settings: {},
  user: scenarioUser('sam', 'may choose: SMS, authenticator app or e-mail', {
    ...{ email: 'sam@example.com', phoneNumber, totpSecret },
    mfas: ['sms', 'totp', 'email'],
  }),
  attributes: {},
  hint: 'No message is sent before the choice.',
};

const setUp = (
  name: string,
  title: string,
  username: string,
  description: string,
  setUpFactors: string[],
): Scenario => ({
  ...{ name, title, attributes: {} },
  settings: { mfaConfiguration: 'ON', setUpFactors },
  user: scenarioUser(username, description),
  hint: 'Once set up, the second factor is asked for at every sign-in.',
});

const newPassword: Scenario = {
  name: 'new-password',
  title: 'A new password, and what the pool wants to know',
  settings: {
    passwordPolicy: {
      minimumLength: 10,
      requireUppercase: true,
      requireLowercase: true,
      requireNumbers: true,
      requireSymbols: true,
      passwordHistorySize: 2,
    },
    requiredAttributes: ['given_name', 'family_name', 'birthdate', 'email', 'phone_number', 'custom:team'],
  },
  user: scenarioUser('ned', 'has to choose a password of their own', { status: 'force-change-password' }),
  attributes: {},
  hint: 'Ten characters with a capital, a small letter, a digit and a symbol, and not the password as it is.',
};

const custom: Scenario = {
  name: 'custom',
  title: 'Two questions of the pool’s own, and no password',
  settings: { explicitAuthFlows: withCustomAuth, customChallenges: riddles },
  user: scenarioUser('kim', 'answers two questions: Paris and 8', { email: 'kim@example.com' }),
  attributes: { 'auth-flow': 'custom' },
  hint: 'Paris, then 8. The third wrong answer ends the sign-in.',
};

const customSrp: Scenario = {
  ...custom,
  name: 'custom-srp',
  title: 'The password, then two questions of the pool’s own',
  user: scenarioUser('kay', 'gives the password and answers two questions: Paris and 8', { email: 'kay@example.com' }),
  attributes: { 'auth-flow': 'custom-srp' },
};

const unknownChallenge: Scenario = {
  name: 'unknown-challenge',
  title: 'A challenge that nobody knows yet',
  settings: {
    unknownChallenge: { name: 'RETINA_SCAN', parameters: { EYE: 'left' }, answer: 'blink' },
  },
  user: scenarioUser('una', 'is asked for something that no client knows', { email: 'una@example.com' }),
  attributes: {},
  hint: 'The page may answer it by itself: blink.',
};

export const challengeScenarios: readonly Scenario[] = [
  chooseMfa,
  setUp('set-up', 'Set up a second factor', 'nia', 'has to set up an authenticator app or e-mail', [
    'SOFTWARE_TOKEN_MFA',
    'EMAIL_OTP',
  ]),
  setUp('set-up-totp', 'Set up an authenticator app', 'noa', 'has to set up an authenticator app', [
    'SOFTWARE_TOKEN_MFA',
  ]),
  setUp('set-up-email', 'Set up codes by e-mail', 'nel', 'has to set up codes by e-mail', ['EMAIL_OTP']),
  newPassword,
  custom,
  customSrp,
  unknownChallenge,
];
