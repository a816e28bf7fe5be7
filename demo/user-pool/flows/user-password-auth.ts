import { namedDevice } from '../challenges/device.js';
import { nextStep } from '../challenges/next-step.js';
import { checkPassword } from '../challenges/password.js';
import { userNotFound } from '../errors.js';
import { required } from '../parameters.js';
import { userOrStandIn } from '../pool.js';
import { refuseByStatus } from '../users.js';
import type { Flow } from './flow.js';

/** The password comes as it was typed. */
export const userPasswordAuth: Flow = {
  allowedBy: 'USER_PASSWORD_AUTH',
  async begin(parameters, call) {
    const { pool } = call;
    const username = required(parameters, 'USERNAME');
    const password = required(parameters, 'PASSWORD');
    const user = await userOrStandIn(pool, username);
    if (!user) throw userNotFound();
    refuseByStatus(user);
    pool.lockout.check(user);
    const userCall = { ...call, user, passed: namedDevice(pool, user, parameters) };
    await checkPassword(userCall, password);
    return nextStep(userCall);
  },
};
