import type { GetUserRequest, GetUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { read } from '../parameters.js';
import type { Operation } from '../pool.js';
import { attributes, mfaNames } from '../users.js';

export const getUser: Operation = async (input, { pool }) => {
  const { AccessToken = '' } = read<GetUserRequest>(input, { AccessToken: 'string, required' });
  const { user } = await pool.tokens.authorize(AccessToken);
  const answer: GetUserResponse = { Username: user.username, UserAttributes: attributes(user) };
  if (user.mfas.length) answer.UserMFASettingList = user.mfas.map((mfa) => mfaNames[mfa]);
  if (user.mfa) answer.PreferredMfaSetting = mfaNames[user.mfa];
  return answer;
};
