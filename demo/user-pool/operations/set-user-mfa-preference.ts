import type { SetUserMFAPreferenceRequest } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, mfaWithoutDestination, softwareTokenUnverified } from '../errors.js';
import { read } from '../parameters.js';
import type { Operation } from '../pool.js';
import { addMfa, type Mfa, mfaNames, type User } from '../users.js';

interface Preference {
  Enabled?: boolean | undefined;
  PreferredMfa?: boolean | undefined;
}

function checkReady(user: User, mfa: Mfa): void {
  if (mfa === 'totp' && !user.totpSecret) throw softwareTokenUnverified();
  if (mfa !== 'totp' && !(mfa === 'sms' ? user.phoneNumber : user.email)) throw mfaWithoutDestination(mfaNames[mfa]);
}

function apply(user: User, mfa: Mfa, { Enabled = false, PreferredMfa = false }: Preference): void {
  if (Enabled) addMfa(user, mfa);
  else user.mfas = user.mfas.filter((other) => other !== mfa);
  if (PreferredMfa) user.mfa = mfa;
  else if (user.mfa === mfa) delete user.mfa;
}

/** Turns second factors on and off, and prefers one; those that are not named stay as they are. */
export const setUserMfaPreference: Operation = async (input, { pool }) => {
  const request = read<SetUserMFAPreferenceRequest>(input, {
    AccessToken: 'string, required',
    SMSMfaSettings: 'flags',
    SoftwareTokenMfaSettings: 'flags',
    EmailMfaSettings: 'flags',
  });
  const { user } = await pool.tokens.authorize(request.AccessToken ?? '');
  const { SMSMfaSettings: sms, SoftwareTokenMfaSettings: totp, EmailMfaSettings: email } = request;
  const given = Object.entries({ sms, totp, email }).flatMap(([mfa, preference]) =>
    preference ? [[mfa as Mfa, preference] as const] : [],
  );
  for (const [mfa, { Enabled, PreferredMfa }] of given) {
    if (PreferredMfa && !Enabled) throw invalidParameter(`${mfaNames[mfa]} is preferred, but not enabled`);
    if (Enabled) checkReady(user, mfa);
  }
  if (given.filter(([, { PreferredMfa }]) => PreferredMfa).length > 1)
    throw invalidParameter('Only one second factor can be preferred');
  for (const [mfa, preference] of given) apply(user, mfa, preference);
  return {};
};
