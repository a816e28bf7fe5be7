import type { ChallengeNameType, RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Call } from '../pool.js';
import type { Session } from '../sessions.js';
import type { User } from '../users.js';

/** A request of a user whose name is known. */
export interface UserCall extends Call {
  user: User;
}

/** A request that answers a challenge; client, user, challenge and time have been found right. */
export interface AnswerCall extends UserCall {
  session: Session;
}

export type Responses = Record<string, string>;

/** One ChallengeName: how its answer is checked, and what follows. */
export interface Challenge {
  name: ChallengeNameType;
  /** Where the answer names its session; the request's Session if not given. */
  sessionId?(responses: Responses): string;
  answer(responses: Responses, call: AnswerCall): Promise<RespondToAuthChallengeResponse>;
}

/** A challenge that the pool can set as the second factor. */
export interface MfaChallenge extends Challenge {
  begin(call: UserCall): RespondToAuthChallengeResponse;
}
