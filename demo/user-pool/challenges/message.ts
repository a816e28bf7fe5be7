import { deliver } from '../delivery.js';
import { codeMismatch } from '../errors.js';
import { type Channel, mask } from '../outbox.js';
import { required } from '../parameters.js';
import { randomDigits } from '../services.js';
import type { PoolSettings } from '../settings.js';
import { isStandIn } from '../users.js';
import { type NextChallenge, openSession, type UserCall } from './challenge.js';
import { refuseCode } from './code.js';

interface MessageChallenge {
  name: NextChallenge['name'];
  channel: Channel;
  /** The key of the code in ChallengeResponses. */
  answer: string;
  destination(call: UserCall): string;
  codeLength(settings: PoolSettings): number;
  /** What the right code changes. */
  onProof?(call: UserCall): void;
}

/** A challenge whose code is sent to the user. */
export const messageChallenge = (kind: MessageChallenge): NextChallenge => ({
  name: kind.name,

  begin(call) {
    const { pool, user, origin } = call;
    const to = kind.destination(call);
    const code = randomDigits(pool.services.random, kind.codeLength(pool.settings));
    // No code is right for a user who does not exist.
    const Session = openSession(call, kind.name, isStandIn(user) ? {} : { code });
    deliver(pool, { channel: kind.channel, to, user, code, origin, occasion: 'sign-in' });
    return {
      ChallengeName: kind.name,
      Session,
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: kind.channel.toUpperCase(),
        CODE_DELIVERY_DESTINATION: mask(kind.channel, to),
        USER_ID_FOR_SRP: user.username,
      },
    };
  },

  async answer(responses, call) {
    const code = required(responses, kind.answer);
    if (code !== call.session.code) refuseCode(call, codeMismatch());
    call.pool.sessions.spend(call.session);
    kind.onProof?.(call);
    return call.proceed({ secondFactor: true });
  },
});
