/** A second factor that is set up during the sign-in. */
import en from '../../../../src/i18n/en.js';
import { until } from '../../../element/until.js';
import type { OperationName } from '../operations.js';
import { scenario, type Row, type Scene } from '../scene.js';

const { setUpTotp } = en;

async function arrivesAtKey(scene: Scene): Promise<void> {
  await scene.begins('Set up a second step');
  await scene.person.activate('Continue');
  await scene.person.sees(setUpTotp.heading);
}

/** Where the step is still there, its way on is one press. */
async function beginsAgain(scene: Scene): Promise<void> {
  if (scene.person.hasButton(setUpTotp.restart)) await scene.person.activate(setUpTotp.restart);
  else await scene.begins();
}

const atKey: Row = {
  ...scenario('set-up-totp'),
  arrives: arrivesAtKey,
  acts: (scene) => scene.entersAppCode(),
  anew: beginsAgain,
  well: 'login-success',
  focus: 'Code',
  // Whoever is busy with the phone is not sent back to the first step.
  voids: true,
  says: { 'session-expired': setUpTotp.expired },
};

export const setUpRows = {
  AssociateSoftwareToken: {
    ...scenario('set-up-totp'),
    arrives: (scene) => scene.begins('Set up a second step'),
    acts: ({ person }) => person.activate('Continue'),
    ...{ well: 'step set-up-totp', focus: 'Continue' },
  },
  VerifySoftwareToken: {
    ...atKey,
    async anew(scene) {
      await beginsAgain(scene);
      await until(() => scene.person.form.querySelector('code'), 'there is no new key');
    },
  },
  MFA_SETUP: {
    ...atKey,
    async anew(scene) {
      await beginsAgain(scene);
      // The app was verified before the pool heard of the rest.
      await scene.person.sees('Open your authenticator app');
    },
  },
  'MFA_SETUP (e-mail)': {
    ...scenario('set-up-email'),
    arrives: (scene) => scene.begins('Add your e-mail address'),
    acts: (scene) => scene.submits({ 'E-mail address': 'nel@example.com' }),
    ...{ well: 'login-code-sent', focus: 'E-mail address' },
  },
} satisfies Partial<Record<OperationName, Row>>;
