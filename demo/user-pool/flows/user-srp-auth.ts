import { invalidParameter, userNotFound } from '../errors.js';
import { required } from '../parameters.js';
import { userOrStandIn } from '../pool.js';
import { beginHandshake, readA } from '../srp.js';
import { refuseByStatus } from '../users.js';
import { passwordVerifier } from '../challenges/password-verifier.js';
import type { Flow } from './flow.js';

export const userSrpAuth: Flow = {
  allowedBy: 'USER_SRP_AUTH',
  async begin(parameters, call) {
    const { pool } = call;
    const username = required(parameters, 'USERNAME');
    const A = readA(required(parameters, 'SRP_A'));
    if (A === undefined) throw invalidParameter('Invalid SRP_A');
    const user = await userOrStandIn(pool, username);
    if (!user) throw userNotFound();
    refuseByStatus(user);
    return passwordVerifier.begin({ ...call, user }, await beginHandshake(A, user, pool.services.random));
  },
};
