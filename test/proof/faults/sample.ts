/** What `npm test` plays of the matrix: each operation once, and each fault at least once. Pure. */
import { faultNames, whyNot, type FaultName } from './faults.js';
import { operationNames, operations, type OperationName } from './operations.js';

/** With no factor in common with the number of faults, so that it comes round to each. */
const stride = 7;

export function sampleOf(name: OperationName): FaultName {
  const start = operationNames.indexOf(name) * stride;
  const order = faultNames.map((_, index) => faultNames[(start + index) % faultNames.length]!);
  return order.find((fault) => whyNot(fault, operations[name]) === null)!;
}
