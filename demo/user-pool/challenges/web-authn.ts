import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import { notAuthorized } from '../errors.js';
import { required } from '../parameters.js';
import { provesPasskey, requestOptions } from '../webauthn.js';
import { type Challenge, openSession, type UserCall } from './challenge.js';

interface WebAuthn extends Challenge {
  begin(call: UserCall): Promise<RespondToAuthChallengeResponse>;
}

/** A passkey in place of a password, and of a second factor too. */
export const webAuthn: WebAuthn = {
  name: 'WEB_AUTHN',

  async begin(call) {
    const options = await requestOptions(call, call.user);
    return {
      ChallengeName: this.name,
      Session: openSession(call, this.name, { webAuthnChallenge: options.challenge }),
      ChallengeParameters: { USERNAME: call.user.username, CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
    };
  },

  async answer(responses, call) {
    const { pool, user, session, proceed } = call;
    const credential = required(responses, 'CREDENTIAL');
    pool.sessions.spend(session);
    if (await provesPasskey(call, user, credential, session.webAuthnChallenge ?? '')) {
      return proceed({ secondFactor: true });
    }
    pool.lockout.fail(user);
    throw notAuthorized('Invalid passkey credential.');
  },
};
