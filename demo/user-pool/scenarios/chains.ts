/** Pools ask for several things in a row; each of these has a session of its own. */
import { type Scenario, scenarioUser, withCustomAuth } from './scenario.js';

const force = { status: 'force-change-password' } as const;

export const chainScenarios: readonly Scenario[] = [
  {
    name: 'new-password-then-set-up',
    title: 'A new password, a second factor to set up, and a device to remember',
    settings: { mfaConfiguration: 'ON', deviceTracking: 'opt-in' },
    user: scenarioUser('nat', 'has to choose a password and to set up a second factor', force),
    attributes: {},
    hint: 'Eight characters with a capital, a small letter, a digit and a symbol.',
  },
  {
    name: 'new-password-then-email-code',
    title: 'A new password, then a code by e-mail',
    settings: {},
    user: scenarioUser('nan', 'has to choose a password and gets a code by e-mail', {
      ...{ ...force, mfa: 'email', email: 'nan@example.com' },
    }),
    attributes: {},
    hint: 'The e-mail is sent once the password is changed.',
  },
  {
    name: 'custom-then-code',
    title: 'A question of the pool’s own, then a code by SMS',
    settings: {
      explicitAuthFlows: withCustomAuth,
      customChallenges: [{ parameters: { question: 'What is the capital of France?' }, answer: 'Paris' }],
      mfaAfterCustomChallenge: true,
    },
    user: scenarioUser('kit', 'answers a question, then gets a code by SMS', {
      mfa: 'sms',
      phoneNumber: '+447700900171',
    }),
    attributes: { 'auth-flow': 'custom' },
    hint: 'Paris. The message is sent then.',
  },
];
