import type { RespondToAuthChallengeRequest } from '@aws-sdk/client-cognito-identity-provider';
import type { Challenge } from '../challenges/challenge.js';
import { namedDevice } from '../challenges/device.js';
import { challenges } from '../challenges/index.js';
import { nextStep } from '../challenges/next-step.js';
import { unknownChallengeOf } from '../challenges/unknown-challenge.js';
import { invalidSession, missingParameter, userNotFound, validationError } from '../errors.js';
import { checkClient, read, required } from '../parameters.js';
import { type Operation, type Pool, userOrStandIn } from '../pool.js';
import type { Passed } from '../sessions.js';
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

function challengeOf({ ChallengeName }: RespondToAuthChallengeRequest, { settings }: Pool): Challenge {
  const name = String(ChallengeName);
  const challenge = challenges.get(name) ?? unknownChallengeOf(settings, name);
  if (!challenge) throw validationError('challengeName', `'${name}'`, 'satisfy enum value set');
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
  const challenge = challengeOf(request, pool);
  const responses = request.ChallengeResponses ?? {};
  const id = challenge.sessionId?.(responses) ?? sessionOf(request);
  const user = await userOrStandIn(pool, required(responses, 'USERNAME'));
  if (!user) throw userNotFound();
  const session = pool.sessions.find({ id, clientId, username: user.username, challenge: challenge.name });
  if (session.sessionRequired && sessionOf(request) !== session.id) throw invalidSession();
  refuseByStatus(user);
  pool.lockout.check(user);
  const passed = { ...session.passed, ...namedDevice(pool, user, responses) };
  const proceed = (more: Passed) => nextStep({ ...call, user, passed: { ...passed, ...more } });
  return challenge.answer(responses, { ...call, user, session, passed, proceed });
};
