import { attributeMissing, attributeProvided, attributeUnknown, attributeUnwritable, CognitoError } from '../errors.js';
import { required } from '../parameters.js';
import { checkNewPassword } from '../passwords.js';
import type { Pool } from '../pool.js';
import { attributes, type User } from '../users.js';
import { type AnswerCall, type NextChallenge, openSession, type Responses } from './challenge.js';

/** Whether a password or an attribute that the pool refuses uses up the session; to be seen on a real pool. */
const REFUSAL_SPENDS_SESSION = false;

const PREFIX = 'userAttributes.';

/** The attributes of the service's model that a user may have without the pool's doing. */
const standard = new Set(
  (
    'name given_name family_name middle_name nickname preferred_username profile picture website email gender ' +
    'birthdate zoneinfo locale phone_number address'
  ).split(' '),
);

const known = (user: User): Record<string, string> =>
  Object.fromEntries(
    attributes(user).flatMap(({ Name = '', Value = '' }) => (Name === 'sub' ? [] : [[Name, Value] as const])),
  );

const missing = ({ settings }: Pool, user: User, given: Responses = {}): string[] =>
  settings.requiredAttributes.filter((name) => !known(user)[name] && !given[name]);

const attributesIn = (responses: Responses): Responses =>
  Object.fromEntries(
    Object.entries(responses).flatMap(([key, value]) =>
      key.startsWith(PREFIX) ? [[key.slice(PREFIX.length), value] as const] : [],
    ),
  );

/** "You can't modify a required attribute that already has a value": the reference of RespondToAuthChallenge. */
function checkAttributes({ pool, user }: AnswerCall, given: Responses): void {
  const { requiredAttributes } = pool.settings;
  for (const name of Object.keys(given)) {
    if (name.endsWith('_verified') || name === 'sub') throw attributeUnwritable(name);
    if (!standard.has(name) && !requiredAttributes.includes(name)) throw attributeUnknown(name);
    if (requiredAttributes.includes(name) && known(user)[name]) throw attributeProvided(name);
  }
  const [first] = missing(pool, user, given);
  if (first) throw attributeMissing(first);
}

async function check(call: AnswerCall, password: string, given: Responses): Promise<void> {
  try {
    checkAttributes(call, given);
    await checkNewPassword(call.pool, call.user, password);
  } catch (error) {
    if (REFUSAL_SPENDS_SESSION && error instanceof CognitoError) call.pool.sessions.spend(call.session);
    throw error;
  }
}

/** Asked of a user whom an administrator made: a password of their own, and the attributes the pool requires and does not have. */
export const newPasswordRequired: NextChallenge = {
  name: 'NEW_PASSWORD_REQUIRED',

  begin(call) {
    const { pool, user } = call;
    return {
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: openSession(call, 'NEW_PASSWORD_REQUIRED'),
      ChallengeParameters: {
        USER_ID_FOR_SRP: user.username,
        userAttributes: JSON.stringify(known(user)),
        requiredAttributes: JSON.stringify(missing(pool, user).map((name) => PREFIX + name)),
      },
    };
  },

  async answer(responses, call) {
    const { pool, user, session, proceed } = call;
    const password = required(responses, 'NEW_PASSWORD');
    const given = attributesIn(responses);
    await check(call, password, given);
    pool.sessions.spend(session);
    pool.users.write(user, given);
    await pool.users.setPassword(user, password);
    user.status = 'confirmed';
    return proceed({});
  },
};
