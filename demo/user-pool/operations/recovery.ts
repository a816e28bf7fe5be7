/** A forgotten password: a code is sent, and with it the user sets a new one. */
import type {
  ConfirmForgotPasswordRequest,
  ForgotPasswordRequest,
  ForgotPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { accountDestination, deliver, deliveryDetails } from '../delivery.js';
import { nowhereToSend, userDisabled, userNotFound, wrongVerificationCode } from '../errors.js';
import { checkClient, read } from '../parameters.js';
import { checkNewPassword } from '../passwords.js';
import { type Operation, type Pool, userOrStandIn } from '../pool.js';
import { isStandIn, type User } from '../users.js';

async function findUser(pool: Pool, name: string): Promise<User> {
  const user = await userOrStandIn(pool, name);
  if (!user) throw userNotFound();
  return user;
}

/** A user has no verified address before the sign-up is confirmed. */
const recoveryDestination = (user: User) => (user.status === 'unconfirmed' ? undefined : accountDestination(user));

/**
 * The user to send to; where the pool keeps the existence of users to itself, a stand-in for one who is disabled or has no address
 * too. https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html
 */
async function findRecipient(pool: Pool, name: string): Promise<User> {
  const user = await findUser(pool, name);
  const refusal = user.status === 'disabled' ? userDisabled() : recoveryDestination(user) ? undefined : nowhereToSend();
  if (refusal && !pool.settings.preventUserExistenceErrors) throw refusal;
  return refusal ? pool.users.standIn(name) : user;
}

export const forgotPassword: Operation = async (input, { pool, origin }) => {
  const { Username = '', ClientId } = read<ForgotPasswordRequest>(input, {
    ClientId: 'string, required',
    Username: 'string, required',
  });
  checkClient(pool, ClientId);
  const user = await findRecipient(pool, Username);
  const destination = recoveryDestination(user);
  if (!destination) throw nowhereToSend();
  const code = pool.verificationCodes.request('reset', user);
  deliver(pool, { ...destination, user, code, origin, occasion: 'reset' });
  const answer: ForgotPasswordResponse = { CodeDeliveryDetails: deliveryDetails(destination) };
  return answer;
};

export const confirmForgotPassword: Operation = async (input, { pool }) => {
  const request = read<ConfirmForgotPasswordRequest>(input, {
    ClientId: 'string, required',
    Username: 'string, required',
    ConfirmationCode: 'string, required',
    Password: 'string, required',
  });
  checkClient(pool, request.ClientId);
  const { Username = '', ConfirmationCode = '', Password = '' } = request;
  const user = await findUser(pool, Username);
  if (isStandIn(user) || user.status === 'disabled') throw wrongVerificationCode();
  pool.verificationCodes.check('reset', user, ConfirmationCode);
  // A password that is refused leaves the code as it is; to be seen on a real pool.
  await checkNewPassword(pool, user, Password);
  pool.verificationCodes.spend('reset', user);
  await pool.users.setPassword(user, Password);
  if (user.status === 'reset-required') user.status = 'confirmed';
  pool.lockout.clear(user);
  return {};
};
