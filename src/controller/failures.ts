import type { Outcome } from '../flow/outcome.js';

/**
 * The code that speaks to the service could not be loaded. Whether another try can help is not known: a page of before a deployment asks
 * for files that are gone, and some engines keep a failed import (whatwg/html issue 6768).
 */
export const lost: Outcome = { kind: 'failed', error: { code: 'not-loaded', retryable: true } };

/** A port answers with outcomes; one that throws has a fault. */
export const broken: Outcome = { kind: 'failed', error: { code: 'client-error', retryable: true } };
