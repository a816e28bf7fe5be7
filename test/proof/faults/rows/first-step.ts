/** What the first step sends, and the proof that follows at once. */
import { ann } from '../../../support/pool.js';
import { scenario, type Row } from '../scene.js';
import type { OperationName } from '../operations.js';

const withPassword = (authFlow: 'srp' | 'password'): Row => ({
  ...{ user: ann, set: { authFlow } },
  acts: (scene) => scene.begins(),
  well: 'login-code-sent',
  focus: 'Password',
});

/** A choice-based sign-in that begins with what the page prefers. */
export const preferring = (preferredFactor: 'email' | 'sms' | 'password'): Pick<Row, 'set'> => ({
  set: { authFlow: 'choice', preferredFactor },
});

const byName = (well: string, more: Partial<Row> = {}): Row => ({
  ...scenario('choice'),
  set: { authFlow: 'choice' },
  acts: (scene) => scene.begins(),
  well,
  focus: 'User name',
  focusAtFirst: 'User name',
  ...more,
});

/** The password where the name came first. */
const byPassword: Row = {
  ...byName('login-success', preferring('password')),
  arrives: (scene) => scene.begins('Enter your password'),
  acts: (scene) => scene.submits({ Password: scene.row.user.password }),
  focus: 'Password',
};

export const firstStepRows = {
  USER_SRP_AUTH: withPassword('srp'),
  USER_PASSWORD_AUTH: withPassword('password'),
  CUSTOM_AUTH: byName('step custom-challenge', { ...scenario('custom'), set: { authFlow: 'custom' } }),
  'CUSTOM_AUTH SRP_A': {
    ...withPassword('srp'),
    ...scenario('custom-srp'),
    ...{ set: { authFlow: 'custom-srp' }, well: 'step custom-challenge' },
  },
  USER_AUTH: byName('step choose-factor'),
  'USER_AUTH PASSWORD_SRP': byPassword,
  'USER_AUTH EMAIL_OTP': byName('login-code-sent', preferring('email')),
  'USER_AUTH SMS_OTP': byName('login-code-sent', preferring('sms')),
  PASSWORD_VERIFIER: withPassword('srp'),
  'PASSWORD_VERIFIER (choice)': byPassword,
} satisfies Partial<Record<OperationName, Row>>;
