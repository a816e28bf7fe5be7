import type { CognitoUserSession } from 'amazon-cognito-identity-js';
import type { Challenge } from './answer.js';
import type { PortCallbacks, SdkClient } from './sdk-internals.js';
import { WireFailure, type Wire } from './wire.js';

/** What a submission came to: tokens, or the service's next question. */
export type SdkResult = { readonly session: CognitoUserSession } | { readonly challenge: Challenge };

type Fail = (error: unknown) => void;

/** Where an exception goes that SDK code throws; set while SDK code runs. */
let failCurrent: Fail | null = null;

function runFor(fail: Fail, run: () => void): void {
  const outer = failCurrent;
  failCurrent = fail;
  try {
    run();
  } catch (error) {
    fail(error);
  } finally {
    failCurrent = outer;
  }
}

/**
 * Keeps an asynchronous continuation of SDK code in the submission it belongs to: what it throws later ends that submission,
 * where it would be an unhandled rejection and a submission without end.
 */
export function continuation(): (run: () => void) => void {
  const fail = failCurrent;
  return (run) => (fail ? runFor(fail, run) : run());
}

/**
 * Runs one submission through the SDK and settles once, whatever the SDK does: it calls two callbacks when one of them throws,
 * and after some errors it reports and carries on. Nothing but settling happens inside its callbacks.
 * @param start hands the SDK its client and its callbacks
 * @throws WireFailure, or whatever the SDK's code threw
 */
export function settle(
  wire: Wire,
  signal: AbortSignal,
  start: (client: SdkClient, callbacks: PortCallbacks) => void,
): Promise<SdkResult> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new WireFailure('Aborted')), { once: true });
    runFor(reject, () =>
      start(clientFor(wire, signal, reject), {
        onSuccess: (session) => resolve({ session }),
        onFailure: reject,
        challenge: (challenge) => resolve({ challenge }),
      }),
    );
  });
}

/** Our wire in the place of the SDK's own client, bound to one submission. */
export const clientFor = (wire: Wire, signal: AbortSignal, fail: Fail): SdkClient => ({
  request(operation, params, callback) {
    wire(operation, params, signal).then(
      (answer) => runFor(fail, () => callback(null, answer)),
      (error: unknown) => runFor(fail, () => callback(error)),
    );
  },
});
