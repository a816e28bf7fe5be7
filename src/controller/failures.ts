import type { Outcome } from '../flow/outcome.js';

/** The code that speaks to the service could not be loaded. */
export const lost: Outcome = { kind: 'failed', error: { code: 'offline', retryable: true } };

/** A port answers with outcomes; one that throws has a fault. */
export const broken: Outcome = { kind: 'failed', error: { code: 'client-error', retryable: true } };
