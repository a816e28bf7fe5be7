/** Answers to what a pool asks after the password, or in its place. */
import type { UserDefinition } from '../../../../demo/user-pool/users.js';
import type { LoginChallengeDetail } from '../../../../src/index.js';
import { ann, eve, tom } from '../../../support/pool.js';
import type { OperationName } from '../operations.js';
import { scenario, type Row, type Scene } from '../scene.js';
import { preferring } from './first-step.js';

const bySms = 'Text message We send a code to your phone.';

const atCode = (user: UserDefinition, heading: string, acts: Row['acts']): Row => ({
  ...{ user, acts, well: 'login-success', focus: 'Code' },
  arrives: (scene) => scene.begins(heading),
});

const sentCode: Row['acts'] = (scene) => scene.entersSentCode();

const firstFactor = (factor: 'email' | 'sms', heading: string): Row => ({
  ...atCode(scenario('choice').user, heading, sentCode),
  settings: scenario('choice').settings,
  ...preferring(factor),
  focusAtFirst: 'User name',
});

const chosen = (button: string): Row => ({
  ...scenario('choice'),
  set: { authFlow: 'choice' },
  arrives: (scene) => scene.begins('Choose how to sign in'),
  acts: ({ person }) => person.activate(button),
  well: 'login-code-sent',
  focus: button,
  focusAtFirst: 'User name',
});

const newPassword: Row = {
  user: { username: 'ned', password: ann.password, status: 'force-change-password' },
  arrives: (scene) => scene.begins('Choose a new password'),
  acts: (scene) => scene.submits({ 'New password': 'Green-Meadow-9' }),
  well: 'login-success',
  focus: 'New password',
};

const riddle: Row = {
  ...scenario('custom'),
  settings: { ...scenario('custom').settings, customChallenges: [{ parameters: { question: '2 + 2?' }, answer: '4' }] },
  set: { authFlow: 'custom' },
  arrives: (scene) => scene.begins('One more question'),
  acts: (scene) => scene.submits({ Answer: '4' }),
  well: 'login-success',
  focus: 'Answer',
  focusAtFirst: 'User name',
};

/** How the page of this element answers. */
const answersOf = new WeakMap<Element, LoginChallengeDetail['respond']>();

/** The page renders the challenge itself, with a field of its own that has the focus. */
async function arrivesAtThePages(scene: Scene): Promise<void> {
  const { element } = scene.person;
  element.addEventListener('login-challenge', (event) => {
    if (event.detail.name !== 'RETINA_SCAN') return;
    event.preventDefault();
    answersOf.set(element, event.detail.respond);
  });
  const label = Object.assign(document.createElement('label'), { slot: 'challenge', textContent: 'Eye' });
  const field = document.createElement('input');
  label.append(field);
  element.append(label);
  await scene.begins('One more question');
  field.focus();
}

const thePages: Row = {
  ...scenario('unknown-challenge'),
  arrives: arrivesAtThePages,
  acts: async ({ person: { element } }) => answersOf.get(element)!('blink'),
  well: 'login-success',
  focus: 'Eye',
};

export const challengeRows = {
  SMS_MFA: atCode(ann, 'Check your phone', sentCode),
  SOFTWARE_TOKEN_MFA: atCode(tom, 'Open your authenticator app', (scene) => scene.entersAppCode()),
  EMAIL_OTP: atCode(eve, 'Check your e-mail', sentCode),
  'EMAIL_OTP (first factor)': firstFactor('email', 'Check your e-mail'),
  SMS_OTP: firstFactor('sms', 'Check your phone'),
  SELECT_MFA_TYPE: {
    ...scenario('choose-mfa'),
    arrives: (scene) => scene.begins('Choose how to confirm it’s you'),
    acts: ({ person }) => person.activate(bySms),
    ...{ well: 'login-code-sent', focus: bySms },
  },
  NEW_PASSWORD_REQUIRED: newPassword,
  CUSTOM_CHALLENGE: riddle,
  RETINA_SCAN: thePages,
  'SELECT_CHALLENGE EMAIL_OTP': chosen('E-mail We send a code to your e-mail address.'),
  'SELECT_CHALLENGE SMS_OTP': chosen(bySms),
} satisfies Partial<Record<OperationName, Row>>;
