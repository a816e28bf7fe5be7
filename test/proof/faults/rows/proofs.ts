/** The rows whose proof holds the device's time: SRP in each of its places. */
import { deviceRows } from './device.js';
import { firstStepRows } from './first-step.js';

export const proofRows = {
  PASSWORD_VERIFIER: firstStepRows.PASSWORD_VERIFIER,
  'PASSWORD_VERIFIER (custom challenge)': firstStepRows['CUSTOM_AUTH SRP_A'],
  'PASSWORD_VERIFIER (choice)': firstStepRows['PASSWORD_VERIFIER (choice)'],
  DEVICE_PASSWORD_VERIFIER: deviceRows.DEVICE_PASSWORD_VERIFIER,
};
