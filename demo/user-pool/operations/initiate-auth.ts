import type { InitiateAuthRequest } from '@aws-sdk/client-cognito-identity-provider';
import { flowNotEnabled, validationError } from '../errors.js';
import { flows, knownFlows } from '../flows/index.js';
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
  if (!knownFlows.has(name)) throw validationError('authFlow', `'${name}'`, 'satisfy enum value set');
  checkClient(call.pool, ClientId);
  const flow = flows.get(name);
  if (!flow) throw flowNotEnabled(name);
  checkFlow(call.pool, flow.allowedBy);
  return flow.begin(AuthParameters, call);
};
