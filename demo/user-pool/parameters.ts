import {
  flowNotEnabled,
  missingParameter,
  secretHashUnverified,
  clientNotFound,
  serialization,
  validationError,
} from './errors.js';
import type { Input, Pool } from './pool.js';

/** The members a request may have; those that must be there are marked. All others are ignored, as the service ignores them. */
type Shape<Request> = { [Member in keyof Request]?: 'string' | 'string, required' | 'map' | 'flags' };

const memberName = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

function checkMap(value: unknown, type: 'string' | 'boolean'): void {
  if (typeof value !== 'object' || Array.isArray(value)) throw serialization('Expected a map');
  const odd = Object.values(value ?? {}).find((item) => item !== null && typeof item !== type);
  if (odd !== undefined) throw serialization(`Expected a ${type}, found ${typeof odd}`);
}

function checkMember(name: string, kind: string, value: unknown): void {
  if (value === undefined || value === null) {
    if (kind.endsWith('required')) throw validationError(memberName(name), 'null', 'not be null');
  } else if (kind === 'map' || kind === 'flags') {
    checkMap(value, kind === 'map' ? 'string' : 'boolean');
  } else if (typeof value !== 'string') {
    throw serialization(`Expected a string, found ${typeof value}`);
  }
}

/** Checks the types of a request as far as the shape names its members. */
export function read<Request>(input: Input, shape: Shape<Request>): Request {
  for (const [name, kind] of Object.entries(shape)) checkMember(name, String(kind), input[name]);
  return input as Request;
}

export type Parameters = Record<string, string> | undefined;

/** A parameter that the flow or challenge cannot do without. */
export function required(parameters: Parameters, name: string): string {
  const value = parameters?.[name];
  if (!value) throw missingParameter(name);
  return value;
}

/** Refuses a client the pool does not have, and one with a secret, which a browser cannot prove. */
export function checkClient({ clientId, settings }: Pool, given: string | undefined): string {
  if (given !== clientId) throw clientNotFound(String(given));
  if (settings.clientSecret) throw secretHashUnverified(clientId);
  return clientId;
}

export function checkFlow({ settings }: Pool, flow: string): void {
  if (!settings.explicitAuthFlows.some((enabled) => enabled === `ALLOW_${flow}`)) throw flowNotEnabled(flow);
}
