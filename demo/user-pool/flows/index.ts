import { customAuth } from './custom-auth.js';
import type { Flow } from './flow.js';
import { refreshTokenAuth } from './refresh-token-auth.js';
import { userAuth } from './user-auth.js';
import { userPasswordAuth } from './user-password-auth.js';
import { userSrpAuth } from './user-srp-auth.js';

/** All flows that the service's model lets a client begin without AWS credentials. REFRESH_TOKEN is its older name. */
export const flows: ReadonlyMap<string, Flow> = new Map([
  ['USER_SRP_AUTH', userSrpAuth],
  ['USER_PASSWORD_AUTH', userPasswordAuth],
  ['CUSTOM_AUTH', customAuth],
  ['USER_AUTH', userAuth],
  ['REFRESH_TOKEN_AUTH', refreshTokenAuth],
  ['REFRESH_TOKEN', refreshTokenAuth],
]);
