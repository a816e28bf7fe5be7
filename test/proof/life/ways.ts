/** The way to each step of the flow, and on from there until somebody is signed in, as a person goes it. */
import { readyPassword } from '../../../demo/user-pool/ready-users.js';
import type { StepName } from '../../../src/flow/state.js';
import type { Tab } from './tab.js';

export type Act = (tab: Tab) => Promise<unknown>;

/** Of the element, as the page sets them. */
export type Properties = Readonly<Record<string, unknown>>;

export interface Way {
  /** A scenario of the demo's. */
  readonly scenario: string;
  readonly set?: Properties;
  readonly heading: string;
  /** From the first step to this one. */
  readonly to: readonly Act[];
  /** The same once more, where having been here leaves something behind. */
  readonly back?: readonly Act[];
  /** From this step to the end; the first is this step's submission. */
  readonly on: readonly Act[];
  /** What follows that where the password is not known any more. */
  readonly again?: readonly Act[];
  /** How many messages go out on the way on. */
  readonly messages: number;
}

export const newPassword = 'Green-Harbour-9';
const app = 'Authenticator app';
const mail = 'E-mail';

const signIn: Act = async (tab) => {
  await tab.type('User name', tab.username);
  await tab.enter('Password', readyPassword);
};
const name: Act = (tab) => tab.enter('User name', tab.username);
const password: Act = (tab) => tab.enter('Password', readyPassword);
const press =
  (button: string): Act =>
  (tab) =>
    tab.press(button);
const choose =
  (method: string): Act =>
  (tab) =>
    tab.choose(method);
const enter =
  (label: string, text: string): Act =>
  (tab) =>
    tab.enter(label, text);
const code: Act = async (tab) => {
  await tab.field('Code').waitFor(); // by then the message has gone out
  await tab.enter('Code', await tab.pool.lastCode());
};
const appCode: Act = async (tab) => {
  await tab.field('Code').waitFor();
  await tab.enter('Code', await tab.pool.authenticatorCode(tab.username));
};
const reset: Act = async (tab) => {
  await tab.field('Code').waitFor();
  await tab.type('Code', await tab.pool.lastCode());
  await tab.enter('New password', newPassword);
};
/** Whether the authenticator knows its person; otherwise the browser's prompt ends as if it had been closed. */
const verified =
  (isUserVerified: boolean): Act =>
  ({ authenticator }) =>
    authenticator!.verifies(isUserVerified);

const passwordAgain: Act = async (tab) => {
  await tab.sees('Your account is confirmed. You can sign in now.');
  await password(tab);
};
const askForPasskey: Act = async (tab) => {
  await tab.isAt('Sign in');
  await tab.type('User name', tab.username);
  await tab.press('Use a passkey');
  await tab.sees('Press the button, and your browser asks for your fingerprint, face or screen lock.');
};

export const ways: Readonly<Record<StepName, Way>> = {
  'sign-in': { scenario: 'rotation', heading: 'Sign in', to: [], on: [signIn], messages: 0 },
  'choose-factor': {
    scenario: 'choice',
    set: { authFlow: 'choice' },
    heading: 'Choose how to sign in',
    to: [name],
    on: [choose(mail), code],
    messages: 1,
  },
  password: {
    scenario: 'choice',
    set: { authFlow: 'choice', preferredFactor: 'password' },
    heading: 'Enter your password',
    to: [name],
    on: [password],
    messages: 0,
  },
  passkey: {
    scenario: 'passkey',
    set: { passkeys: 'offer' },
    heading: 'Use your passkey',
    to: [signIn, press('Add a passkey'), press('Sign out'), verified(false), askForPasskey],
    back: [askForPasskey],
    on: [async (tab) => (await verified(true)(tab), await tab.press('Use passkey'))],
    messages: 0,
  },
  code: {
    scenario: 'login-with-email',
    heading: 'Check your e-mail',
    to: [signIn],
    on: [code],
    messages: 0,
  },
  'choose-mfa': {
    scenario: 'choose-mfa',
    heading: 'Choose how to confirm it’s you',
    to: [signIn],
    on: [choose(mail), code],
    messages: 1,
  },
  'choose-set-up': {
    scenario: 'set-up',
    heading: 'Set up a second step',
    to: [signIn],
    on: [choose(app), appCode],
    messages: 0,
  },
  'set-up-totp': {
    scenario: 'set-up-totp',
    heading: 'Set up your authenticator app',
    to: [signIn, press('Continue')],
    on: [appCode],
    messages: 0,
  },
  'set-up-email': {
    scenario: 'set-up-email',
    heading: 'Add your e-mail address',
    to: [signIn],
    on: [enter('E-mail address', 'nel@example.com'), code],
    messages: 1,
  },
  'new-password': {
    scenario: 'new-password-then-email-code',
    heading: 'Choose a new password',
    to: [signIn],
    on: [enter('New password', newPassword), code],
    messages: 1,
  },
  'custom-challenge': {
    scenario: 'custom',
    set: { authFlow: 'custom' },
    heading: 'One more question',
    to: [name],
    on: [
      enter('Answer', 'Paris'),
      async (tab) => (await tab.sees('How many legs has a spider?'), tab.enter('Answer', '8')),
    ],
    messages: 0,
  },
  'forgot-password': {
    scenario: 'forgot-password',
    heading: 'Reset your password',
    to: [(tab) => tab.type('User name', tab.username), press('Forgot password?')],
    on: [press('Send a code'), reset],
    messages: 1,
  },
  'reset-password': {
    scenario: 'forgot-password',
    heading: 'Choose a new password',
    to: [(tab) => tab.type('User name', tab.username), press('Forgot password?'), press('Send a code')],
    on: [reset],
    messages: 0,
  },
  'confirm-sign-up': {
    scenario: 'confirm-sign-up',
    heading: 'Confirm your account',
    to: [signIn],
    on: [code],
    again: [passwordAgain],
    messages: 0,
  },
  'remember-device': {
    scenario: 'choose-then-device',
    heading: 'Remember this device?',
    to: [signIn, choose(mail), code],
    on: [press('Remember this device')],
    messages: 0,
  },
  'add-passkey': {
    scenario: 'passkey',
    set: { passkeys: 'offer' },
    heading: 'Add a passkey?',
    to: [signIn],
    on: [press('Add a passkey')],
    messages: 0,
  },
  'signed-in': {
    scenario: 'rotation',
    heading: 'You are signed in',
    to: [signIn],
    on: [press('Sign out'), signIn],
    messages: 0,
  },
};

/** A code by text message: the one step at which the element waits for WebOTP. */
export const textMessage: Way = {
  scenario: 'resume',
  heading: 'Check your phone',
  to: [signIn],
  on: [code],
  messages: 0,
};

/** The first step with a name that is known before anybody types: the browser is to list this person's passkeys. */
export const knownName: Way = {
  scenario: 'passkey',
  set: { passkeys: 'sign-in', username: 'pat' },
  heading: 'Sign in',
  to: [],
  on: [signIn],
  messages: 0,
};

export const steps = Object.keys(ways) as StepName[];
