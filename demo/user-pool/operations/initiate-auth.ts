import type { InitiateAuthRequest } from '@aws-sdk/client-cognito-identity-provider';
import { validationError } from '../errors.js';
import { flows } from '../flows/index.js';
import { checkClient, checkFlow, read } from '../parameters.js';
import type { Operation } from '../pool.js';

export const initiateAuth: Operation = async (input, call) => {
  const { AuthFlow, ClientId, AuthParameters } = read<InitiateAuthRequest>(input, {
    AuthFlow: 'string, required',
    ClientId: 'string, required',
    AuthParameters: 'map',
    ClientMetadata: 'map',
  });
  const name = AuthFlow ?? '';
  const flow = flows.get(name);
  if (!flow) throw validationError('authFlow', `'${name}'`, 'satisfy enum value set');
  checkClient(call.pool, ClientId);
  checkFlow(call.pool, flow.allowedBy);
  return flow.begin(AuthParameters, call);
};
