/**
 * The password that is kept for "Use another method" answers a question of choice-based sign-in by itself. Which question that is depends on
 * the service; the local pool has one of the four, and asks the others because of how the request reaches it.
 */
import { password } from '../../../support/pool.js';
import type { Fault } from '../../../support/faults.js';
import type { OperationName } from '../operations.js';
import { scenario, type Row, type Scene } from '../scene.js';

const another = 'Use another method';

/** To a code step, with the password kept. */
async function arrives(scene: Scene, inBetween?: Fault): Promise<void> {
  const { person, network } = scene;
  network.befall('USER_AUTH');
  await scene.begins('Enter your password');
  await scene.submits({ Password: password });
  await person.sees('Choose how to confirm it’s you');
  await person.activate('Text message We send a code to your phone.');
  await person.sees('Check your phone');
  network.befall('USER_AUTH', inBetween);
}

/** The service begins with this, and is not told what it needs for it. */
const beginningWith =
  (challenge: string): Fault =>
  (send, { body }) => {
    const request = JSON.parse(String(body)) as { AuthParameters: object };
    const AuthParameters = { ...request.AuthParameters, PREFERRED_CHALLENGE: challenge };
    return send(JSON.stringify({ ...request, AuthParameters }));
  };

/** A client that allows no SRP. */
const withoutSrp: Fault = async (send) => {
  const answer = (await (await send()).json()) as object;
  return new Response(JSON.stringify({ ...answer, AvailableChallenges: ['PASSWORD'] }));
};

const row = (inBetween?: Fault): Row => ({
  settings: { ...scenario('choice').settings, signInFactors: ['PASSWORD'] },
  user: scenario('choose-mfa').user,
  set: { authFlow: 'choice' },
  arrives: (scene) => arrives(scene, inBetween),
  acts: ({ person }) => person.activate(another),
  well: 'step choose-mfa',
  focus: 'Code',
  focusAtFirst: 'User name',
});

export const keptPasswordRows = {
  'SELECT_CHALLENGE PASSWORD_SRP': row(),
  'SELECT_CHALLENGE PASSWORD': row(withoutSrp),
  PASSWORD_SRP: row(beginningWith('PASSWORD_SRP')),
  PASSWORD: row(beginningWith('PASSWORD')),
} satisfies Partial<Record<OperationName, Row>>;
