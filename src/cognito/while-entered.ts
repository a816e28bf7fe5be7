import type { Outcome } from '../flow/outcome.js';
import { toLoginError } from './errors.js';
import type { SessionKeeper, SignedIn } from './session-keeper.js';

export const sessionEnded: Outcome = { kind: 'failed', error: { code: 'session-expired', retryable: false } };

/**
 * Does something for whoever has just signed in here. Whatever comes of it: their session may have ended meanwhile in another tab, which
 * is looked at before and after, since a success is told of next.
 * @throws the signal's reason
 */
export async function whileEntered(
  sessions: SessionKeeper,
  signal: AbortSignal,
  act: (signedIn: SignedIn) => Promise<Outcome>,
): Promise<Outcome> {
  const refuse = (failure: unknown): Outcome => {
    signal.throwIfAborted();
    return { kind: 'failed', error: toLoginError(failure, { submission: 'session' }) };
  };
  try {
    const entered = await sessions.entered();
    signal.throwIfAborted();
    if (!entered) return sessionEnded;
    const outcome = await act(entered).catch(refuse);
    // Where that cannot be asked now, it is as before.
    const still = await sessions.entered().catch(() => entered);
    signal.throwIfAborted();
    return still ? outcome : sessionEnded;
  } catch (failure) {
    return refuse(failure);
  }
}
