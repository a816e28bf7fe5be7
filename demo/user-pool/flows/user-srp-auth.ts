import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { userNotFound } from '../errors.js';
import { type Parameters, required } from '../parameters.js';
import { type Call, userOrStandIn } from '../pool.js';
import type { Passed } from '../sessions.js';
import { refuseByStatus } from '../users.js';
import { namedDevice } from '../challenges/device.js';
import { passwordVerifier } from '../challenges/password-verifier.js';
import { readSrpA } from '../challenges/srp-a.js';
import type { Flow } from './flow.js';

/** The first half of SRP. */
export async function beginSrp(parameters: Parameters, call: Call, passed: Passed): Promise<InitiateAuthResponse> {
  const { pool } = call;
  const username = required(parameters, 'USERNAME');
  readSrpA(parameters); // looked at before the user is, as every parameter
  const user = await userOrStandIn(pool, username);
  if (!user) throw userNotFound();
  refuseByStatus(user);
  return passwordVerifier.begin(parameters, {
    ...{ ...call, user },
    passed: { ...passed, ...namedDevice(pool, user, parameters) },
  });
}

export const userSrpAuth: Flow = {
  allowedBy: 'USER_SRP_AUTH',
  begin: (parameters, call) => beginSrp(parameters, call, {}),
};
