/** Ways through a sign-in that between them hold every kind of secret, each up to where it has been typed and not been sent. */
import { openPool, password, type TestPool } from '../../support/pool.js';
import { openScenario } from '../../support/scenarios.js';
import type { OtherPage } from './other-page.js';

const chosen = 'Canary-Chosen-Quince-5';
const answers = ['Canary-Medlar', 'Canary-Loquat'] as const;

/** What kind of secret a text is. */
export type Kind =
  ('password' | 'new password' | 'code' | 'answer') | ('session' | 'key' | 'token' | 'device password');

export type Secret = readonly [kind: Kind, text: string];

export interface Journey {
  readonly name: string;
  openPool(): Promise<TestPool>;
  /** The element's properties. */
  readonly set?: object;
  /** Up to the last secret, which is then typed. @returns what was typed on the way */
  reach(page: OtherPage, pool: TestPool): Promise<readonly Secret[]>;
  /** Sends that, and what is asked for after it. @returns what was typed for it */
  finish(page: OtherPage, pool: TestPool): Promise<readonly Secret[]>;
  /** Signs in once more, where that is another way. */
  again?(page: OtherPage): Promise<void>;
  /** Whether a session of the service's ends, and the step with it. */
  readonly timed: boolean;
  /** What is kept for three minutes more, so that one press begins the step anew. */
  readonly heldForAnotherStart?: readonly Kind[];
}

async function signIn(page: OtherPage, username: string, secret = password): Promise<void> {
  await page.type('User name', username);
  await page.type('Password', secret);
  await page.press('Enter');
}

async function sendCode(page: OtherPage, code: string): Promise<Secret> {
  await page.type('Code', code);
  await page.press('Enter');
  return ['code', code];
}

/** Types the code that was sent, after the password. */
async function typeSentCode(page: OtherPage, pool: TestPool): Promise<readonly Secret[]> {
  const code = await pool.lastCode();
  await page.type('Code', code);
  return [
    ['password', password],
    ['code', code],
  ];
}

const press = async (page: OtherPage): Promise<readonly Secret[]> => {
  await page.press('Enter');
  return [];
};

/** Eight digits, which no other number on the page has by chance. */
const settings = { emailCodeLength: 8 };

const byCode = (name: string, authFlow: 'srp' | 'password'): Journey => ({
  ...{ name, set: { authFlow }, timed: true },
  openPool: () =>
    openPool({ settings, users: [{ username: 'eve', email: 'eve@example.com', mfa: 'email', password }] }),
  async reach(page, pool) {
    await signIn(page, 'eve');
    await page.sees('Check your e-mail');
    return typeSentCode(page, pool);
  },
  finish: press,
});

/** Of somebody who is signed in: its tokens are in memory alone. */
export const confirmation: Journey = {
  ...byCode('a confirmation', 'password'),
  async reach(page, pool) {
    await page.run(`void Object.assign(element(), { mode: 'reauth', username: 'eve' })`);
    await page.sees('Confirm it’s you');
    await page.type('Password', password);
    await page.press('Enter');
    await page.sees('Check your e-mail');
    return typeSentCode(page, pool);
  },
};

const byCodeAfterReload: Journey = {
  ...byCode('a code that is asked for again after a reload', 'password'),
  set: { authFlow: 'password', resume: 'session' },
  async reach(page, pool) {
    await signIn(page, 'eve');
    await page.sees('Check your e-mail');
    await page.reload();
    await page.sees('Check your e-mail');
    return typeSentCode(page, pool);
  },
};

const customChallenges = answers.map((answer, round) => ({ parameters: { question: `Number ${round}?` }, answer }));

export const journeys: readonly Journey[] = [
  byCode('a code, with the password kept for a new one', 'password'),
  byCode('a code after SRP', 'srp'),
  byCodeAfterReload,
  {
    ...{ name: 'an authenticator app’s key', set: { authFlow: 'password' }, timed: true },
    heldForAnotherStart: ['password'],
    openPool: () => openScenario('set-up-totp'),
    async reach(page) {
      await signIn(page, 'noa');
      await page.sees('Set up a second step');
      await page.activate('Continue');
      await page.sees('Set up your authenticator app');
      return [['password', password]];
    },
    finish: async (page, pool) => [await sendCode(page, await pool.authenticatorCode('noa'))],
  },
  {
    ...{ name: 'a new password that was demanded', set: { authFlow: 'password' }, timed: true },
    openPool: () => openScenario('new-password-then-email-code', settings),
    async reach(page) {
      await signIn(page, 'nan');
      await page.sees('Choose a new password');
      await page.type('New password', chosen);
      return [
        ['password', password],
        ['new password', chosen],
      ];
    },
    async finish(page, pool) {
      await page.press('Enter');
      await page.sees('Check your e-mail');
      return [await sendCode(page, await pool.lastCode())];
    },
  },
  {
    ...{ name: 'answers to the pool’s own questions', set: { authFlow: 'custom' }, timed: true },
    openPool: () => openScenario('custom', { customChallenges }),
    async reach(page) {
      await page.type('User name', 'kim');
      await page.press('Enter');
      await page.sees('One more question');
      await page.type('Answer', answers[0]);
      await page.press('Enter');
      await page.reads('Number 1?');
      await page.type('Answer', answers[1]);
      return answers.map((answer) => ['answer', answer]);
    },
    finish: press,
  },
  {
    ...{ name: 'the code and the new password of a reset', set: { authFlow: 'password' }, timed: false },
    openPool: () => openScenario('forgot-password', settings),
    async reach(page, pool) {
      await page.type('User name', 'flo');
      await page.activate('Forgot password?');
      await page.sees('Reset your password');
      await page.press('Enter');
      await page.sees('Choose a new password');
      const code = await pool.lastCode();
      await page.type('Code', code);
      await page.type('New password', chosen);
      return [
        ['code', code],
        ['new password', chosen],
      ];
    },
    finish: press,
  },
  {
    ...{ name: 'a remembered device', set: { authFlow: 'password' }, timed: true },
    openPool: () => openScenario('device-always'),
    async reach(page, pool) {
      await signIn(page, 'dot');
      await page.sees('Check your phone');
      return typeSentCode(page, pool);
    },
    finish: press,
    again: (page) => signIn(page, 'dot'),
  },
];
