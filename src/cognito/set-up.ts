import type { PortUser } from './port-user.js';
import { WireFailure, type Wire } from './wire.js';

/** How the authenticator app is called in the service's records of the user. */
const FriendlyDeviceName = 'Authenticator app';

/**
 * Begins the set-up of an authenticator app. The user goes on with the Session of the answer.
 * @returns the secret in base32
 */
export async function associateApp(user: PortUser, wire: Wire, signal: AbortSignal): Promise<string> {
  const { SecretCode = '', Session = '' } = await wire('AssociateSoftwareToken', { Session: user.Session }, signal);
  signal.throwIfAborted();
  user.Session = Session;
  return SecretCode;
}

/**
 * Proves with a first code that the app has the secret. After a wrong one the Session stays, for another try.
 * @throws WireFailure
 */
export async function verifyApp(user: PortUser, wire: Wire, UserCode: string, signal: AbortSignal): Promise<void> {
  const params = { Session: user.Session, UserCode, FriendlyDeviceName };
  const { Status, Session = '' } = await wire('VerifySoftwareToken', params, signal);
  signal.throwIfAborted();
  if (Status !== 'SUCCESS') throw new WireFailure('EnableSoftwareTokenMFAException');
  user.Session = Session;
}
