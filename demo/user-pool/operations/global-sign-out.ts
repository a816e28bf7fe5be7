import type { GlobalSignOutRequest } from '@aws-sdk/client-cognito-identity-provider';
import { read } from '../parameters.js';
import type { Operation } from '../pool.js';

export const globalSignOut: Operation = async (input, { pool }) => {
  const { AccessToken = '' } = read<GlobalSignOutRequest>(input, { AccessToken: 'string, required' });
  const { user } = await pool.tokens.authorize(AccessToken);
  pool.tokens.revokeAllOf(user);
  return {};
};
