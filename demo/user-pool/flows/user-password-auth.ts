import { afterPassword } from '../challenges/after-password.js';
import { incorrectPassword, userNotFound } from '../errors.js';
import { required } from '../parameters.js';
import { userOrStandIn } from '../pool.js';
import { makeCredentials } from '../srp.js';
import { refuseByStatus } from '../users.js';
import type { Flow } from './flow.js';

/** The password comes as it was typed, and is checked against the same verifier as an SRP proof. */
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
    const { verifier } = await makeCredentials(pool.name, user.username, password, user.salt);
    if (verifier !== user.verifier) {
      pool.lockout.fail(user);
      throw incorrectPassword();
    }
    return afterPassword({ ...call, user });
  },
};
