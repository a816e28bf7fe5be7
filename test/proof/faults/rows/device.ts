/** A device that is introduced to the pool, remembered, proved and forgotten. */
import type { OperationName } from '../operations.js';
import { scenario, type Row, type Scene } from '../scene.js';

async function arrivesAtCode(scene: Scene): Promise<void> {
  await scene.begins('Check your phone');
}

/** At the first step of a browser that the pool remembers. */
async function arrivesRemembered(scene: Scene): Promise<void> {
  await signsIn(scene);
  await scene.person.activate('Sign out');
  await scene.person.hears('login-signed-out');
}

async function signsIn(scene: Scene): Promise<void> {
  await arrivesAtCode(scene);
  await scene.entersSentCode();
  await scene.person.hears('login-success');
}

const device = { ...scenario('device'), reads: true, focus: 'heading' } as const;

const proves: Row = {
  ...device,
  set: { rememberDevice: 'always' },
  arrives: arrivesRemembered,
  acts: (scene) => scene.begins(),
  anew: (scene) => scene.begins('You are signed in'),
  ...{ well: 'login-success', focus: 'Password' },
};

/** Nobody is kept from signing in because a convenience failed. */
const allTheSame = () => 'login-success';

export const deviceRows = {
  DEVICE_SRP_AUTH: proves,
  DEVICE_PASSWORD_VERIFIER: proves,
  ConfirmDevice: {
    ...device,
    arrives: arrivesAtCode,
    acts: (scene) => scene.entersSentCode(),
    ...{ well: 'step remember-device', failing: allTheSame, patience: 5000 },
  },
  UpdateDeviceStatus: {
    ...device,
    async arrives(scene) {
      await arrivesAtCode(scene);
      await scene.entersSentCode();
      await scene.person.sees('Remember this device?');
    },
    acts: ({ person }) => person.activate('Remember this device'),
    ...{ well: 'login-success' },
    // Without its session nobody is signed in.
    failing: (code) => (code === 'session-expired' ? `login-failure ${code}` : 'login-success'),
  },
  ForgetDevice: {
    ...{ ...device, set: { rememberDevice: 'always' } },
    arrives: signsIn,
    acts: async (scene) => scene.notes(scene.person.element.forgetDevice()),
    again: ({ person }) => person.element.forgetDevice(),
    ...{ repeats: 1, carriedThrough: true, quiet: true },
    ...{ well: 'true', failing: () => 'false' },
  },
} satisfies Partial<Record<OperationName, Row>>;
