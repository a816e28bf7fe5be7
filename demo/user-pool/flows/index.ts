import type { Flow } from './flow.js';
import { refreshTokenAuth } from './refresh-token-auth.js';
import { userPasswordAuth } from './user-password-auth.js';
import { userSrpAuth } from './user-srp-auth.js';

/** The flows of the pool. REFRESH_TOKEN is the service's older name. */
export const flows: ReadonlyMap<string, Flow> = new Map([
  ['USER_SRP_AUTH', userSrpAuth],
  ['USER_PASSWORD_AUTH', userPasswordAuth],
  ['REFRESH_TOKEN_AUTH', refreshTokenAuth],
  ['REFRESH_TOKEN', refreshTokenAuth],
]);

/** The words of the service's model that a client may send without AWS credentials; any other is malformed. */
export const knownFlows: ReadonlySet<string> = new Set([...flows.keys(), 'CUSTOM_AUTH', 'USER_AUTH']);
