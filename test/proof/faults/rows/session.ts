/** What is asked for somebody who is signed in. */
import { sessionKeys } from '../../../support/faults.js';
import { bob } from '../../../support/pool.js';
import { jwt } from '../../../support/scripted-service.js';
import type { OperationName } from '../operations.js';
import type { Row, Scene } from '../scene.js';

async function signsIn(scene: Scene): Promise<void> {
  await scene.begins();
  await scene.person.hears('login-success');
}

const signedIn = { user: bob, arrives: signsIn, reads: true, focus: 'heading' } as const;

/** Nobody may stay signed in who wanted out, whatever the service says. */
const signsOut = { well: 'login-signed-out', failing: () => 'login-signed-out' } as const;

/** The access token ran out an hour ago. */
async function comesBack(scene: Scene): Promise<void> {
  await signsIn(scene);
  const { clientId } = scene.pool;
  const key = sessionKeys(clientId, bob.username).find((name) => name.endsWith('.accessToken'))!;
  scene.storage.items.set(key, jwt({ from: -7200, until: -3600, username: bob.username }));
}

const inWords = (session: unknown): string => (session === null ? 'nobody' : 'a session');

export const sessionRows = {
  GetTokensFromRefreshToken: {
    ...signedIn,
    arrives: comesBack,
    carriedThrough: true,
    quiet: true,
    acts: async (scene) => scene.notes(scene.person.element.getSession(), inWords),
    again: ({ person }) => person.element.getSession(),
    well: 'a session',
    failing: (code) => (code === 'session-expired' ? 'login-signed-out, nobody' : 'rejected'),
  },
  RevokeToken: { ...signedIn, ...signsOut, acts: ({ person }) => person.activate('Sign out') },
  GlobalSignOut: {
    ...{ ...signedIn, ...signsOut },
    acts: async ({ person }) => person.element.signOut({ global: true }),
    again: ({ person }) => person.element.signOut({ global: true }),
    // Once more with a fresh access token where that is what was refused.
    repeats: 1,
  },
} satisfies Partial<Record<OperationName, Row>>;
