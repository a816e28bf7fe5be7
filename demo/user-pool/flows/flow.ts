import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Parameters } from '../parameters.js';
import type { Call } from '../pool.js';

/** A way to begin: one value of AuthFlow. */
export interface Flow {
  /** Which of the client's ExplicitAuthFlows permits it, without its ALLOW_. */
  allowedBy: string;
  begin(parameters: Parameters, call: Call): Promise<InitiateAuthResponse>;
}
