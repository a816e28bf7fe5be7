import { incorrectPassword } from '../errors.js';
import { required } from '../parameters.js';
import { makeCredentials } from '../srp.js';
import { type NextChallenge, openSession, type UserCall } from './challenge.js';
import { passwordVerifier } from './password-verifier.js';

/** Checks a password that came as it was typed, against the same verifier as an SRP proof. */
export async function checkPassword({ pool, user }: UserCall, password: string): Promise<void> {
  const { verifier } = await makeCredentials(pool.name, user.username, password, user.salt);
  if (verifier === user.verifier) return;
  pool.lockout.fail(user);
  throw incorrectPassword();
}

/** Asked for where a user chose the password, and did not send it along. */
export const password: NextChallenge = {
  name: 'PASSWORD',

  begin(call) {
    const { username } = call.user;
    return {
      ChallengeName: this.name,
      Session: openSession(call, this.name),
      ChallengeParameters: { USERNAME: username },
    };
  },

  async answer(responses, call) {
    const typed = required(responses, 'PASSWORD');
    call.pool.sessions.spend(call.session);
    await checkPassword(call, typed);
    return call.proceed({});
  },
};

/** The same by SRP: asked for where SRP_A did not come along. */
export const passwordSrp: NextChallenge = {
  name: 'PASSWORD_SRP',

  begin(call) {
    const { username } = call.user;
    return {
      ChallengeName: this.name,
      Session: openSession(call, this.name),
      ChallengeParameters: { USERNAME: username },
    };
  },

  async answer(responses, call) {
    const next = await passwordVerifier.begin(responses, call, 'with session');
    call.pool.sessions.spend(call.session);
    return next;
  },
};
