/** The ways around a sign-in: a forgotten password, an account that is not confirmed. */
import type { OperationName } from '../operations.js';
import { scenario, type Row, type Scene } from '../scene.js';

async function arrivesAtForgotten(scene: Scene): Promise<void> {
  const { person, username } = scene;
  scene.fill('User name', username);
  await person.activate('Forgot password?');
  await person.sees('Reset your password');
}

async function arrivesAtReset(scene: Scene): Promise<void> {
  await arrivesAtForgotten(scene);
  await scene.person.press('Enter');
  await scene.person.sees('Choose a new password');
}

async function changesPassword(scene: Scene): Promise<void> {
  const Code = await scene.pool.lastCode();
  await scene.submits({ Code, 'New password': 'Green-Meadow-9' });
}

const unconfirmed: Row = {
  ...scenario('confirm-sign-up'),
  arrives: (scene) => scene.begins('Confirm your account'),
  acts: (scene) => scene.entersSentCode(),
  ...{ well: 'login-success', focus: 'Code' },
};

export const recoveryRows = {
  ForgotPassword: {
    ...scenario('forgot-password'),
    arrives: arrivesAtForgotten,
    acts: ({ person, username }) => {
      person.paste('User name', username);
      return person.press('Enter');
    },
    ...{ well: 'step reset-password', focus: 'User name' },
  },
  ConfirmForgotPassword: {
    ...scenario('forgot-password'),
    ...{ arrives: arrivesAtReset, acts: changesPassword, well: 'login-success', focus: 'Code' },
  },
  ResendConfirmationCode: {
    ...unconfirmed,
    acts: ({ person }) => person.activate('Send a new code'),
    well: 'login-code-sent',
  },
  ConfirmSignUp: unconfirmed,
} satisfies Partial<Record<OperationName, Row>>;
