import { codeMismatch } from '../errors.js';
import { type Channel, compose, mask } from '../outbox.js';
import { required } from '../parameters.js';
import { randomDigits, uuid } from '../services.js';
import type { PoolSettings } from '../settings.js';
import type { User } from '../users.js';
import type { MfaChallenge, UserCall } from './challenge.js';
import { refuseCode } from './code.js';
import { signedIn } from './signed-in.js';

interface MessageChallenge {
  name: MfaChallenge['name'];
  channel: Channel;
  /** The key of the code in ChallengeResponses. */
  answer: string;
  destination(user: User): string;
  codeLength(settings: PoolSettings): number;
}

function send({ pool, user, origin }: UserCall, channel: Channel, to: string, code: string): void {
  const { outbox, random, clock } = pool.services;
  outbox.deliver({
    ...{ id: uuid(random), channel, username: user.username, code, at: clock() },
    to: { full: to, masked: mask(channel, to) },
    text: compose(channel, code, origin),
  });
}

/** A challenge whose code is sent to the user. */
export const messageChallenge = (kind: MessageChallenge): MfaChallenge => ({
  name: kind.name,

  begin(call) {
    const { pool, user } = call;
    const to = kind.destination(user);
    const code = randomDigits(pool.services.random, kind.codeLength(pool.settings));
    const { id } = pool.sessions.open({
      ...{ clientId: pool.clientId, username: user.username, challenge: kind.name, code },
    });
    send(call, kind.channel, to, code);
    return {
      ChallengeName: kind.name,
      Session: id,
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
    return signedIn(call);
  },
});
