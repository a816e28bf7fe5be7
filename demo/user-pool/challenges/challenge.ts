import type { ChallengeNameType, RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../pool.js';
import type { Passed, Session } from '../sessions.js';
import type { User } from '../users.js';

/** A request of a user whose name is known. */
export interface UserCall extends Call {
  user: User;
  /** What this sign-in has behind it. */
  passed: Passed;
}

/** A request that answers a challenge; client, user, challenge and time have been found right. */
export interface AnswerCall extends UserCall {
  session: Session;
  /** Goes on to whatever comes next, with what this answer adds; `next-step.ts` decides. Does not spend the session. */
  proceed(more: Passed): Promise<RespondToAuthChallengeResponse>;
}

export type Responses = Record<string, string>;

/** One ChallengeName: how its answer is checked, and what follows. */
export interface Challenge {
  name: ChallengeNameType;
  /** Where the answer names its session; the request's Session if not given. */
  sessionId?(responses: Responses): string;
  answer(responses: Responses, call: AnswerCall): Promise<RespondToAuthChallengeResponse>;
}

/** A challenge that the pool can set once it knows who asks. */
export interface NextChallenge extends Challenge {
  begin(call: UserCall): RespondToAuthChallengeResponse;
}

/** Opens a session for the challenge, which carries on what lies behind. */
export function openSession(call: UserCall, challenge: string, more: Partial<Session> = {}): string {
  const { pool, user, passed } = call;
  return pool.sessions.open({ ...more, challenge, passed, clientId: pool.clientId, username: user.username }).id;
}
