import { namedDevice } from '../challenges/device.js';
import { nextStep } from '../challenges/next-step.js';
import { invalidParameter, triggersMissing, userNotFound } from '../errors.js';
import { required } from '../parameters.js';
import { userOrStandIn } from '../pool.js';
import { refuseByStatus } from '../users.js';
import type { Flow } from './flow.js';
import { beginSrp } from './user-srp-auth.js';

/** The pool's triggers ask what they like; with CHALLENGE_NAME SRP_A they let the password be proved first. */
export const customAuth: Flow = {
  allowedBy: 'CUSTOM_AUTH',
  async begin(parameters, call) {
    const { pool } = call;
    const username = required(parameters, 'USERNAME');
    if (!pool.settings.customChallenges.length) throw triggersMissing();
    const first = parameters?.['CHALLENGE_NAME'];
    if (first === 'SRP_A') return beginSrp(parameters, call, { customAuth: true });
    if (first !== undefined) throw invalidParameter(`Invalid CHALLENGE_NAME ${first}`);
    const user = await userOrStandIn(pool, username);
    if (!user) throw userNotFound();
    refuseByStatus(user);
    pool.lockout.check(user);
    return nextStep({ ...call, user, passed: { customAuth: true, ...namedDevice(pool, user, parameters) } });
  },
};
