import { namedDevice } from '../challenges/device.js';
import { availableChallenges, beginFirstFactor } from '../challenges/first-factors.js';
import { selectChallenge } from '../challenges/select-challenge.js';
import { userNotFound } from '../errors.js';
import { required } from '../parameters.js';
import { userOrStandIn } from '../pool.js';
import { refuseByStatus } from '../users.js';
import type { Flow } from './flow.js';

/** The user chooses what to sign in with; PREFERRED_CHALLENGE skips the question where the user has it. */
export const userAuth: Flow = {
  allowedBy: 'USER_AUTH',
  async begin(parameters, call) {
    const { pool } = call;
    const username = required(parameters, 'USERNAME');
    const user = await userOrStandIn(pool, username);
    if (!user) throw userNotFound();
    refuseByStatus(user);
    const userCall = { ...call, user, passed: namedDevice(pool, user, parameters) };
    const preferred = parameters?.['PREFERRED_CHALLENGE'] ?? '';
    const isThere = availableChallenges(userCall).includes(preferred);
    return isThere ? beginFirstFactor(preferred, userCall, parameters) : selectChallenge.begin(userCall);
  },
};
