import type { SessionClock } from '../../flow/state.js';
import { fill, inUnits } from '../../i18n/messages.js';
import type { View } from '../step-view.js';

/**
 * From the first warning on, for everybody to see; told to a screen reader at the warnings alone. Nothing once it is over: an answer may
 * still come.
 */
export function timeLeft({ warned, expiresAt }: SessionClock, view: View): string | undefined {
  const seconds = secondsUntil(expiresAt, view);
  if (!warned || seconds <= 0) return undefined;
  return fill(view.text.shared.timeLeft, { seconds: inUnits(seconds, 'second', view.text) });
}

/** In whole minutes and at least one, for a sentence that says "about". */
export const minutesLeft = ({ expiresAt }: SessionClock, { now, text }: View): string =>
  inUnits(Math.max(1, Math.round((expiresAt - now) / 60_000)), 'minute', text);

export const secondsUntil = (time: number, { now }: View): number => Math.ceil((time - now) / 1000);

/** For example 0:24. */
export const clockTime = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
