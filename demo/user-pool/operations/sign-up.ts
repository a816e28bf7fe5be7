/** The confirmation of a sign-up; the sign-up itself is no matter of this pool. */
import type {
  ConfirmSignUpRequest,
  ResendConfirmationCodeRequest,
  ResendConfirmationCodeResponse,
} from '@aws-sdk/client-cognito-identity-provider';
import { accountDestination, deliver, deliveryDetails } from '../delivery.js';
import { invalidParameter, notAuthorized, userNotFound, wrongVerificationCode } from '../errors.js';
import { checkClient, read } from '../parameters.js';
import { type Operation, userOrStandIn } from '../pool.js';
import { isStandIn } from '../users.js';

/** Users that an administrator confirmed and users who did it themselves are alike to it. */
const alreadyConfirmed = () => notAuthorized('User cannot be confirmed. Current status is CONFIRMED');

export const confirmSignUp: Operation = async (input, { pool }) => {
  const request = read<ConfirmSignUpRequest>(input, {
    ClientId: 'string, required',
    Username: 'string, required',
    ConfirmationCode: 'string, required',
  });
  checkClient(pool, request.ClientId);
  const user = await userOrStandIn(pool, request.Username ?? '');
  if (!user) throw userNotFound();
  if (isStandIn(user)) throw wrongVerificationCode();
  if (user.status !== 'unconfirmed') throw alreadyConfirmed();
  pool.verificationCodes.check('sign-up', user, request.ConfirmationCode ?? '');
  pool.verificationCodes.spend('sign-up', user);
  user.status = 'confirmed';
  return {};
};

export const resendConfirmationCode: Operation = async (input, { pool, origin }) => {
  const { Username = '', ClientId } = read<ResendConfirmationCodeRequest>(input, {
    ClientId: 'string, required',
    Username: 'string, required',
  });
  checkClient(pool, ClientId);
  const user = await userOrStandIn(pool, Username);
  if (!user) throw userNotFound();
  if (!isStandIn(user) && user.status !== 'unconfirmed') throw invalidParameter('User is already confirmed.');
  const destination = accountDestination(user);
  if (!destination) throw invalidParameter('There is no registered email or phone_number');
  const code = pool.verificationCodes.request('sign-up', user);
  deliver(pool, { ...destination, user, code, origin, occasion: 'sign-up' });
  const answer: ResendConfirmationCodeResponse = { CodeDeliveryDetails: deliveryDetails(destination) };
  return answer;
};
