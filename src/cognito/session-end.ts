import type { Account } from './accounts.js';
import type { ClientMetadata } from './config.js';
import { renew } from './renew.js';
import type { CognitoUserSession } from './sdk-internals.js';
import { WireFailure, type Wire } from './wire.js';

interface End {
  /** On all devices. */
  readonly global: boolean;
  readonly clientMetadata: ClientMetadata;
}

/** Asks the service to end a session that is not stored any more. */
export const endSession = (
  account: Account,
  session: CognitoUserSession,
  { global, clientMetadata }: End,
  wire: Wire,
  signal: AbortSignal,
): Promise<unknown> =>
  global ? endEverywhere(account, session, clientMetadata, wire, signal) : endHere(account, session, wire, signal);

function endHere({ user }: Account, session: CognitoUserSession, wire: Wire, signal: AbortSignal): Promise<unknown> {
  const Token = session.getRefreshToken().getToken();
  return wire('RevokeToken', { Token, ClientId: user.pool.getClientId() }, signal);
}

/** With a fresh access token where the stored one has run out; it is used for this and stored nowhere. */
async function endEverywhere(
  { user, transaction }: Account,
  session: CognitoUserSession,
  metadata: ClientMetadata,
  wire: Wire,
  signal: AbortSignal,
): Promise<void> {
  const end = (using: CognitoUserSession) =>
    wire('GlobalSignOut', { AccessToken: using.getAccessToken().getJwtToken() }, signal);
  try {
    await end(session);
  } catch (failure) {
    if (!(failure instanceof WireFailure && failure.code === 'NotAuthorizedException')) throw failure;
    const fresh = await renew(user, session, metadata, wire, signal);
    transaction.rollback();
    await end(fresh);
  }
}
