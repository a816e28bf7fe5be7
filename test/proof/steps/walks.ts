/** Ways through the product as people go, which together meet every step; each on a pool of its own. */
import { readyPassword } from '../../../demo/user-pool/ready-users.js';
import type { StepName } from '../../../src/flow/state.js';
import type { Visitor } from './visitor.js';

export interface Walk {
  /** A scenario of the demo's, which has the pool and the user. */
  readonly scenario: string;
  /** Attributes of the element beside those of the scenario. SRP costs a second, and makes a difference to no step after the first. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** What it leads through, so that a step that is no longer met is seen. */
  readonly steps: readonly StepName[];
  /** Whether the browser needs an authenticator for passkeys. */
  readonly passkeys?: true;
  go(visitor: Visitor): Promise<void>;
}

const byPassword = { 'auth-flow': 'password' };
const newPassword = 'Green-Valley-93';

async function signIn(visitor: Visitor): Promise<void> {
  await visitor.at('sign-in');
  await visitor.type('User name', visitor.username);
  await visitor.submit('Password', readyPassword);
}

async function submitName(visitor: Visitor): Promise<void> {
  await visitor.at('sign-in');
  await visitor.submit('User name', visitor.username);
}

/** By SRP, which reckons with large numbers. */
const chooseThenDevice: Walk = {
  scenario: 'choose-then-device',
  steps: ['sign-in', 'choose-mfa', 'code', 'remember-device', 'signed-in'],
  async go(visitor) {
    await signIn(visitor);
    await visitor.at('choose-mfa');
    await visitor.root.getByRole('button', { name: 'Text message' }).click();
    await visitor.at('code');
    await visitor.submitSentCode();
    await visitor.at('remember-device');
    await visitor.press('Remember this device');
    await visitor.at('signed-in');
  },
};

const setUpApp: Walk = {
  scenario: 'set-up',
  attributes: byPassword,
  steps: ['sign-in', 'choose-set-up', 'set-up-totp', 'signed-in'],
  async go(visitor) {
    await signIn(visitor);
    await visitor.at('choose-set-up');
    await visitor.root.getByRole('button', { name: 'Authenticator app' }).click();
    await visitor.sees('img', 'QR code for your authenticator app');
    await visitor.at('set-up-totp');
    await visitor.submit('Code', await visitor.pool.authenticatorCode(visitor.username));
    await visitor.at('signed-in');
  },
};

const setUpEmail: Walk = {
  scenario: 'set-up-email',
  attributes: byPassword,
  steps: ['sign-in', 'set-up-email', 'code', 'signed-in'],
  async go(visitor) {
    await signIn(visitor);
    await visitor.at('set-up-email');
    await visitor.submit('E-mail address', 'nel@example.com');
    await visitor.at('code');
    await visitor.submitSentCode();
    await visitor.at('signed-in');
  },
};

const chooseNewPassword: Walk = {
  scenario: 'new-password',
  attributes: byPassword,
  steps: ['sign-in', 'new-password', 'signed-in'],
  async go(visitor) {
    await signIn(visitor);
    await visitor.at('new-password');
    await visitor.type('Given name', 'Ned');
    await visitor.type('Family name', 'Low');
    await visitor.root.getByLabel('Date of birth', { exact: true }).fill('1990-02-03');
    await visitor.type('E-mail address', 'ned@example.com');
    await visitor.type('Phone number', '+447700900199');
    await visitor.type('team', 'Blue');
    await visitor.submit('New password', newPassword);
    await visitor.at('signed-in');
  },
};

const questions: Walk = {
  scenario: 'custom',
  steps: ['sign-in', 'custom-challenge', 'signed-in'],
  async go(visitor) {
    await submitName(visitor);
    await visitor.at('custom-challenge');
    await visitor.submit('Answer', 'Paris');
    await visitor.root.getByText('How many legs has a spider?').waitFor();
    await visitor.submit('Answer', '8');
    await visitor.at('signed-in');
  },
};

const forgotten: Walk = {
  scenario: 'forgot-password',
  attributes: byPassword,
  steps: ['sign-in', 'forgot-password', 'reset-password', 'signed-in'],
  async go(visitor) {
    await visitor.at('sign-in');
    await visitor.type('User name', visitor.username);
    await visitor.press('Forgot password?');
    await visitor.at('forgot-password');
    await visitor.press('Send a code');
    await visitor.at('reset-password');
    await visitor.type('Code', await visitor.pool.lastCode());
    await visitor.submit('New password', newPassword);
    await visitor.at('signed-in');
  },
};

const confirmSignUp: Walk = {
  scenario: 'confirm-sign-up',
  attributes: byPassword,
  steps: ['sign-in', 'confirm-sign-up', 'signed-in'],
  async go(visitor) {
    await signIn(visitor);
    await visitor.at('confirm-sign-up');
    await visitor.submitSentCode();
    await visitor.at('signed-in');
  },
};

const chooseFactor: Walk = {
  scenario: 'choice',
  steps: ['sign-in', 'choose-factor', 'password', 'signed-in'],
  async go(visitor) {
    await submitName(visitor);
    await visitor.at('choose-factor');
    await visitor.root.getByRole('button', { name: 'Password' }).click();
    await visitor.at('password');
    await visitor.submit('Password', readyPassword);
    await visitor.at('signed-in');
  },
};

const passkey: Walk = {
  scenario: 'passkey',
  steps: ['sign-in', 'password', 'add-passkey', 'signed-in', 'choose-factor', 'passkey'],
  passkeys: true,
  async go(visitor) {
    await submitName(visitor);
    await visitor.at('password');
    await visitor.submit('Password', readyPassword);
    await visitor.at('add-passkey');
    await visitor.press('Add a passkey');
    await visitor.at('signed-in');
    await visitor.press('Sign out');
    await visitor.submit('User name', visitor.username);
    await visitor.at('choose-factor');
    await visitor.root.getByRole('button', { name: 'Passkey' }).click();
    await visitor.at('passkey');
    await visitor.sees('button', 'Sign out');
  },
};

export const walks: readonly Walk[] = [
  ...[
    chooseThenDevice,
    setUpApp,
    setUpEmail,
    chooseNewPassword,
    questions,
    forgotten,
    confirmSignUp,
    chooseFactor,
    passkey,
  ],
];

/** Every step of the product; the compiler knows of one that is left out. */
export const everyStep = Object.keys({
  ...{ 'sign-in': 0, 'choose-factor': 0, password: 0, passkey: 0, code: 0, 'choose-mfa': 0, 'choose-set-up': 0 },
  ...{ 'set-up-totp': 0, 'set-up-email': 0, 'new-password': 0, 'custom-challenge': 0, 'forgot-password': 0 },
  ...{ 'reset-password': 0, 'confirm-sign-up': 0, 'remember-device': 0, 'add-passkey': 0, 'signed-in': 0 },
} satisfies Record<StepName, 0>) as StepName[];
