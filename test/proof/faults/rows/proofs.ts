/** The rows whose proof holds the device's time: SRP in each of its places. */
import type { OperationName } from '../operations.js';
import type { Row } from '../scene.js';
import { deviceRows } from './device.js';
import { firstStepRows } from './first-step.js';

export interface ProofRow {
  readonly operation: OperationName;
  readonly row: Row;
}

const proof = (operation: OperationName, row: Row): ProofRow => ({ operation, row });

export const proofRows = {
  PASSWORD_VERIFIER: proof('PASSWORD_VERIFIER', firstStepRows.PASSWORD_VERIFIER),
  'PASSWORD_VERIFIER (custom challenge)': proof('PASSWORD_VERIFIER', firstStepRows['CUSTOM_AUTH SRP_A']),
  'PASSWORD_VERIFIER (choice)': proof('PASSWORD_VERIFIER (choice)', firstStepRows['PASSWORD_VERIFIER (choice)']),
  DEVICE_PASSWORD_VERIFIER: proof('DEVICE_PASSWORD_VERIFIER', deviceRows.DEVICE_PASSWORD_VERIFIER),
};
