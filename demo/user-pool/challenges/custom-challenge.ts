import { incorrectPassword } from '../errors.js';
import { required } from '../parameters.js';
import type { CustomRound } from '../settings.js';
import { type NextChallenge, openSession, type UserCall } from './challenge.js';

/** Wrong answers that end a sign-in; AWS's own sample of DefineAuthChallenge gives three tries. */
const TRIES = 3;

const roundOf = ({ pool, passed }: UserCall): CustomRound | undefined =>
  passed.customAuth ? pool.settings.customChallenges[passed.customRounds ?? 0] : undefined;

/** Whether this sign-in is CUSTOM_AUTH, and its trigger has more to ask. */
export const hasRoundLeft = (call: UserCall): boolean => roundOf(call) !== undefined;

/**
 * What the pool's Lambda triggers ask: here the rounds of the setting `customChallenges`, one after another. A wrong answer is asked for
 * again, with a new Session.
 */
export const customChallenge: NextChallenge = {
  name: 'CUSTOM_CHALLENGE',

  begin(call) {
    return {
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session: openSession(call, 'CUSTOM_CHALLENGE'),
      ChallengeParameters: { USERNAME: call.user.username, ...roundOf(call)?.parameters },
    };
  },

  async answer(responses, call) {
    const { pool, user, session, passed, proceed } = call;
    const answer = required(responses, 'ANSWER');
    pool.sessions.spend(session);
    // A user who does not exist is asked like any other, and answers in vain.
    if (user.sub && answer === roundOf(call)?.answer) return proceed({ customRounds: (passed.customRounds ?? 0) + 1 });
    const wrongCustomAnswers = (passed.wrongCustomAnswers ?? 0) + 1;
    if (wrongCustomAnswers >= TRIES) throw incorrectPassword();
    return proceed({ wrongCustomAnswers });
  },
};
