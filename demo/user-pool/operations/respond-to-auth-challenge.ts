import type { RespondToAuthChallengeRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Challenge } from '../challenges/challenge.js';
import { challenges } from '../challenges/index.js';
import { missingParameter, userNotFound, validationError } from '../errors.js';
import { checkClient, read, required } from '../parameters.js';
import { type Operation, userOrStandIn } from '../pool.js';
import { refuseByStatus } from '../users.js';

/** The service's model gives a Session 20 to 2048 characters. */
function sessionOf({ Session }: RespondToAuthChallengeRequest): string {
  if (!Session) throw missingParameter('Session');
  if (Session.length < 20)
    throw validationError('session', 'of unfit length', 'have length greater than or equal to 20');
  if (Session.length > 2048)
    throw validationError('session', 'of unfit length', 'have length less than or equal to 2048');
  return Session;
}

function challengeOf({ ChallengeName }: RespondToAuthChallengeRequest): Challenge {
  const challenge = challenges.get(String(ChallengeName));
  if (!challenge) throw validationError('challengeName', `'${ChallengeName}'`, 'satisfy enum value set');
  return challenge;
}

export const respondToAuthChallenge: Operation = async (input, call) => {
  const request = read<RespondToAuthChallengeRequest>(input, {
    ChallengeName: 'string, required',
    ClientId: 'string, required',
    Session: 'string',
    ChallengeResponses: 'map',
    ClientMetadata: 'map',
  });
  const { pool } = call;
  const clientId = checkClient(pool, request.ClientId);
  const challenge = challengeOf(request);
  const responses = request.ChallengeResponses ?? {};
  const id = challenge.sessionId?.(responses) ?? sessionOf(request);
  const user = await userOrStandIn(pool, required(responses, 'USERNAME'));
  if (!user) throw userNotFound();
  const session = pool.sessions.find({ id, clientId, username: user.username, challenge: challenge.name });
  refuseByStatus(user);
  pool.lockout.check(user);
  return challenge.answer(responses, { ...call, user, session });
};
