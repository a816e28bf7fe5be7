import type { RevokeTokenRequest } from '@aws-sdk/client-cognito-identity-provider';
import { unsupportedTokenType } from '../errors.js';
import { checkClient, read } from '../parameters.js';
import type { Operation } from '../pool.js';

/** Only the JWTs among the tokens have dots. */
const isJwt = (token: string) => token.split('.').length === 3;

/** An unknown token is no error: it grants nothing already (RFC 7009, section 2.2). */
export const revokeToken: Operation = async (input, { pool }) => {
  const { Token = '', ClientId } = read<RevokeTokenRequest>(input, {
    Token: 'string, required',
    ClientId: 'string, required',
  });
  checkClient(pool, ClientId);
  if (isJwt(Token)) throw unsupportedTokenType();
  pool.tokens.revoke(Token);
  return {};
};
