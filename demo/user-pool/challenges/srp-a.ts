import { invalidParameter } from '../errors.js';
import { type Parameters, required } from '../parameters.js';
import { readA } from '../srp.js';

/** The client's public number, which begins a handshake. */
export function readSrpA(parameters: Parameters): bigint {
  const A = readA(required(parameters, 'SRP_A'));
  if (A === undefined) throw invalidParameter('Invalid SRP_A');
  return A;
}
