/** The challenges by which a remembered device proves itself: SRP once more, with a secret that the device keeps. */
import { incorrectPassword, invalidSession } from '../errors.js';
import type { ConfirmedDevice } from '../devices.js';
import { type Parameters, required } from '../parameters.js';
import type { Pool } from '../pool.js';
import type { Passed } from '../sessions.js';
import { beginHandshake } from '../srp.js';
import type { User } from '../users.js';
import { type AnswerCall, type Challenge, type NextChallenge, openSession, type Responses } from './challenge.js';
import { handshakeParameters, provesSecret, secretBlock } from './claim.js';
import { readSrpA } from './srp-a.js';

/** The device that a request names by DEVICE_KEY; throws where the user has no such device. */
export function namedDevice({ settings, devices }: Pool, user: User, parameters: Parameters): Pick<Passed, 'device'> {
  const key = parameters?.['DEVICE_KEY'];
  return key && settings.deviceTracking !== 'off' ? { device: devices.get(user, key) } : {};
}

/** The device that has to prove itself; throws where the answer names another than the one before. */
function deviceOf(responses: Responses, { pool, user, session }: AnswerCall): ConfirmedDevice {
  const key = required(responses, 'DEVICE_KEY');
  if (key !== session.passed?.device?.key) throw invalidSession();
  return pool.devices.get(user, key);
}

export const deviceSrpAuth: NextChallenge = {
  name: 'DEVICE_SRP_AUTH',

  begin(call) {
    return { ChallengeName: this.name, Session: openSession(call, this.name), ChallengeParameters: {} };
  },

  async answer(responses, call) {
    const { pool, user, session } = call;
    const device = deviceOf(responses, call);
    const A = readSrpA(responses);
    pool.sessions.spend(session);
    const handshake = await beginHandshake(A, device.credentials, pool.services.random);
    const id = openSession(call, 'DEVICE_PASSWORD_VERIFIER', { handshake });
    const parameters = { ...handshakeParameters(id, handshake), USERNAME: user.username, DEVICE_KEY: device.key };
    return { ChallengeName: 'DEVICE_PASSWORD_VERIFIER', ChallengeParameters: parameters };
  },
};

export const devicePasswordVerifier: Challenge = {
  name: 'DEVICE_PASSWORD_VERIFIER',
  sessionId: secretBlock,

  async answer(responses, call) {
    const { pool, user, session, proceed } = call;
    const device = deviceOf(responses, call);
    pool.sessions.spend(session);
    const owner = { poolName: device.groupKey, userId: device.key };
    if (await provesSecret(responses, call, owner)) return proceed({ deviceProved: true });
    pool.lockout.fail(user);
    throw incorrectPassword();
  },
};
