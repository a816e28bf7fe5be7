/** Passkeys: their use, and what is asked for one to be added. */
import type { OperationName } from '../operations.js';
import { scenario, type Row, type Scene } from '../scene.js';

const offer = 'Add a passkey?';
const add = 'Add a passkey';

async function arrivesAtOffer(scene: Scene): Promise<void> {
  await scene.begins(offer);
}

/** At the first step, with a passkey. */
async function arrivesWithPasskey(scene: Scene): Promise<void> {
  const { person } = scene;
  await arrivesAtOffer(scene);
  await person.activate(add);
  await person.hears('login-success');
  await person.activate('Sign out');
  await person.hears('login-signed-out');
}

const passkey = { ...scenario('passkey'), set: { passkeys: 'offer' } } as const;

/** From the first step, or once more from the passkey's own. */
async function usesPasskey({ person, username }: Scene): Promise<void> {
  if (person.hasButton('Use passkey')) return person.activate('Use passkey');
  person.paste('User name', username);
  return person.activate('Use a passkey');
}

const byPasskey: Row = {
  ...passkey,
  arrives: arrivesWithPasskey,
  acts: usesPasskey,
  anew: usesPasskey,
  ...{ well: 'login-success', focus: 'Password' },
};

const adds: Row = {
  ...passkey,
  arrives: arrivesAtOffer,
  acts: ({ person }) => person.activate(add),
  ...{ well: 'login-success', focus: add, reads: true },
};

export const passkeyRows = {
  'USER_AUTH WEB_AUTHN': byPasskey,
  'SELECT_CHALLENGE WEB_AUTHN': {
    ...byPasskey,
    async arrives(scene) {
      await arrivesWithPasskey(scene);
      scene.person.element.authFlow = 'choice';
      await scene.person.element.updateComplete;
      await scene.begins('Choose how to sign in');
    },
    anew: (scene) => scene.begins('Choose how to sign in'),
    acts: ({ person }) => person.activate('Passkey Use your fingerprint, face or screen lock.'),
    ...{ focus: 'Passkey Use your fingerprint, face or screen lock.', focusAtFirst: 'User name' },
  },
  WEB_AUTHN: { ...byPasskey, focus: 'heading' },
  ListWebAuthnCredentials: {
    ...{ ...passkey, acts: (scene) => scene.begins() },
    ...{ well: 'step add-passkey', failing: () => 'login-success', focus: 'heading', patience: 2000 },
  },
  StartWebAuthnRegistration: adds,
  CompleteWebAuthnRegistration: adds,
} satisfies Partial<Record<OperationName, Row>>;
