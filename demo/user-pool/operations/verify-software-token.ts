import type { VerifySoftwareTokenRequest } from '@aws-sdk/client-cognito-identity-provider';
import { softwareTokenMismatch, softwareTokenNotAssociated, validationError } from '../errors.js';
import { read } from '../parameters.js';
import type { Operation } from '../pool.js';
import { matchingStep } from '../totp.js';
import { addMfa } from '../users.js';
import { bearerOf } from './software-token-bearer.js';

/** Takes the first code of a new secret. A wrong one leaves secret and session as they are, for another try. */
export const verifySoftwareToken: Operation = async (input, { pool }) => {
  const request = read<VerifySoftwareTokenRequest>(input, {
    AccessToken: 'string',
    Session: 'string',
    UserCode: 'string, required',
    FriendlyDeviceName: 'string',
  });
  const { UserCode = '', FriendlyDeviceName } = request;
  if (!/^[0-9]{6}$/.test(UserCode))
    throw validationError('userCode', 'of unfit form', 'satisfy regular expression pattern: [0-9]+');
  const { user, session } = await bearerOf(request, pool);
  if (!user.newTotpSecret) throw softwareTokenNotAssociated();
  const lastTotpStep = matchingStep(user.newTotpSecret, UserCode, pool.services.clock());
  if (lastTotpStep === undefined) throw softwareTokenMismatch();
  if (session) pool.sessions.spend(session);
  Object.assign(user, { totpSecret: user.newTotpSecret, lastTotpStep });
  delete user.newTotpSecret;
  if (FriendlyDeviceName) user.totpDeviceName = FriendlyDeviceName;
  if (!session) return { Status: 'SUCCESS' }; // SetUserMFAPreference turns it on
  addMfa(user, 'totp');
  const passed = { ...session.passed, softwareTokenVerified: true as const };
  return { Status: 'SUCCESS', Session: pool.sessions.open({ ...session, passed }).id };
};
